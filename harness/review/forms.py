"""What a reviewer filled in, read strictly: an entry for the file, or what is wrong with which field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import standards
from defects.model import Defect, Level
from defects.review import Decision, Entry, ManualTest, Result, is_question
from defects.review_file import Key, ReviewError, check, kinds_of, plain
from harness.review.desk import about

MOST = 4000
"""Most characters of a field."""

CONFIRM: Mapping[str, str] = {"bekräftad": "Bekräftad: det är ett fel", "falskt larm": "Falskt larm: det är inget fel"}
ANSWER: Mapping[str, str] = {"fel": "Det är ett fel", "inget fel": "Det är inget fel"}
RESULTS: Mapping[str, str] = {
    "godkänd": "Godkänt: inget fel funnet", "underkänd": "Underkänt: det finns ett fel",
    "ej tillämplig": "Ej tillämpligt: inget här som kriteriet gäller", "kan inte avgöras": "Kan inte avgöras",
}  # fmt: skip


@dataclass(frozen=True)
class Filled:
    """A form: the values to show in it, what is wrong by field, and the entry when nothing is. None takes it away."""

    values: Mapping[str, str]
    faults: Mapping[str, str]
    entry: Entry | None = None


def verdicts(defect: Defect) -> Mapping[str, str]:
    """What may be decided of a defect, with the words for it."""
    return ANSWER if is_question(defect) else CONFIRM


def shown(entry: Entry | None, by: str) -> Filled:
    """The form as it is when it is opened."""
    values = {"by": by}
    if entry:
        values |= {name: str(getattr(entry, name) or "") for name in entry.__struct_fields__}
    return Filled(values, {})


def decision(form: Mapping[str, str], defect: Defect, today: date) -> Filled:
    """A decision of a defect, as it was filled in."""
    values = _values(form, ("verdict", "level", "note", "by"))
    faults = _faults(values, {"verdict": verdicts(defect), "level": Level})
    if values["verdict"] == "falskt larm" and not values["note"]:
        faults["note"] = "Skriv varför det är ett falskt larm."
    if faults or not (values["verdict"] or values["level"] or values["note"]):
        return Filled(values, faults)
    return _checked(
        values,
        Decision(
            defect=defect.fingerprint,
            verdict=values["verdict"] or None,  # type: ignore[arg-type]
            level=Level(values["level"]) if values["level"] else None,
            note=values["note"],
            by=values["by"],
            on=today,
            about=plain(about(defect)),
        ),
    )


def manual_test(form: Mapping[str, str], key: Key, version: str, today: date) -> Filled:
    """A manual test, as it was filled in."""
    criterion, scenario, state, surface = key
    values = _values(form, ("outcome", "method", "evidence", "note", "kind", "level", "by"))
    kinds = [one.slug for one in standards.kinds()]
    faults = _faults(values, {"outcome": get_args(Result), "level": Level, "kind": kinds})
    if not values["outcome"]:
        return Filled(values, faults)
    failed = values["outcome"] == "underkänd"
    if not values["method"]:
        faults["method"] = "Skriv hur du prövade, till exempel med vilket hjälpmedel och vilken webbläsare."
    if failed and not values["note"]:
        faults["note"] = "Skriv vad du såg."
    if failed and scenario and not values["kind"]:
        faults["kind"] = "Välj vilket slags fel det är."
    if faults:
        return Filled(values, faults)
    return _checked(
        values,
        ManualTest(
            criterion=criterion,
            scenario=scenario,
            state=state,
            surface=surface,
            outcome=values["outcome"],  # type: ignore[arg-type]
            method=values["method"],
            evidence=values["evidence"],
            note=values["note"],
            kind=values["kind"] if failed and scenario else "",
            level=Level(values["level"]) if failed and values["level"] and scenario else None,
            by=values["by"],
            on=today,
            version=version,
        ),
    )


def kinds_for(criterion: str) -> tuple[tuple[standards.Kind, ...], tuple[standards.Kind, ...]]:
    """The kinds of fault that usually break a criterion, and all others."""
    usual = kinds_of(criterion)
    others = tuple(one for one in standards.kinds() if one.slug not in usual and one.criteria)
    return tuple(map(standards.kind, usual)), others


def _values(form: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {name: plain(form.get(name, "")) for name in names}


def _faults(values: Mapping[str, str], allowed: Mapping[str, Any]) -> dict[str, str]:
    faults = {
        name: "Välj ett av alternativen."
        for name, choices in allowed.items()
        if values[name] and values[name] not in [*choices]
    }
    faults |= {name: f"Högst {MOST} tecken." for name, value in values.items() if len(value) > MOST}
    if not values["by"]:
        faults["by"] = "Skriv ditt namn."
    return faults


def _checked(values: Mapping[str, str], entry: Entry) -> Filled:
    try:
        check(entry, "formuläret")
    except ReviewError as error:
        return Filled(values, {"by": str(error)})
    return Filled(values, {}, entry)
