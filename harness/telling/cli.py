"""`esset-a11y tell`: sends a finished run to a chat or a tracker."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from harness.telling.trackers import AzureDevOps, Jira
    from reports.model import Run

app = typer.Typer(help="Berätta om en körning: i en chatt eller som ärenden.", no_args_is_help=True)

RunPath = Annotated[Path, typer.Argument(help="Körningens mapp eller run.json.", metavar="KÖRNING")]
Least = Annotated[str, typer.Option(help="Lägsta prioritet som blir ett ärende; new:P2 bara det nya.")]
Token = Annotated[str, typer.Option(help="Miljövariabel som håller nyckeln.", metavar="VARIABEL")]


@app.command()
def webhook(
    run: RunPath,
    url_env: Annotated[str, typer.Option(help="Miljövariabel som håller adressen.")] = "ESSET_A11Y_WEBHOOK",
    form: Annotated[str, typer.Option(help="teams, slack eller json.")] = "json",
    link: Annotated[str, typer.Option(help="Adress där rapporten går att läsa.")] = "",
) -> None:
    """Skicka sammanfattningen till Teams, Slack eller en adress som tar emot JSON."""
    from harness.errors import UsageError
    from harness.telling.webhook import tell_webhook

    if form not in ("teams", "slack", "json"):
        raise UsageError(f"Formen {form!r} finns inte", "--form", "Välj teams, slack eller json.")
    tell_webhook(_secret(url_env), form, _run(run), link)  # type: ignore[arg-type]
    Console().print("Skickat.")


@app.command()
def jira(
    run: RunPath,
    url: Annotated[str, typer.Option(help="Adress till Jira.")],
    project: Annotated[str, typer.Option(help="Projektets nyckel.")],
    user: Annotated[str, typer.Option(help="Användare, för Jira Cloud.")] = "",
    token_env: Token = "ESSET_A11Y_JIRA_TOKEN",
    least: Least = "P2",
) -> None:
    """Lägg bristerna som ärenden i Jira; en brist som redan har ett ärende får inget nytt."""
    from harness.telling.trackers import Jira

    _file(Jira(url, project, _secret(token_env), user), run, least)


@app.command("azure-devops")
def azure_devops(
    run: RunPath,
    url: Annotated[str, typer.Option(help="Organisationens adress.")],
    project: Annotated[str, typer.Option(help="Projektets namn.")],
    token_env: Token = "ESSET_A11Y_AZURE_TOKEN",
    least: Least = "P2",
) -> None:
    """Lägg bristerna som ärenden i Azure DevOps; en brist som redan har ett ärende får inget nytt."""
    from harness.telling.trackers import AzureDevOps

    _file(AzureDevOps(url, project, _secret(token_env)), run, least)


def _file(tracker: Jira | AzureDevOps, run: Path, least: str) -> None:
    from defects.standing import Status
    from defects.threshold import Gate, Threshold
    from harness.errors import UsageError
    from harness.telling.trackers import file_all
    from reports.ticket import tickets

    try:
        threshold = Threshold.parse(least)
    except ValueError as error:
        raise UsageError(str(error)) from None
    loaded = _run(run)
    known = frozenset(one.fingerprint for one in loaded.standings if one.status is Status.OPEN)
    wanted = {one.fingerprint for one in Gate(threshold, known, loaded.waived.excused).stopped_by(loaded.defects)}
    filed = file_all(tracker, [one for one in tickets(loaded) if one.fingerprint in wanted])
    Console().print(f"{len(filed.new)} nya ärenden, {len(filed.known)} fanns redan.", highlight=False)


def _run(path: Path) -> Run:
    from harness.errors import UsageError
    from reports.run_json import RunFileError, load_run

    try:
        return load_run(path)
    except RunFileError as error:
        raise UsageError(str(error)) from None


def _secret(variable: str) -> str:
    from harness.errors import UsageError

    value = os.environ.get(variable, "")
    if not value:
        raise UsageError(f"Miljövariabeln {variable} är inte satt", "", "Sätt den och kör igen.")
    return value
