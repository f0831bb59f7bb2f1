"""What `diff` prints."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.console import Console
from rich.table import Table

import standards
from defects.standing import Status
from harness.history.difference import Changed, RunRow
from harness.terminal import said

WORDS = {
    Status.NEW: "Nya",
    Status.BACK: "Tillbaka",
    Status.OPEN: "Kvar",
    Status.MENDED: "Åtgärdade",
    Status.NOT_SEEN: "Inte sedda (tillståndet nåddes inte)",
    Status.DISMISSED: "Bedömda som inget fel",
}


def print_difference_json(before: RunRow, after: RunRow, changed: Sequence[Changed]) -> None:
    """The difference as JSON: keys in docs/json.md."""
    told = {
        "before": before.name,
        "after": after.name,
        "counts": {status.value: sum(one.status is status for one in changed) for status in Status},
        "defects": [msgspec.to_builtins(one) for one in changed if one.status is not Status.OPEN],
    }
    print(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())


def print_difference(console: Console, before: RunRow, after: RunRow, changed: Sequence[Changed]) -> None:
    """The difference for people: what came, what went, what could not be seen; what stayed only counted."""
    console.print(f"{before.name} → {after.name}", style="bold", highlight=False)
    for status, words in WORDS.items():
        here = [one for one in changed if one.status is status]
        console.print(f"{words}: {len(here)}", highlight=False)
        if status is Status.OPEN or not here:
            continue
        table = Table(show_edge=False, show_header=False, box=None, padding=(0, 1))
        for one in here:
            table.add_row(one.level, standards.kind(one.kind).title.sv, ", ".join(one.criteria), said(one.place))
        console.print(table)
