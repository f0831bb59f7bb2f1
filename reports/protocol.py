"""An inspection protocol of a surface: clause by clause of EN 301 549, what was expected and observed, by whom.

Its columns are those of Digg's inspections and of the Post and Telecom Authority's: a clause has a remark or none, and
none is told only of what people have tested; the rest is partly or not at all inspected.
"""

from __future__ import annotations

from collections.abc import Iterator

import standards
from defects.model import Defect, Mode
from defects.review import ManualTest
from reports.clauses import ClauseState, Mark, clause_states
from reports.document import Block, Document, Heading, Line, items, paragraph, table
from reports.model import Run, Surface
from reports.page import swedish_day, swedish_moment

MARKS = {
    Mark.REMARK: "Anmärkning",
    Mark.CLEAR: "Ingen anmärkning",
    Mark.INAPPLICABLE: "Ej tillämpligt",
    Mark.PARTLY: "Delvis granskat",
    Mark.UNREVIEWED: "Ej granskat",
}

MODES = {
    Mode.AUTOMATIC: "automatisk, inte bedömd av någon människa",
    Mode.SEMI_AUTO: "automatisk, bedömd av en människa",
    Mode.MANUAL: "manuell",
}

PLACES = 20
"""How many places of a remark are listed."""


def protocol(run: Run, surface: Surface) -> Document:
    """The protocol of one surface."""
    states = clause_states(run, surface)
    floor, beyond = [one for one in states if one.floor], [one for one in states if not one.floor]
    blocks: list[Block] = [
        paragraph(_scope(surface)),
        Heading(2, "Utfall per avsnitt"),
        paragraph(
            "Ingen anmärkning står bara där en människa har gjort alla prov i urvalet. Att de automatiska "
            "testerna inte "
            "fann något fel räknas inte som granskat."
        ),
        table("Krav enligt EN 301 549 V3.2.1, bilaga A", COLUMNS, map(_row, floor)),
        table("Utöver lagkravet: WCAG 2.2 och avsnitt som bilaga A inte anger", COLUMNS, map(_row, beyond)),
        Heading(2, "Anmärkningar"),
        *_remarks(states, run),
        Heading(2, "Manuella prov"),
        *_tests(states),
        Heading(2, "Frågor som väntar på svar"),
        *_questions(states),
        Heading(2, "Spårbarhet"),
        items([
            f"Körning {run.trace.run}, {swedish_moment(run.trace.started)} till {swedish_moment(run.trace.ended)}",
            f"Mål: {run.trace.target}" + (f", version {run.trace.version}" if run.trace.version else ""),
            ", ".join(f"{part} {version}" for part, version in run.trace.versions.items()),
            f"Bevis: bilderna och run.json i körningens mapp, {run.folder.name}; besluten i "
            f"{run.review.file or 'ingen fil'}",
        ]),
    ]  # fmt: skip
    facts: tuple[tuple[str, Line], ...] = (
        ("Granskad yta", (surface.title,)),
        ("Prövad", (swedish_moment(run.trace.started),)),
        ("Granskare", (", ".join(_reviewers(states)) or "ingen människa än",)),
        ("Anmärkningar", (str(len(_breaches(states)) + len(_failed_clauses(states))),)),
    )
    return Document(f"Granskningsprotokoll: {surface.title}", facts, tuple(blocks))


COLUMNS = ("Avsnitt", "Krav", "Utfall", "Anmärkningar", "Frågor", "Manuella prov", "Granskare")


def _row(state: ClauseState) -> list[str]:
    count = state.count
    return [
        state.clause or f"WCAG {state.num}",
        f"{state.title}{f', nivå {state.level}' if state.level else ''}",
        MARKS[state.mark],
        str(len(state.breaches) or len(state.failed) or ""),
        str(len(state.questions) or ""),
        f"{count.done} av {count.planned}" if count.planned else "",
        ", ".join(_reviewers([state])),
    ]


def _scope(surface: Surface) -> str:
    if standards.Scope(surface.scope) is standards.Scope.INTERNAL_CASE_SYSTEM:
        return (
            "Ytan är ett internt ärendesystem, som sannolikt inte omfattas av lagen om tillgänglighet till digital "
            "offentlig service. Anmärkningarna är avvikelser från EN 301 549 V3.2.1, som kan ha betydelse för "
            "arbetsmiljön, "
            "för avtalet med leverantören och vid bedömning av bristande tillgänglighet."
        )  # fmt: skip
    return (
        "Anmärkningarna är avvikelser från EN 301 549 V3.2.1, den väg som 5 § MDFFS 2019:2 anger för att "
        "uppfylla lagen om "
        "tillgänglighet till digital offentlig service."
    )


def _breaches(states: list[ClauseState] | tuple[ClauseState, ...]) -> list[Defect]:
    told = {one.fingerprint: one for state in states for one in state.breaches}
    return sorted(told.values(), key=lambda one: (one.priority.level, -one.priority.points))


def _failed_clauses(states: list[ClauseState] | tuple[ClauseState, ...]) -> list[tuple[ClauseState, ManualTest]]:
    return [(state, one) for state in states if not state.level for one in state.failed]


def _remarks(states: tuple[ClauseState, ...], run: Run) -> Iterator[Block]:
    breaches, failed = _breaches(states), _failed_clauses(states)
    if not breaches and not failed:
        yield paragraph("Inga.")
    for at, one in enumerate(breaches, 1):
        yield Heading(3, f"{at}. {standards.kind(one.kind).title.sv}")
        yield items(_remark(one, run))
    for at, (state, test) in enumerate(failed, len(breaches) + 1):
        yield Heading(3, f"{at}. Avsnitt {state.clause} {state.title}")
        yield items([f"Förväntad observation: {state.expected.sv}", *_of_test(test)])


def _remark(one: Defect, run: Run) -> Iterator[str]:
    criteria = [standards.criterion(num) for num in one.criteria]
    place, kind = one.places[0], standards.kind(one.kind)
    yield "Krav: " + "; ".join(
        f"{f'EN 301 549 avsnitt {each.clause}, ' if each.clause else ''}WCAG {each.num} {each.label}, nivå {each.level}"
        for each in criteria
    )
    yield f"Förväntad observation: {one.expected.sv}"
    yield f"Faktisk observation: {place.observed.sv}"
    where = [f"{each.scenario}, {each.state}, {each.url}" for each in one.places]
    more = f" och {len(where) - PLACES} till" if len(where) > PLACES else ""
    yield f"Plats: {'; '.join(dict.fromkeys(where[:PLACES]))}{more}"
    if place.element:
        yield f"Element: {place.element.selector}"
    situations = [standards.situation(code).sv for code in kind.severity]
    if situations:
        yield f"Användningssituationer: {', '.join(situations)}"
    yield f"Prioritet: {one.priority.level}"
    yield f"Metod: {MODES[one.mode]} ({', '.join(one.engines) if one.mode is not Mode.MANUAL else 'en människa'})"
    if one.reviewed:
        yield f"Granskare: {one.reviewed.by}, {swedish_day(one.reviewed.on)}"
        if one.reviewed.note and one.mode is not Mode.MANUAL:
            yield f"Granskarens anteckning: {one.reviewed.note}"
    evidence = [place.picture, one.reviewed.evidence if one.reviewed else ""]
    yield f"Bevis: {', '.join(filter(None, evidence)) or 'ingen bild'}; id {one.fingerprint}"


def _tests(states: tuple[ClauseState, ...]) -> Iterator[Block]:
    rows = [
        [
            state.clause or f"WCAG {state.num}",
            f"{one.scenario}, {one.state}" if one.scenario else one.surface,
            one.outcome,
            one.method,
            one.note,
            one.evidence,
            f"{one.by}, {swedish_day(one.on)}",
        ]
        for state in states
        for one in state.tests
    ]
    if rows:
        yield table("Gjorda prov", ("Avsnitt", "Var", "Utfall", "Metod", "Observation", "Bevis", "Granskare"), rows)
    else:
        yield paragraph("Inga manuella prov är gjorda.")


def _of_test(test: ManualTest) -> Iterator[str]:
    yield f"Faktisk observation: {test.note}"
    yield f"Metod: manuell, {test.method}"
    yield f"Granskare: {test.by}, {swedish_day(test.on)}"
    if test.evidence:
        yield f"Bevis: {test.evidence}"


def _questions(states: tuple[ClauseState, ...]) -> Iterator[Block]:
    told = {one.fingerprint: one for state in states for one in state.questions}
    if told:
        yield items(
            f"{one.question.sv} ({', '.join(one.criteria)}; {one.places[0].scenario}, {one.places[0].state}; "
            f"id {one.fingerprint})"
            for one in told.values()
            if one.question
        )
    else:
        yield paragraph("Inga.")


def _reviewers(states: list[ClauseState] | tuple[ClauseState, ...]) -> list[str]:
    judged = [one.reviewed.by for state in states for one in (*state.breaches, *state.questions) if one.reviewed]
    return list(dict.fromkeys([*judged, *(one.by for state in states for one in state.tests)]))
