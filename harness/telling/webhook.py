"""Tells a chat of a run: Teams, Slack, or any address that takes JSON."""

from __future__ import annotations

from typing import Any, Literal

from harness.telling.post import send
from reports import markdown
from reports.model import Run
from reports.summary import summarise

Form = Literal["teams", "slack", "json"]


def tell_webhook(url: str, form: Form, run: Run, link: str = "") -> None:
    """Send the run's summary, with a link to the report where one is given. Raises RunBroken."""
    send(url, message(form, run, link))


def message(form: Form, run: Run, link: str = "") -> dict[str, Any]:
    """The message in the form that each takes: an adaptive card, Slack's blocks, or the figures."""
    text = markdown.render(run).decode()
    if form == "slack":
        # Slack takes its own sort of Markdown: bold is one star, and there are no tables.
        lines = [line.replace("**", "*").lstrip("# ") for line in text.splitlines() if not line.startswith("|")]
        told = "\n".join([*lines, f"<{link}|Rapporten>" if link else ""]).strip()
        return {"text": told[:3000], "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": told[:3000]}}]}
    if form == "teams":
        lines = [line for line in text.splitlines() if not line.startswith("|")]
        card: dict[str, Any] = {
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
            "type": "AdaptiveCard",
            "version": "1.4",
            "lang": "sv",
            "body": [{"type": "TextBlock", "wrap": True, "text": line.lstrip("# ")} for line in lines if line],
        }
        if link:
            card["actions"] = [{"type": "Action.OpenUrl", "title": "Öppna rapporten", "url": link}]
        attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
        return {"type": "message", "attachments": [attachment]}
    summary = summarise(run)
    return {
        "run": run.trace.run,
        "target": run.trace.target,
        "by_priority": {level.value: count for level, count in summary.by_priority.items()},
        "broken": list(summary.broken),
        "link": link,
        "text": text,
    }
