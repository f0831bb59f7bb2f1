"""What the command line prints: tables for people, JSON with stable keys for pipelines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

import standards
from checks.model import Outcome
from defects import Defect, Level
from defects.standing import Status
from harness.score import Count, Score
from harness.terminal import said
from reports.model import Ending, Run
from reports.plain import one_line
from reports.sampling import sampled, tally


def print_json(told: dict[str, Any]) -> None:
    """Write JSON to standard output, and nothing else."""
    print(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())


def run_figures(run: Run) -> dict[str, Any]:
    """The figures of `run --json`; documented in docs/json.md."""
    breaches = [one for one in run.defects if one.outcome is Outcome.FAILED and one.criteria]
    standings = [one for one in run.standings if one.outcome is Outcome.FAILED and one.criteria]
    return {
        "run": run.trace.run,
        "target": run.trace.target,
        "folder": str(run.folder),
        "scenarios": len(run.scenarios),
        "broken": [one.id for one in run.scenarios if one.ending is Ending.BROKEN],
        "states": len(run.visits),
        "defects": {level.value: sum(1 for one in breaches if one.priority.level is level) for level in Level},
        "questions": sum(1 for one in run.defects if one.outcome is Outcome.CANT_TELL),
        "good_practice": sum(1 for one in run.defects if one.outcome is Outcome.FAILED and not one.criteria),
        "fingerprints": [one.fingerprint for one in breaches],
        "standings": {status.value: sum(1 for one in standings if one.status is status) for status in Status},
        "unstable": list(run.unstable),
        "waivers": {
            name: [one.defect for one in getattr(run.waived, name)] for name in ("in_force", "expired", "unmatched")
        },
        "review": {
            "dismissed": [one.fingerprint for one in run.review.dismissed],
            "unmatched": [one.defect for one in run.review.unmatched],
            "overtaken": [one.defect for one in run.review.overtaken],
        },
        "manual": msgspec.to_builtins(tally(sampled(run), run.trace.version)),
        "torn": list(run.torn),
        "seconds": {part: round(seconds, 3) for part, seconds in _seconds(run).items()},
    }


def print_run(console: Console, run: Run) -> None:
    """A summary for a person: priorities, the worst defects, where the reports are."""
    figures = run_figures(run)
    table = Table(title="Brister", title_justify="left", title_style="bold", show_edge=False, header_style="bold")
    table.add_column("Prioritet")
    table.add_column("Brist")
    table.add_column("Kriterium")
    table.add_column("Ställen", justify="right")
    for defect in [one for one in run.defects if one.outcome is Outcome.FAILED and one.criteria][:15]:
        table.add_row(defect.priority.level, _what(defect), ", ".join(defect.criteria), str(len(defect.places)))
    console.print()
    console.print(table)
    levels = ", ".join(f"{level} {count}" for level, count in figures["defects"].items())
    console.print(
        f"\n{figures['scenarios']} scenarier, {figures['states']} tillstånd. Brister: {levels}. "
        f"Frågor till en människa: {figures['questions']}. God praxis: {figures['good_practice']}.",
        highlight=False,
    )
    for line in _since_then(run, figures["standings"]):
        console.print(one_line(line, 400), highlight=False, markup=False)
    if figures["broken"]:
        console.print(
            f"[bold red]Brutna scenarier, alltså inte testade: {', '.join(figures['broken'])}[/]", highlight=False
        )
    console.print("Att inget fel har hittats betyder inte att tjänsten är tillgänglig.", highlight=False)
    console.print(f"Rapport: [bold]{run.folder / 'report.html'}[/]", highlight=False, soft_wrap=True)


def _since_then(run: Run, standings: dict[str, int]) -> Iterator[str]:
    """What earlier runs, waivers and interruptions have to do with this run, a line each."""
    if run.standings:
        yield (
            "Sedan förra körningen: "
            + ", ".join(
                f"{word} {standings[status]}"
                for status, word in (
                    (Status.NEW, "nya"),
                    (Status.BACK, "tillbaka"),
                    (Status.OPEN, "kvar"),
                    (Status.MENDED, "åtgärdade"),
                    (Status.NOT_SEEN, "inte sedda"),
                    (Status.DISMISSED, "bedömda som inget fel"),
                )
            )
            + "."
        )
    if run.unstable:
        yield f"Vacklar mellan besök, och fäller inte körningen: {', '.join(run.unstable)}."
    for one in run.waived.expired:
        yield f"Undantaget för {one.defect} gick ut {one.until} och fäller körningen: förnya det eller åtgärda bristen."
    for one in run.waived.unmatched:
        yield f"Undantaget för {one.defect} träffar ingen brist i denna körning."
    yield from _decided(run)
    for name in run.torn:
        yield f"Sista raden i {name} slets av när körningen avbröts: tillståndet i hand är inte med."


def _decided(run: Run) -> Iterator[str]:
    """What people decided, where it needs telling; each decision that meets nothing has its place in the report."""
    review = run.review
    if review.dismissed:
        yield f"Bedömda som inget fel: {len(review.dismissed)}."
    for one in review.overtaken:
        yield f"Bedöm på nytt: {one.defect} är nu ett säkert fynd, men besvarades som inget fel av {one.by}."
    if review.unmatched:
        marks = ", ".join(one.defect for one in review.unmatched[:5])
        more = " …" if len(review.unmatched) > 5 else ""
        yield f"Beslut som inte träffar någon brist i denna körning: {len(review.unmatched)} ({marks}{more})."
    if review.elsewhere:
        yield f"Manuella prov vars tillstånd inte nåddes i denna körning: {len(review.elsewhere)}."
    manual = tally(sampled(run), run.trace.version)
    if manual.states:
        yield f"Manuella prov: {manual.done} av {manual.planned} gjorda."


def _what(defect: Defect) -> str:
    element = defect.places[0].element
    title = standards.kind(defect.kind).title.sv
    return f"{title}: {said(element.called)}" if element else title


def print_timings(console: Console, run: Run) -> None:
    """Where the time went, part by part with the dearest first, in milliseconds; and what the suite costs around it."""
    totals = _seconds(run)
    table = Table(title="Tider (ms)", title_justify="left", title_style="bold", show_edge=False, header_style="bold")
    table.add_column("Del", no_wrap=True)
    for heading in ("Per tillstånd", "Mest", "Summa"):
        table.add_column(heading, justify="right")
    table.add_column("Dyrast vid", overflow="ellipsis", no_wrap=True)
    for part, total in sorted(totals.items(), key=lambda one: -one[1]):
        dearest = max(run.visits, key=lambda visit: visit.seconds.get(part, 0.0), default=None)
        if dearest is not None:
            table.add_row(
                {"navigation": "navigering", "rest": "övrigt"}.get(part, part),
                f"{total / len(run.visits) * 1000:.0f}",
                f"{dearest.seconds.get(part, 0.0) * 1000:.0f}",
                f"{total * 1000:.0f}",
                said(f"{dearest.scenario} {dearest.state}"),
            )
    table.add_section()
    table.add_row("Allt", f"{sum(totals.values()) / max(len(run.visits), 1) * 1000:.0f}", "", "", "")
    console.print(table)
    checks = sum(totals[check.id] for check in run.checks)
    if checks:
        console.print(
            f"Sviten kring kontrollerna: {totals['rest'] / checks:.0%} av kontrollernas egen tid.", highlight=False
        )


def _seconds(run: Run) -> dict[str, float]:
    """What the run's states cost in all, by part: the way there, each check, the rest."""
    parts = ["navigation", *(check.id for check in run.checks), "rest"]
    return {part: sum(visit.seconds.get(part, 0.0) for visit in run.visits) for part in parts}


def score_figures(score: Score) -> dict[str, Any]:
    """The figures of `score --json`; documented in docs/json.md."""
    return {
        **_count(score.total),
        "found_ids": score.found,
        "missed_ids": score.missed,
        "asked_ids": score.asked,
        "manual_ids": score.manual,
        "guided_ids": score.guided,
        "defects_per_fault": round(score.defects_per_fault, 3),
        "criteria": {number: _count(count) for number, count in score.criteria.items()},
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "recall": round(count.recall, 4),
        "found": count.found,
        "missed": count.missed,
        "asked": count.asked,
        "false_positives": count.false_positives,
    }


def print_score(console: Console, score: Score) -> None:
    """Recall and false positives, per criterion and in all."""
    table = Table(title="Mot facit", title_justify="left", title_style="bold", show_edge=False, header_style="bold")
    table.add_column("Kriterium", no_wrap=True, overflow="ellipsis")
    for heading in ("Hittade", "Missade", "Fråga ställd", "Falska"):
        table.add_column(heading, justify="right")
    for number, count in score.criteria.items():
        table.add_row(f"{number} {standards.criterion(number).sv}", *_row(count))
    table.add_section()
    table.add_row(f"Alla: täckning {score.total.recall:.0%}", *_row(score.total))
    console.print(table)
    console.print(f"Missade: {', '.join(score.missed) or 'inga'}", highlight=False)
    if score.defects_per_fault:
        console.print(f"Brister per hittat fel: {score.defects_per_fault:.2f}", highlight=False)
    console.print(
        f"Bedöms av människa: {len(score.guided)} av {len(score.manual)} står som guidade test där de syns.",
        highlight=False,
    )
    console.print(f"Bedöms av människa, räknas inte: {', '.join(score.manual) or 'inga'}", highlight=False)
    for defect in score.false_positives:
        where = said(f"{defect.places[0].scenario} {defect.places[0].state}")
        console.print(f"[red]Falsk:[/] {_what(defect)} ({', '.join(defect.criteria)}; {where})", highlight=False)


def _row(count: Count) -> tuple[str, ...]:
    return str(count.found), str(count.missed), str(count.asked), str(count.false_positives)
