"""`esset-a11y bench year|kills|nights|processes|report`: what is large or long, measured and shown."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from harness.bench.report_cli import report


def year(
    nights: Annotated[int, typer.Option(help="Antal nätter.", min=2)] = 365,
    defects: Annotated[int, typer.Option(help="Antal brister varje natt.", min=50)] = 2000,
) -> None:
    """Mät historiken: tiden för en natts skrivning, diff och trend, och filens storlek."""
    from harness.bench.year import measure_year

    told = measure_year(nights, defects)
    table = Table(title=f"{told.nights} nätter × {told.defects} brister", show_edge=False, header_style="bold")
    for heading in ("Skrivning (median)", "Långsammaste skrivningen", "diff över året", "trend", "Databasen"):
        table.add_column(heading, justify="right")
    seconds = (f"{one:.2f} s" for one in (told.median, told.slowest, told.diff, told.trend))
    table.add_row(*seconds, f"{told.megabytes:.0f} MB")
    Console().print(table)


def kills(kills: Annotated[int, typer.Option(help="Antal körningar som dödas.", min=1)] = 50) -> None:
    """Döda körningar vid slumpvisa tillfällen, fortsätt dem, och jämför med en obruten."""
    from harness.bench.kills import kill_and_resume

    console = Console()
    told = kill_and_resume(
        kills,
        lambda one: console.print(
            f"dödad efter {one.after:5.1f} s, {one.states:2} tillstånd: "
            f"{'inget' if not one.lost else one.lost} förlorat, {'samma' if one.same else 'ANDRA'} brister",
            highlight=False,
        ),
    )
    wrong = [one for one in told if one.lost or not one.same]
    console.print(f"{len(told)} dödade, {len(wrong)} fel.", highlight=False)
    raise typer.Exit(3 if wrong else 0)


def nights(nights: Annotated[int, typer.Option(help="Antal nätter.", min=2)] = 30) -> None:
    """Kör nätter på det inbyggda Esset med fel som slås av och på, och kontrollera varje brists status."""
    from harness.bench.nights import simulate

    console = Console()
    told = simulate(
        nights,
        lambda night: console.print(
            f"natt {night.number:2}: {night.on:2} fel på, "
            + ", ".join(f"{status.value} {count}" for status, count in night.statuses.items())
            + ("".join(f"\n  FEL {one}" for one in night.wrong)),
            highlight=False,
        ),
    )
    wrong = sum(len(night.wrong) for night in told)
    console.print(f"{len(told)} nätter, {wrong} fel status.", highlight=False)
    raise typer.Exit(3 if wrong else 0)


def processes(
    scenario: Annotated[list[str], typer.Option(help="Bara detta scenario. Kan ges flera gånger.")] = [],
    area: Annotated[list[str], typer.Option(help="Bara detta område, t.ex. OF. Kan ges flera gånger.")] = [],
    profile: Annotated[str, typer.Option(help="Profil av kontroller: snabb, natt eller full.")] = "natt",
    rounds: Annotated[int, typer.Option(help="Antal mätningar av var och en; medianen visas.", min=1)] = 1,
) -> None:
    """Mät det inbyggda Esset i en process, i två, i så många som auto ger, och en gång till där inget har ändrats."""
    from harness.bench.processes import measure_processes

    console = Console()
    choice = ["--profile", profile]
    for option, chosen in (("--scenario", scenario), ("--area", area)):
        choice += [part for one in chosen for part in (option, one)]
    told = measure_processes(
        choice, rounds, lambda line, taken: console.print(f"{line}: {taken:.1f} s", highlight=False)
    )
    table = Table(title="Tid för hela körningen (median)", show_edge=False, header_style="bold")
    table.add_column("Körning")
    for heading in ("Sekunder", "Gånger så fort", "som"):
        table.add_column(heading, justify="right")
    for one in told:
        table.add_row(one.line, f"{one.seconds:.1f}", f"{one.faster:.2f}", one.beside)
    console.print(table)


def add_commands(app: typer.Typer) -> None:
    """Make these commands of `esset-a11y bench`."""
    for command in (year, kills, nights, processes, report):
        app.command()(command)
