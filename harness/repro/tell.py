"""What `esset-a11y repro` prints."""

from __future__ import annotations

from datetime import datetime

from rich.console import Console
from rich.table import Table

import standards
from checks.model import Finding
from harness.repro.choose import Aim
from harness.repro.stopping import Seen, Sight
from harness.terminal import said
from reports.advice import fix_of

LONG = 600
"""Most characters of a text that a row shows."""


def print_aim(console: Console, aim: Aim, where: str) -> None:
    """What is going to be driven, and to where."""
    title = standards.kind(aim.defect.kind).title.sv
    driven = next((one for one in aim.run.scenarios if one.id == aim.place.scenario), None)
    console.print(f"[bold]{title}[/]  [dim]{aim.defect.fingerprint}[/]", highlight=False)
    console.print(
        f"{aim.place.scenario} {driven.title if driven else ''}, till ”{said(aim.place.state)}”, i {said(where)}",
        highlight=False,
    )


def print_sight(console: Console, aim: Aim, sight: Sight) -> None:
    """What is seen now."""
    now = f"{datetime.now():%H.%M.%S}"
    if sight.seen is Seen.THERE:
        console.print(f"[bold red]Kvar[/] {now}", highlight=False)
        console.print(_finding(aim, sight.own[0]))
        if len(sight.own) > 1:
            console.print(f"Sammanlagt {len(sight.own)} fynd av samma brist här.", highlight=False)
    elif sight.seen is Seen.GONE:
        console.print(
            f"[bold green]Borta[/] {now}: {', '.join(one.id for one in aim.checks)} finner inte bristen här. "
            "Att den är borta betyder inte att sidan är tillgänglig.",
            highlight=False,
        )
    else:
        console.print(f"[bold yellow]Går inte att avgöra[/] {now}: {said(sight.why, LONG)}", highlight=False)
    if sight.others:
        console.print(f"Samma kontroll har {sight.others} andra fynd i tillståndet.", highlight=False)


def print_ending(console: Console, aim: Aim, seen: Seen) -> None:
    """What to do next."""
    if seen is Seen.NOT_REACHED:
        console.print(
            f"[bold red]Tillståndet nåddes inte.[/] Scenariot ändade innan: esset-a11y run --scenario "
            f"{aim.place.scenario}",
            highlight=False,
        )
    if aim.across:
        checks = ",".join(one.id for one in aim.checks)
        scenarios = " ".join(f"--scenario {one}" for one in dict.fromkeys(one.scenario for one in aim.defect.places))
        console.print(f"Kör jämförelsen: esset-a11y run --checks {checks} {scenarios}", highlight=False)
    if aim.trace:
        console.print(f"Spår: playwright show-trace {aim.trace}", highlight=False, soft_wrap=True)


def _finding(aim: Aim, one: Finding) -> Table:
    table = Table(show_header=False, show_edge=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    kind = standards.kind(one.kind)
    rows = {
        "Fråga" if one.question else "Observerat": one.question.sv if one.question else one.observed.sv,
        "Förväntat": one.expected.sv,
        "Krav": ", ".join(
            f"WCAG {asked.num} {asked.label} ({asked.level})" for asked in map(standards.criterion, one.criteria)
        )
        or "god praxis",
        "Element": one.element.selector if one.element else "hela sidan",
        "HTML": one.element.html if one.element else "",
        "Drabbar": kind.hurts.sv,
        "Så rättas det": fix_of(aim.defect).sv,
        "Kontroll": f"{one.check}, regel {one.rule}",
    }
    for name, value in rows.items():
        if value:
            table.add_row(name, said(value, LONG))
    return table
