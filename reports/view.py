"""What the HTML report shows of a run, put together for its templates; wording is theirs."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import standards
from checks.model import Text
from defects.model import Defect, Mode, Place
from reports.advice import fix_of
from reports.by_hand import Guided, guided
from reports.listening import Journey, listening
from reports.model import Driven, Run, Surface
from reports.pictures import Cutting, cut
from reports.sampling import ManualCount
from reports.summary import ScenarioCount, Sort, Summary, Verdict, sort_of, summarise
from reports.swatches import Swatches, swatches
from reports.walks import walks
from scenarios.model import Area

MARK = 10
"""How much of a fingerprint a person writes: two of a million defects may share it once in a year of nights."""

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
    fix: standards.Text
    grounds: tuple[tuple[tuple[Surface, ...], standards.Ground], ...]
    situations: tuple[tuple[standards.Situation, int], ...]
    place: Place
    driven: Driven | None
    cutting: Cutting | None
    walk: Cutting | None
    swatches: Swatches | None
    areas: tuple[int, ...]
    scenarios: tuple[str, ...]
    command: str


@dataclass(frozen=True)
class Group:
    """The same question, asked of one or more elements; it is answered with all of them in sight."""

    anchor: str
    kind: standards.Kind
    question: Text
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Row:
    """A success criterion with what the run can say of it; `way` is how it is tested at all (`standards.Guide`).

    `by_hand` counts the manual tests of it.
    """

    criterion: standards.Criterion
    verdict: Verdict
    breaches: int
    questions: int
    way: str
    by_hand: ManualCount

    @property
    def untested(self) -> bool:
        """Whether nothing and nobody has looked."""
        return self.verdict is Verdict.UNTESTED and not self.by_hand.done


@dataclass(frozen=True)
class Page:
    """The whole report.

    `scenarios` and `counts` go by the scenario's id; `most` is the largest number of breaches that an
    area has; `required` counts those that show where the law asks for accessibility.
    """

    run: Run
    summary: Summary
    breaches: tuple[Card, ...]
    questions: tuple[Group, ...]
    practices: tuple[Card, ...]
    dismissed: tuple[Card, ...]
    worst: tuple[Card, ...]
    rows: tuple[Row, ...]
    areas: tuple[str, ...]
    scenarios: Mapping[str, Driven]
    counts: Mapping[str, ScenarioCount]
    most: int
    required: int
    guided: Guided
    journeys: tuple[Journey, ...]

    @property
    def cards(self) -> int:
        """How many defects of all sorts there are."""
        return len(self.run.defects)


def view(run: Run) -> Page:
    """Put together what the report shows of a run."""
    summary = summarise(run)
    scenarios = {one.id: one for one in run.scenarios}
    cuttings = _cuttings(run)
    drawn = walks(run.folder, run.defects)
    cards = [_card(defect, run, scenarios, cuttings, drawn.get(defect.fingerprint)) for defect in run.defects]
    told = guided(run)
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
        dismissed=tuple(_card(defect, run, scenarios, {}, None) for defect in run.review.dismissed),
        worst=tuple(first_of_kind.values())[:WORST],
        rows=_rows(summary, {one.criterion.num: one.count for one in told.criteria}),
        areas=tuple(area.value for area in Area),
        scenarios=scenarios,
        counts={one.scenario: one for one in summary.scenarios},
        most=max(sum(one.by_priority.values()) for one in summary.areas),
        required=sum(any(one.status == "lagkrav" for _, one in card.grounds) for card in sorts[Sort.BREACH]),
        guided=told,
        journeys=listening(run),
    )


def card_of(run: Run, defect: Defect) -> Card:
    """What is shown of one defect of a run."""
    scenarios = {one.id: one for one in run.scenarios}
    walk = walks(run.folder, (defect,)).get(defect.fingerprint)
    return _card(defect, run, scenarios, cut(run.folder, _candidates(defect)), walk)


def _cuttings(run: Run) -> dict[Place, Cutting]:
    """One picture shows a fault; where it is lost, those of a few more of its places are tried."""
    candidates = [_candidates(defect) for defect in run.defects]
    found = cut(run.folder, (some[0] for some in candidates if some))
    return found | cut(
        run.folder, (place for some in candidates if some and some[0] not in found for place in some[1:])
    )


def _candidates(defect: Defect) -> list[Place]:
    return [place for place in defect.places if place.picture and place.element and place.element.box][:3]


def _card(
    defect: Defect,
    run: Run,
    scenarios: Mapping[str, Driven],
    cuttings: Mapping[Place, Cutting],
    walk: Cutting | None,
) -> Card:
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
        fix=fix_of(defect),
        grounds=_grounds(defect, run.surfaces),
        situations=tuple(
            (standards.situation(code), degree)
            for code, degree in sorted(kind.severity.items(), key=lambda one: -one[1])
        ),
        place=place,
        driven=scenarios.get(place.scenario),
        cutting=cuttings.get(place),
        walk=walk,
        swatches=swatches(defect.evidence),
        areas=tuple(sorted({order.index(scenarios[one].area) for one in touched if one in scenarios})),
        scenarios=touched,
        command=_command(run, defect, place.scenario),
    )


def _command(run: Run, defect: Defect, scenario: str) -> str:
    """What takes a developer there; where only a person saw it, what drives the scenario again, to the same target."""
    if defect.checks and defect.mode is not Mode.MANUAL:
        return shlex.join(["esset-a11y", "repro", defect.fingerprint[:MARK], "--run", run.trace.run])
    words = ["esset-a11y", "run", "--scenario", scenario]
    if run.trace.target.startswith(("http://", "https://")):
        words += ["--target", run.trace.target]
    elif run.trace.configuration.get("build", "delivered") != "delivered":
        words += ["--build", run.trace.configuration["build"]]
    return shlex.join(words)


def _grounds(defect: Defect, surfaces: Iterable[Surface]) -> tuple[tuple[tuple[Surface, ...], standards.Ground], ...]:
    """The surfaces that the defect shows on, by what may be said of it there."""
    told: dict[standards.Ground, list[Surface]] = {}
    for surface in surfaces:
        if surface.name in defect.surfaces:
            ground = standards.legal_ground(standards.Scope(surface.scope), defect.criteria)
            told.setdefault(ground, []).append(surface)
    return tuple((tuple(some), ground) for ground, some in told.items())


def _groups(cards: Iterable[Card]) -> tuple[Group, ...]:
    asked: dict[tuple[str, Text], list[Card]] = {}
    for card in cards:
        if card.defect.question:
            asked.setdefault((card.defect.kind, card.defect.question), []).append(card)
    return tuple(
        Group(f"fraga-{number}", some[0].kind, question, tuple(some))
        for number, ((_, question), some) in enumerate(asked.items(), 1)
    )


def _rows(summary: Summary, by_hand: Mapping[str, ManualCount]) -> tuple[Row, ...]:
    """Those of level A and AA; one of level AAA is shown where a check or a defect names it."""
    asked = {one.num: one for one in standards.criteria()}
    asked |= {num: standards.criterion(num) for num in summary.by_criterion}
    rows = []
    for criterion in sorted(asked.values(), key=lambda one: one.order):
        count = summary.by_criterion.get(criterion.num)
        verdict, breaches, questions = (
            (count.verdict, count.breaches, count.questions) if count else (Verdict.UNTESTED, 0, 0)
        )
        done = by_hand.get(criterion.num, ManualCount())
        rows.append(Row(criterion, verdict, breaches, questions, _way(criterion), done))
    return tuple(rows)


def _way(criterion: standards.Criterion) -> str:
    """How a criterion is tested; those of level AAA have no guide, and are tested in part at most."""
    return "partly" if criterion.level == "AAA" else standards.guide(criterion.num).way
