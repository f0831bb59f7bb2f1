"""`esset-a11y review`: the pages where people decide."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from harness.review.desk import Desk

Config = Annotated[str, typer.Option(help="TOML-fil med körningens inställningar.", metavar="FIL")]


def review(
    run: Annotated[
        str, typer.Argument(help="Körningens mapp eller run.json; utan den den senaste.", metavar="KÖRNING")
    ] = "",
    config: Config = "",
    review: Annotated[str, typer.Option(help="Fil som besluten skrivs i.", metavar="FIL")] = "",
    output: Annotated[str, typer.Option(help="Mapp med körningar, när ingen anges.", metavar="MAPP")] = "",
    by: Annotated[str, typer.Option(help="Ditt namn; utan det det som git känner till.", metavar="NAMN")] = "",
    port: Annotated[int, typer.Option(help="Port; 0 tar en ledig.")] = 0,
    excel: Annotated[str, typer.Option(help="Skriv en arbetsbok att fylla i, i stället.", metavar="FIL")] = "",
    read: Annotated[str, typer.Option(help="Läs en ifylld arbetsbok, i stället.", metavar="FIL")] = "",
) -> None:
    """Granska en körning: visa den på den egna datorn med formulär, tills Ctrl+C. Besluten skrivs i en textfil."""
    from harness.review.serving import reviewer

    desk = _desk(run, config, review, output)
    if excel:
        _write_workbook(desk, Path(excel))
    elif read:
        _read_workbook(desk, Path(read), by or reviewer())
    else:
        _serve(desk, by or reviewer(), port)


def _serve(desk: Desk, by: str, port: int) -> None:
    from harness.review.app import Sitting
    from harness.review.serving import serve

    console = Console()
    with serve(Sitting(desk, by=by), port) as address:
        console.print(f"Granska {desk.run.trace.run}. Besluten skrivs i {desk.file}.", highlight=False)
        console.print(f"Öppna: {address}", highlight=False, soft_wrap=True)
        console.print("Adressen är en nyckel: dela den inte. Avsluta med Ctrl+C.", highlight=False)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            console.print()


def _write_workbook(desk: Desk, file: Path) -> None:
    from harness.errors import UsageError
    from reports.review_workbook import render

    laid = desk.now()
    try:
        file.write_bytes(render(laid.run, laid.book))
    except OSError as error:
        raise UsageError("Arbetsboken går inte att skriva", str(file), f"{error.strerror}.") from None
    Console().print(f"Fyll i {file} och läs tillbaka med --read.", highlight=False)


def _read_workbook(desk: Desk, file: Path, by: str) -> None:
    from datetime import date

    from defects.review_file import Overtaken, ReviewError
    from harness.errors import UsageError
    from harness.review.workbook import read_workbook
    from harness.terminal import said

    read = read_workbook(file, desk, by, date.today())
    if read.problems:
        console = Console(stderr=True)
        for problem in read.problems:
            console.print(said(str(problem), 400), highlight=False)
        raise UsageError(
            f"{len(read.problems)} celler i arbetsboken går inte att läsa in", str(file), "Rätta dem; inget är sparat."
        )
    try:
        desk.save(read.entries, read.seen)
    except Overtaken:
        raise UsageError("Någon annan sparade just nu", str(desk.file), "Läs in igen; inget är sparat.") from None
    except ReviewError as error:
        raise UsageError(str(error)) from None
    Console().print(f"{len(read.entries)} beslut sparade i {desk.file}.", highlight=False)


def _desk(run: str, config: str, review: str, output: str) -> Desk:
    """UsageError where the run or the decisions can't be used."""
    from defects.review_file import ReviewError
    from harness.config import NO_REVIEW, load_config
    from harness.errors import UsageError
    from harness.repro.choose import last_run
    from harness.review.desk import Desk, without_decisions
    from reports.run_json import RunFileError, load_run

    loaded = load_config(config or None, {"review": review, "output": output})
    if loaded.review == NO_REVIEW:
        raise UsageError("Det finns ingen fil att skriva besluten i", "review = none", "Ange en med --review.")
    try:
        desk = Desk(without_decisions(load_run(Path(run) if run else last_run(loaded.output))), Path(loaded.review))
        desk.book()
    except (RunFileError, ReviewError) as error:
        raise UsageError(str(error)) from None
    return desk


def add_commands(app: typer.Typer) -> None:
    """Make this a command of `esset-a11y`."""
    app.command()(review)
