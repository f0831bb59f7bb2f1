"""What the HTML report shows of a run, put together for its templates; wording is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import standards
from checks.model import Text
from defects.model import Defect, Place
from reports.model import Driven, Run, Surface
from reports.pictures import Cutting, cut
from reports.summary import ScenarioCount, Sort, Summary, Verdict, by_number, sort_of, summarise
from scenarios.model import Area

WORST = 5
"""How many defects the summary tells in plain words."""


@dataclass(frozen=True)
class Card:
    """A defect with what is said about it.

    `areas` holds numbers of `Page.areas`; `situations` are Digg's, with how hard each is hit (1-4), the hardest first.
    """

    defect: Defect
    anchor: str
    kind: standards.Kind
    criteria: tuple[standards.Criterion, ...]
    grounds: tuple[tuple[Surface, standards.Ground], ...]
    situations: tuple[tuple[Text, int], ...]
    place: Place
    driven: Driven | None
    cutting: Cutting | None
    areas: tuple[int, ...]
    scenarios: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Questions about the same kind of fault."""

    kind: standards.Kind
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Row:
    """A success criterion of level A or AA with what the run can say of it."""

    criterion: standards.Criterion
    verdict: Verdict
    breaches: int
    questions: int


@dataclass(frozen=True)
class Page:
    """The whole report.

    `scenarios` and `counts` go by the scenario's id; `most` is the largest number of breaches that an area has.
    """

    run: Run
    summary: Summary
    breaches: tuple[Card, ...]
    questions: tuple[Group, ...]
    practices: tuple[Card, ...]
    worst: tuple[Card, ...]
    rows: tuple[Row, ...]
    areas: tuple[str, ...]
    scenarios: Mapping[str, Driven]
    counts: Mapping[str, ScenarioCount]
    most: int

    @property
    def cards(self) -> int:
        """How many defects of all sorts there are."""
        return len(self.run.defects)


def view(run: Run) -> Page:
    """Put together what the report shows of a run."""
    summary = summarise(run)
    scenarios = {one.id: one for one in run.scenarios}
    cuttings = cut(run.folder, (place for defect in run.defects for place in _candidates(defect)))
    cards = [_card(defect, run, scenarios, cuttings) for defect in run.defects]
    sorts = {sort: tuple(card for card in cards if sort_of(card.defect) is sort) for sort in Sort}
    first_of_kind: dict[str, Card] = {}
    for card in sorts[Sort.BREACH]:
        first_of_kind.setdefault(card.defect.kind, card)
    return Page(
        run=run,
        summary=summary,
        breaches=sorts[Sort.BREACH],
        questions=_groups(sorts[Sort.QUESTION]),
        practices=sorts[Sort.PRACTICE],
        worst=tuple(first_of_kind.values())[:WORST],
        rows=_rows(summary),
        areas=tuple(area.value for area in Area),
        scenarios=scenarios,
        counts={one.scenario: one for one in summary.scenarios},
        most=max(sum(one.by_priority.values()) for one in summary.areas),
    )


def _candidates(defect: Defect) -> list[Place]:
    # One picture shows a fault; a few more tries, for a place whose picture is lost.
    return [place for place in defect.places if place.picture and place.element and place.element.box][:3]


def _card(defect: Defect, run: Run, scenarios: Mapping[str, Driven], cuttings: Mapping[Place, Cutting]) -> Card:
    kind = standards.kind(defect.kind)
    pictured = next((place for place in _candidates(defect) if place in cuttings), None)
    place = pictured or defect.places[0]
    touched = tuple(dict.fromkeys(one.scenario for one in defect.places))
    order = [area.value for area in Area]
    return Card(
        defect=defect,
        anchor=f"brist-{defect.fingerprint}",
        kind=kind,
        criteria=tuple(standards.criterion(num) for num in defect.criteria),
        grounds=tuple(
            (surface, standards.legal_ground(standards.Scope(surface.scope), defect.criteria))
            for surface in run.surfaces
            if surface.name in defect.surfaces
        ),
        situations=tuple(
            (standards.situation(code), degree)
            for code, degree in sorted(kind.severity.items(), key=lambda one: -one[1])
        ),
        place=place,
        driven=scenarios.get(place.scenario),
        cutting=cuttings.get(place),
        areas=tuple(sorted({order.index(scenarios[one].area) for one in touched if one in scenarios})),
        scenarios=touched,
    )


def _groups(cards: Iterable[Card]) -> tuple[Group, ...]:
    by_kind: dict[str, list[Card]] = {}
    for card in cards:
        by_kind.setdefault(card.defect.kind, []).append(card)
    return tuple(Group(some[0].kind, tuple(some)) for some in by_kind.values())


def _rows(summary: Summary) -> tuple[Row, ...]:
    rows = []
    for criterion in sorted(standards.criteria(), key=lambda one: by_number(one.num)):
        count = summary.by_criterion.get(criterion.num)
        # AAA is not asked for by anyone; it is shown where a defect names it.
        if count:
            rows.append(Row(criterion, count.verdict, count.breaches, count.questions))
        elif criterion.level != "AAA":
            rows.append(Row(criterion, Verdict.UNTESTED, 0, 0))
    return tuple(rows)
