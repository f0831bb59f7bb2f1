"""The command line: `esset-a11y`."""

from __future__ import annotations

import typer

app = typer.Typer(help="Tillgänglighetstester för Esset.", no_args_is_help=True, add_completion=False)


@app.callback()
def _esset_a11y() -> None:
    """Tillgänglighetstester för Esset."""


@app.command()
def doctor() -> None:
    """Vad finns på datorn, vilken version, och hur lagas det som saknas?"""


def main() -> None:
    """The console script."""
    app()
