"""`summary.md`: the run in half a page, for a job's summary, a pull request or a chat."""

from __future__ import annotations

import re

import standards
from checks.model import Text
from defects.model import Defect
from defects.standing import Status
from reports.model import Format, Run
from reports.plain import one_line
from reports.sampling import ManualCount
from reports.summary import Sort, sort_of, summarise

WORST = 10
"""How many defects are told one by one."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def render(run: Run) -> bytes:
    """The summary, GitHub-flavoured Markdown in UTF-8."""
    summary = summarise(run)
    breaches = [one for one in run.defects if sort_of(one) is Sort.BREACH]
    lines = [
        f"## Tillgänglighet: {_plain(run.trace.target)}",
        "",
        " · ".join(f"**{level}** {count}" for level, count in summary.by_priority.items())
        + f" · frågor till en människa {summary.questions} · god praxis {summary.practices}",
        "",
        f"{len(run.scenarios)} scenarier, {summary.states} tillstånd. Att inget fel har hittats betyder inte att "
        "tjänsten är tillgänglig.",
        "",
        _manual(summary.manual),
    ]
    if summary.broken:
        lines += ["", f"**Brutna scenarier, alltså inte testade:** {', '.join(summary.broken)}"]
    lines += _since_then(run)
    if breaches:
        lines += ["", f"### De {min(WORST, len(breaches))} mest brådskande", "", *_table(breaches[:WORST], run)]
    lines += ["", f"Körning `{_plain(run.trace.run)}`, rapporten: `report.html` bland körningens filer."]
    return ("\n".join(lines) + "\n").encode()


def _manual(count: ManualCount) -> str:
    """How far the manual tests have come, so that nobody takes a green run for conformance."""
    if not count.states:
        return f"**Manuella prov: {count.done} gjorda.** Profilen antecknar inga tillstånd, så urvalet är inte helt."
    failed = f", varav {count.failed} underkända" if count.failed else ""
    return f"**Manuella prov: {count.done} av {count.planned} gjorda**{failed}."


def _since_then(run: Run) -> list[str]:
    breaches = [one for one in run.standings if one.outcome == "failed" and one.criteria]
    told = []
    if run.standings:
        words = {Status.NEW: "nya", Status.BACK: "tillbaka", Status.MENDED: "åtgärdade", Status.NOT_SEEN: "inte sedda"}
        words[Status.DISMISSED] = "bedömda som inget fel"
        counts = ", ".join(f"{sum(one.status is status for one in breaches)} {word}" for status, word in words.items())
        told += ["", f"Sedan förra körningen: {counts}."]
    for one in run.waived.expired:
        told += ["", f"**Utgånget undantag** ({one.until}): `{_plain(one.defect)}`"]
    if run.review.dismissed:
        told += ["", f"Bedömda som inget fel: {len(run.review.dismissed)}."]
    for decision in run.review.overtaken:
        told += ["", f"**Bedöm på nytt**: `{decision.defect}` är nu ett säkert fynd, men besvarades som inget fel."]
    return told


def _table(defects: list[Defect], run: Run) -> list[str]:
    status = {one.fingerprint: one.status for one in run.standings}
    rows = ["| Prioritet | Brist | Krav | Ställen | |", "| --- | --- | --- | --- | --- |"]
    for one in defects:
        element = one.places[0].element
        where = f": {_plain(element.called)}" if element else ""
        new = "**ny**" if status.get(one.fingerprint) in (Status.NEW, Status.BACK) else ""
        title = standards.kind(one.kind).title.sv
        rows.append(
            f"| {one.priority.level} | {title}{where} | {', '.join(one.criteria)} | {len(one.places)} | {new} |"
        )
    return rows


def _plain(text: str) -> str:
    """A text of the tested page, which Markdown must not take for anything but text."""
    return _SPECIAL.sub(r"\\\1", one_line(text, 160))


FORMAT = Format(
    id="markdown", file="summary.md", title=Text("Sammanfattning i Markdown", "Summary in Markdown"), render=render
)
