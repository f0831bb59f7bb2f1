"""`esset-a11y statement`, `protocol` and `acr`: documents of one surface, from a run and what people decided of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer
from rich.console import Console

if TYPE_CHECKING:
    from harness.config import Config
    from reports.document import Document
    from reports.model import Run, Surface

RunPath = Annotated[
    str, typer.Argument(help="Körningens mapp eller run.json; utan den den senaste.", metavar="KÖRNING")
]
SurfaceName = Annotated[str, typer.Option("--surface", help="Ytans namn i konfigurationen.", metavar="YTA")]
ConfigPath = Annotated[str, typer.Option("--config", help="TOML-fil med körningens inställningar.", metavar="FIL")]
Review = Annotated[str, typer.Option(help="Fil med människors beslut.", metavar="FIL")]
Output = Annotated[str, typer.Option("--output", "-o", help="Fil att skriva; .html eller .md.", metavar="FIL")]


def statement(
    run: RunPath = "",
    surface: SurfaceName = "kundportal",
    config: ConfigPath = "",
    review: Review = "",
    status: Annotated[
        str, typer.Option(help="helt, delvis eller inte förenlig; utan den det som underlaget medger.")
    ] = "",
    output: Output = "tillganglighetsredogorelse.html",
) -> None:
    """Skriv ett utkast till tillgänglighetsredogörelse för en yta som omfattas av lagen."""
    from harness.errors import UsageError
    from reports.statement import Compliance, NoStatement
    from reports.statement import statement as drafted

    if status and status not in get_args(Compliance):
        raise UsageError(f"Status {status!r} finns inte", "--status", "Välj helt, delvis eller inte.")
    loaded, told, chosen = _read(run, surface, config, review)
    try:
        document = drafted(told, chosen, loaded.publisher(chosen.name), date.today(), status or None)  # type: ignore[arg-type]
    except NoStatement as error:
        raise UsageError(str(error)) from None
    _write(document, output)


def protocol(
    run: RunPath = "",
    surface: SurfaceName = "kundportal",
    config: ConfigPath = "",
    review: Review = "",
    output: Output = "granskningsprotokoll.html",
) -> None:
    """Skriv ett granskningsprotokoll för en yta: avsnitt för avsnitt i EN 301 549, förväntat, observerat, av vem."""
    from reports.protocol import protocol as written

    _, told, chosen = _read(run, surface, config, review)
    _write(written(told, chosen), output)


def acr(
    run: RunPath = "",
    surface: SurfaceName = "kundportal",
    config: ConfigPath = "",
    review: Review = "",
    output: Annotated[str, typer.Option("--output", "-o", help="YAML-fil att skriva.", metavar="FIL")] = "acr.yaml",
) -> None:
    """Skriv en överensstämmelserapport i OpenACR:s form (VPAT); utfall bara ur det som människor har bedömt."""
    from harness.errors import UsageError
    from reports.acr import render

    loaded, told, chosen = _read(run, surface, config, review)
    publisher = loaded.publisher(chosen.name)
    if not publisher.email:
        raise UsageError("OpenACR kräver en e-postadress", "statement.email", "Ange den i konfigurationen.")
    _save(Path(output), render(told, chosen, actor=publisher.actor, email=publisher.email, today=date.today()))


def _read(run: str, surface: str, config: str, review: str) -> tuple[Config, Run, Surface]:
    """The run with the decisions as they stand, and the surface. UsageError where one can't be used."""
    from harness.config import load_config
    from harness.errors import UsageError
    from harness.repro.choose import last_run
    from harness.reviewing import book_of
    from reports.clauses import surface_of
    from reports.plain import tamed
    from reports.reviewed import reviewed
    from reports.run_json import RunFileError, load_run

    loaded = load_config(config or None, {"review": review})
    try:
        told = load_run(Path(run) if run else last_run(loaded.output))
    except RunFileError as error:
        raise UsageError(str(error)) from None
    told = tamed(reviewed(told, book_of(loaded), loaded.review))
    chosen = surface_of(told, surface)
    if chosen is None:
        raise UsageError(f"Ytan {surface!r} finns inte", "", f"Välj bland: {', '.join(s.name for s in told.surfaces)}.")
    return loaded, told, chosen


def _write(document: Document, output: str) -> None:
    from harness.errors import UsageError
    from reports.document import write

    file = Path(output)
    if file.suffix not in (".html", ".md"):
        raise UsageError("Filens namn måste sluta på .html eller .md", output)
    _save(file, write(document, "html" if file.suffix == ".html" else "md"))
    if document.blanks:
        console = Console()
        console.print(f"Kvar att fylla i ({len(document.blanks)}):", highlight=False)
        for one in document.blanks:
            console.print(f"  {one}", highlight=False, markup=False)


def _save(file: Path, content: bytes) -> None:
    from harness.errors import UsageError

    try:
        file.write_bytes(content)
    except OSError as error:
        raise UsageError("Filen går inte att skriva", str(file), f"{error.strerror}.") from None
    Console().print(f"Skrev {file}.", highlight=False)


def add_commands(app: typer.Typer) -> None:
    """Make these commands of `esset-a11y`."""
    for command in (statement, protocol, acr):
        app.command()(command)
