"""The commands that look at more than one run: `merge`, `diff`, `trend`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

Json = Annotated[bool, typer.Option("--json", help="Skriv som JSON på standard ut.")]
Config = Annotated[str, typer.Option(help="TOML-fil med körningens inställningar.", metavar="FIL")]
History = Annotated[str, typer.Option(help="Historikens databas (SQLAlchemy-adress).")]
Output = Annotated[str, typer.Option(help="Mapp där varje körning får en egen mapp.", metavar="MAPP")]


def merge(
    shards: Annotated[list[Path], typer.Argument(help="Delarnas mappar.", metavar="MAPP…")],
    config: Config = "",
    output: Output = "",
    history: History = "",
    fail_on: Annotated[str, typer.Option(help="Som för run.")] = "",
    baseline: Annotated[str, typer.Option(help="Som för run.")] = "",
    waivers: Annotated[str, typer.Option(help="Som för run.", metavar="FIL")] = "",
    review: Annotated[str, typer.Option(help="Som för run.", metavar="FIL")] = "",
    json: Json = False,
) -> None:
    """Foga ihop delar av en körning (run --shard) till en; vägrar om någon saknas, är dubbel eller av annan version."""
    from harness import tell
    from harness.config import load_config
    from harness.joining import join

    told = {
        "output": output,
        "history": history,
        "fail_on": fail_on,
        "baseline": baseline,
        "waivers": waivers,
        "review": review,
    }
    joined = join(shards, load_config(config or None, told))
    if json:
        tell.print_json(tell.run_figures(joined.run))
    else:
        tell.print_run(Console(), joined.run)
    raise typer.Exit(joined.code)


def diff(
    before: Annotated[str, typer.Argument(help="Körning: namn, början av det, senaste eller senaste~1.")] = "senaste~1",
    after: Annotated[str, typer.Argument(help="Den senare körningen.")] = "senaste",
    config: Config = "",
    history: History = "",
    json: Json = False,
) -> None:
    """Visa vad en körning fick till och lagade, jämfört med en tidigare."""
    from harness.config import load_config
    from harness.history import tell
    from harness.history.database import connected
    from harness.history.difference import difference, find_run

    with connected(load_config(config or None, {"history": history}).history_url) as connection:
        first, last = find_run(connection, before), find_run(connection, after)
        changed = difference(connection, first, last)
    if json:
        tell.print_difference_json(first, last, changed)
    else:
        tell.print_difference(Console(), first, last, changed)


def trend(
    config: Config = "",
    history: History = "",
    series: Annotated[str, typer.Option(help="Vilket Esset; utan den det som konfigurationen pekar på.")] = "",
    output: Annotated[Path, typer.Option(help="Fil för sidan.", metavar="FIL")] = Path("reports/out/trend.html"),
    json: Json = False,
) -> None:
    """Skriv en sida med bristerna över tiden: per prioritet, område och kriterium, ålder och tid till åtgärd."""
    from harness import tell
    from harness.config import load_config
    from harness.history.database import connected
    from harness.history.trend import trend_of
    from reports.trend import figures, render

    loaded = load_config(config or None, {"history": history, "series": series})
    with connected(loaded.history_url) as connection:
        told = trend_of(connection, loaded.history_series)
    if json:
        tell.print_json(figures(told))
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(render(told))
    Console().print(f"Trend: {output}", highlight=False)


def add_commands(app: typer.Typer) -> None:
    """Make these commands of `esset-a11y`."""
    for command in (merge, diff, trend):
        app.command()(command)
