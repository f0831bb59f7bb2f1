"""`esset-a11y bench report`: a report of a thousand defects, measured and shown."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table


def report(
    defects: Annotated[int, typer.Option(help="Antal brister.", min=10)] = 1000,
    rounds: Annotated[int, typer.Option(help="Gånger rapporten öppnas; medianen visas.", min=1)] = 5,
    json: Annotated[bool, typer.Option("--json", help="Skriv siffrorna som JSON på standard ut.")] = False,
) -> None:
    """Mät en stor rapport: hur lång tid den tar att skriva, hur stor den blir, hur snabbt den öppnas och filtreras."""
    from harness.bench.report import measure_report

    told = measure_report(defects, rounds)
    if json:
        print(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
        return
    console = Console()
    table = Table(title=f"{told.defects} brister", title_justify="left", show_edge=False, header_style="bold")
    table.add_column("Format")
    table.add_column("Skriven på", justify="right")
    table.add_column("Storlek", justify="right")
    for one in told.made:
        table.add_row(one.format, f"{one.seconds:.1f} s", f"{one.megabytes:.1f} MB")
    console.print(table)
    console.print(f"Rapporten öppnas på {told.read.opened / 1000:.2f} s (inläst och målad).", highlight=False)
    ways = ", ".join(f"{what} {took:.0f} ms" for what, took in told.read.filtered.items())
    console.print(f"Filtrerad och målad: {ways}. Längst {max(told.read.filtered.values()):.0f} ms.", highlight=False)
