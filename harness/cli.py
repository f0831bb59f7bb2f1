"""The command line: `esset-a11y`. Each command is told here and done elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from harness.bench.cli import app as bench
from harness.docs.cli import add_commands as add_docs
from harness.errors import EssetError
from harness.history.cli import add_commands as add_history
from harness.law.cli import add_commands as add_law
from harness.repro.cli import add_commands as add_repro
from harness.review.cli import add_commands as add_review
from harness.telling.cli import app as telling
from reports.plain import one_line

app = typer.Typer(
    help="Tillgänglighetstester för Esset.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)

app.add_typer(bench, name="bench")
app.add_typer(telling, name="tell")
add_history(app)
add_review(app)
add_law(app)
add_repro(app)
add_docs(app)

Json = Annotated[bool, typer.Option("--json", help="Skriv siffrorna som JSON på standard ut.")]
Config = Annotated[str, typer.Option(help="TOML-fil med körningens inställningar.", metavar="FIL")]
Target = Annotated[str, typer.Option(help="Adress till det Esset som testas; utan den det inbyggda.", metavar="URL")]
Build = Annotated[str, typer.Option(help="Bygge av det inbyggda Esset: delivered, clean eller fel-id:n med komma.")]
Workers = Annotated[
    str, typer.Option("-n", "--workers", help="Antal processer; auto: en mer än datorns kärnor.", metavar="ANTAL")
]
Scenario = Annotated[
    list[str], typer.Option(help="Bara detta scenario, t.ex. OF-1. Kan ges flera gånger.", metavar="ID")
]
Area = Annotated[list[str], typer.Option(help="Bara detta område, t.ex. OF. Kan ges flera gånger.")]
Audience = Annotated[list[str], typer.Option(help="Bara denna målgrupp: medarbetare eller invånare.")]
Profile = Annotated[str, typer.Option(help="Profil av kontroller: snabb, natt eller full.")]
Checks = Annotated[
    list[str], typer.Option("--checks", help="Bara dessa kontroller, med komma emellan; med minus före, alla utom dem.")
]
Output = Annotated[str, typer.Option(help="Mapp där varje körning får en egen mapp.", metavar="MAPP")]
FailOn = Annotated[
    str,
    typer.Option(help="Lägsta prioritet som fäller körningen: P1–P4; new:P2 fäller bara för det nya; none för inget."),
]
Browser = Annotated[str, typer.Option(help="Webbläsarens programfil.", metavar="FIL")]


@app.command()
def run(
    scenario: Scenario = [],
    area: Area = [],
    audience: Audience = [],
    target: Target = "",
    config: Config = "",
    build: Build = "",
    profile: Profile = "",
    checks: Checks = [],
    output: Output = "",
    fail_on: FailOn = "",
    browser: Browser = "",
    baseline: Annotated[str, typer.Option(help="Körning som new: mäts mot, i stället för historiken.")] = "",
    waivers: Annotated[str, typer.Option(help="TOML-fil med undantag.", metavar="FIL")] = "",
    review: Annotated[
        str, typer.Option(help="TOML-fil med vad människor har beslutat, eller none.", metavar="FIL")
    ] = "",
    history: Annotated[str, typer.Option(help="Historikens databas (SQLAlchemy-adress), eller none.")] = "",
    version: Annotated[str, typer.Option(help="Version av det Esset som testas.")] = "",
    visits: Annotated[int, typer.Option(help="Gånger varje scenario körs, för att hitta det som vacklar.", min=1)] = 1,
    shard: Annotated[str, typer.Option(help="Bara denna del av scenarierna, t.ex. 3/8; fogas ihop med merge.")] = "",
    incremental: Annotated[
        bool, typer.Option("--incremental", help="Ta över fynden från en tidigare körning där inget har ändrats.")
    ] = False,
    unmasked: Annotated[
        bool, typer.Option("--unmasked", help="Skriv personuppgifter som de är; bara mot den egna datorn.")
    ] = False,
    resume: Annotated[str, typer.Option(help="Fortsätt en avbruten körning.", metavar="KÖRNING")] = "",
    workers: Workers = "1",
    timings: Annotated[bool, typer.Option(help="Visa vart tiden gick.")] = False,
    json: Json = False,
) -> None:
    """Kör scenarier, pröva varje tillstånd och skriv rapporter.

    Slutar med 0 (inget fel på eller över tröskeln), 1 (brister), 2 (fel användning) eller 3 (körningen bröts).
    """
    from harness import tell
    from harness.run import drive

    console = Console(stderr=json)
    driven = drive(
        console,
        workers=workers,
        scenario=scenario,
        area=area,
        audience=audience,
        target=target,
        config=config,
        build=build,
        profile=profile,
        checks=checks,
        output=output,
        fail_on=fail_on,
        browser=browser,
        baseline=baseline,
        waivers=waivers,
        review=review,
        history=history,
        version=version,
        visits=visits,
        shard=shard,
        incremental="true" if incremental else "",
        unmasked="true" if unmasked else "",
        resume=resume,
    )
    if driven.run:
        if json:
            tell.print_json(tell.run_figures(driven.run))
        else:
            tell.print_run(console, driven.run)
        if timings:
            tell.print_timings(console, driven.run)
    raise typer.Exit(driven.code)


@app.command()
def score(
    scenario: Scenario = [],
    area: Area = [],
    build: Build = "delivered",
    profile: Profile = "",
    checks: Checks = [],
    output: Output = "",
    browser: Browser = "",
    workers: Workers = "1",
    json: Json = False,
) -> None:
    """Kör mot det inbyggda Esset och jämför med facit: hittade, missade och falska, per kriterium."""
    from harness import tell
    from harness.run import BROKEN, DEFECTS, drive
    from harness.score import score_run

    console = Console(stderr=json)
    driven = drive(
        console,
        workers=workers,
        scenario=scenario,
        area=area,
        build=build,
        profile=profile,
        checks=checks,
        output=output,
        browser=browser,
        score="1",
        review="none",
    )
    if not driven.run:
        raise typer.Exit(driven.code)
    result = score_run(driven.run, build)
    if json:
        tell.print_json(tell.score_figures(result))
    else:
        tell.print_score(console, result)
    raise typer.Exit(driven.code if driven.code >= BROKEN else DEFECTS if result.false_positives else 0)


@app.command()
def pdf(
    run: Annotated[Path | None, typer.Argument(help="Körningens mapp; utan den den senaste.", metavar="MAPP")] = None,
    file: Annotated[
        Path | None, typer.Option(help="PDF:en; annars report.pdf i körningens mapp.", metavar="FIL")
    ] = None,
    output: Output = "reports/out",
    browser: Browser = "",
) -> None:
    """Skriv en körnings rapport som taggad PDF."""
    from harness.pdf import write_pdf
    from harness.repro.choose import last_run

    print(f"PDF: {write_pdf(run or last_run(output), file, browser)}")


@app.command()
def login(
    config: Config = "",
    target: Target = "",
    role: Annotated[str, typer.Option(help="Vems inloggning: medarbetare eller invånare.")] = "medarbetare",
) -> None:
    """Logga in för hand, t.ex. med BankID, och spara inloggningen åt scenarierna (åtta timmar)."""
    from harness.login import log_in_by_hand

    log_in_by_hand(config, target, role, lambda: typer.prompt("Tryck på Enter när du är inloggad", default=""))


@app.command("list")
def list_scenarios(json: Json = False) -> None:
    """Lista scenarierna: id, område, målgrupp och användarberättelse."""
    from rich.table import Table

    from harness import tell
    from scenarios.registry import all_scenarios

    if json:
        tell.print_json(
            {
                "scenarios": [
                    {
                        "id": one.id,
                        "title": one.title,
                        "area": one.area,
                        "audience": one.audience,
                        "surface": one.surface,
                        "story": one.story,
                    }
                    for one in all_scenarios()
                ]
            }
        )
        return
    table = Table(show_edge=False, header_style="bold")
    for heading in ("Id", "Arbetsflöde", "Område", "Målgrupp"):
        table.add_column(heading)
    for one in all_scenarios():
        table.add_row(one.id, one.title, one.area, one.audience)
    Console().print(table)


@app.command()
def demo(
    build: Annotated[str, typer.Option(help="delivered, clean eller fel-id:n med komma.")] = "delivered",
    port: Annotated[int, typer.Option(help="Port; 0 tar en ledig.")] = 0,
) -> None:
    """Visa det inbyggda Esset för en människa att klicka i, tills Ctrl+C."""
    import threading

    import demo as embedded
    from harness.config import load_config
    from harness.target import check_target

    check_target(load_config(None, {"build": build}))
    with embedded.serve(build, port=port) as served:
        print(f"Esset ({build}): {served.url}  – avsluta med Ctrl+C")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print()


@app.command()
def doctor(
    browser: Browser = "",
    json: Json = False,
    install: Annotated[
        bool, typer.Option("--install", help="Hämta en webbläsare med playwright install om ingen annan finns.")
    ] = False,
) -> None:
    """Vad finns på datorn, vilken version, och hur lagas det som saknas? Slutar med 0 när allt finns, annars 3."""
    from harness.doctor import all_there, examine, print_doctor

    parts = examine(configured_browser=browser or None, install=install)
    print_doctor(parts, json)
    raise typer.Exit(0 if all_there(parts) else 3)


def main() -> None:
    """The console script: the suite's own errors are told in one line, everything else is a bug and shown as one."""
    try:
        app()
    except EssetError as error:
        print(f"FEL: {one_line(str(error), 2000)}", file=sys.stderr)
        sys.exit(error.exit_code)
