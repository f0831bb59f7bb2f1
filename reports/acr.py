"""A conformance report in OpenACR's form (a VPAT that machines read): what people have reviewed, and nothing else.

A criterion *supports* only where every manual test of the sample is done and passed and nothing is left unreviewed.
What only a machine has found says nothing here: the criterion is *not evaluated*, and its notes tell why. The VPAT
knows "Not Evaluated" for level AAA alone, so a report that holds it for another level is a draft, and says so.

Schema: openacr-0.1.0 (github.com/GSA/openacr, CC0), catalogue 2.4-edition-wcag-2.1-en.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import yaml

import standards
from defects.model import Mode
from reports.clauses import ClauseState, Mark, clause_states
from reports.model import Run, Surface
from reports.plain import visible

CATALOG = "2.4-edition-wcag-2.1-en"

LEVELS = {"A": "success_criteria_level_a", "AA": "success_criteria_level_aa"}

NOT_EVALUATED = "not-evaluated"


def render(run: Run, surface: Surface, *, actor: str, email: str, today: date) -> bytes:
    """The report of one surface, YAML in UTF-8."""
    states = {one.num: one for one in clause_states(run, surface) if one.level}
    known = [standards.criterion(num) for num in states]
    chapters = {
        LEVELS[level]: {
            "criteria": [
                _criterion(states[one.num], run, surface)
                for one in known
                if one.level == level and one.introduced != "2.2"
            ]
        }
        for level in LEVELS
    }
    left = sum(
        one["components"][0]["adherence"]["level"] == NOT_EVALUATED
        for chapter in chapters.values()
        for one in chapter["criteria"]
    )
    told: dict[str, Any] = {
        "title": f"{surface.title} Accessibility Conformance Report",
        "product": {
            "name": surface.title,
            **({"version": run.trace.version} if run.trace.version else {}),
            "description": f"{run.trace.target}, run {run.trace.run}",
        },
        "author": {"name": actor or "esset-a11y", "email": email},
        "report_date": today.isoformat(),
        "last_modified_date": today.isoformat(),
        "version": 1,
        "notes": _notes(left),
        "evaluation_methods_used": _methods(states.values(), run),
        "catalog": CATALOG,
        "chapters": {**chapters, "success_criteria_level_aaa": {"disabled": True}},
    }
    text: str = yaml.safe_dump(_plain(told), allow_unicode=True, sort_keys=False, width=100)
    return text.encode()


def _notes(left: int) -> str:
    if not left:
        return "Every outcome comes from results that people have reviewed."
    return (
        f"DRAFT: {left} criteria of level A and AA are not evaluated, which a VPAT allows for level AAA only. "
        f"Every other "
        "outcome comes from results that people have reviewed; what only a machine found is not an outcome."
    )


def _criterion(state: ClauseState, run: Run, surface: Surface) -> dict[str, Any]:
    level, notes = _adherence(state, run, surface)
    adherence = {"level": level, "notes": notes} if notes else {"level": level}
    return {"num": state.num, "components": [{"name": "web", "adherence": adherence}]}


def _adherence(state: ClauseState, run: Run, surface: Surface) -> tuple[str, str]:
    reviewed = [one for one in state.breaches if one.mode is not Mode.AUTOMATIC]
    count = state.count
    left = f"{count.done} of {count.planned} manual tests done"
    if waiting := len(state.unreviewed):
        left += f"; {waiting} findings of machines wait for review"
    if asked := len(state.questions):
        left += f"; {asked} questions wait for an answer"
    if reviewed:
        flows = {one.id for one in run.scenarios if one.surface == surface.name}
        states = {(one.scenario, one.state) for one in run.visits if one.scenario in flows}
        hit = {(place.scenario, place.state) for one in reviewed for place in one.places} & states
        most = len(hit) * 2 > len(states)
        kinds = "; ".join(dict.fromkeys(standards.kind(one.kind).title.en for one in reviewed))
        notes = f"{kinds}. Seen at {len(hit)} of {len(states)} states. {left}."
        return ("does-not-support" if most else "partially-supports"), notes
    if state.mark is Mark.CLEAR:
        return "supports", f"{left}."
    if state.mark is Mark.INAPPLICABLE:
        return "not-applicable", f"{left}."
    return NOT_EVALUATED, f"{left}."


def _methods(states: Iterable[ClauseState], run: Run) -> str:
    told = list(dict.fromkeys(one.method for state in states for one in state.tests))
    tools = ", ".join(f"{part} {version}" for part, version in run.trace.versions.items())
    manual = f"Manual tests with: {'; '.join(told)}." if told else "No manual tests yet."
    return f"Scenarios in a real browser with {tools}, each finding reviewed by a person before it counts. {manual}"


def _plain(told: Any) -> Any:
    if isinstance(told, str):
        return visible(told)
    if isinstance(told, dict):
        return {key: _plain(value) for key, value in told.items()}
    return [_plain(one) for one in told] if isinstance(told, list) else told
