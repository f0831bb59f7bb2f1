"""`esset-a11y repro`: from a defect's id to the place where it is, in a browser."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from typing import Annotated

import typer
from rich.console import Console


def add_commands(app: typer.Typer) -> None:
    """Add `repro` to the command line."""
    app.command()(repro)


def repro(
    defect: Annotated[str, typer.Argument(help="Bristens id, eller dess första tecken.", metavar="BRIST")],
    run: Annotated[str, typer.Option(help="Körningens mapp; utan den den senaste.", metavar="MAPP")] = "",
    place: Annotated[int, typer.Option(help="Vilket av bristens ställen, räknat från 1.", min=1)] = 1,
    watch: Annotated[bool, typer.Option("--watch", help="Pröva igen tills bristen är borta.")] = False,
    every: Annotated[float, typer.Option(help="Sekunder mellan försöken med --watch utan fönster.", min=0.1)] = 5.0,
    headless: Annotated[bool, typer.Option("--headless", help="Utan fönster; så blir det också utan skärm.")] = False,
    target: Annotated[str, typer.Option(help="Ett annat Esset än körningens.", metavar="URL")] = "",
    config: Annotated[str, typer.Option(help="TOML-fil med körningens inställningar.", metavar="FIL")] = "",
    build: Annotated[str, typer.Option(help="Ett annat bygge av det inbyggda Esset.")] = "",
    browser: Annotated[str, typer.Option(help="Webbläsarens programfil.", metavar="FIL")] = "",
    output: Annotated[str, typer.Option(help="Mapp där körningarna ligger.", metavar="MAPP")] = "",
) -> None:
    """Kör scenariot till det tillstånd där bristen finns, märk ut elementet och pröva det igen.

    Slutar med 1 (kvar), 0 (borta), 2 (fel användning) eller 3 (gick inte att nå eller avgöra).
    """
    from harness.config import load_config
    from harness.repro.choose import aim_at
    from harness.repro.stopping import Seen, Stop
    from harness.repro.tell import print_aim, print_ending, print_sight
    from harness.run import BROKEN, drive

    console = Console()
    settings = load_config(config or None, {"output": output})
    aim = aim_at(defect, run, settings.output, place)
    told = aim.run.trace
    if not target and not build and not settings.target and told.target.startswith(("http://", "https://")):
        target = told.target
    shown = not headless and has_screen()
    build = build or ("" if config else told.configuration.get("build", ""))
    print_aim(console, aim, target or settings.target or f"det inbyggda Esset ({build or settings.build})")

    stop = Stop(aim, lambda sight: print_sight(console, aim, sight), stay=shown, watch=watch)
    with tempfile.TemporaryDirectory(prefix="esset-a11y-") as folder:
        while True:
            quiet = Console(file=io.StringIO())
            stop.begin()
            driven = drive(
                quiet, plugins=[stop], pytest_arguments=["--capture=no"],
                scenario=[aim.place.scenario], checks=[one.id for one in aim.checks],
                target=target, config=config, build=build, browser=browser, profile="snabb", output=folder,
                history="none", fail_on="none", headless="false" if shown else "true",
            )  # fmt: skip
            if not watch or stop.settled:
                break
            if not stop.changed:
                time.sleep(every)
    print_ending(console, aim, stop.sight.seen)
    codes = {Seen.THERE: 1, Seen.GONE: 0}
    raise typer.Exit(codes.get(stop.sight.seen, driven.code if driven.code >= 2 else BROKEN))


def has_screen() -> bool:
    """Whether a window can be shown."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
