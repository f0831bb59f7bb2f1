"""`esset-a11y docs`: the documentation, from the code."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def add_commands(app: typer.Typer) -> None:
    """Add `docs` to the command line."""
    app.command()(docs)


def docs(
    output: Annotated[Path, typer.Option(help="Mapp för sidorna.", metavar="MAPP")] = Path("build/docs"),
    write: Annotated[
        bool, typer.Option("--write", help="Skriv docs/checks/ på nytt ur koden, i stället för en webbplats.")
    ] = False,
) -> None:
    """Skriv dokumentationen som en webbplats som öppnas från disk: guiderna, och en sida per kontroll ur koden."""
    from harness.docs.site import write_check_pages, write_site
    from harness.errors import UsageError
    from harness.places import in_clone, root

    if not in_clone():
        raise UsageError("Dokumentationen skrivs ur en klon", str(root()), "Kör i svitens egen mapp.")
    if write:
        print(f"{len(write_check_pages(root() / 'docs'))} sidor i docs/checks/")
    else:
        print(f"Dokumentation: {write_site(root() / 'docs', output)}")
