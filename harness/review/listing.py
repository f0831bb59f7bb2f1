"""What the review pages list: what is decided and what is left, of defects and of manual tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import standards
from checks.model import Outcome, Text
from defects.model import Defect, Level
from defects.review import is_question
from harness.review.desk import Laid
from reports.by_hand import Guided, Stop, guided
from reports.model import Driven, Spoken
from reports.sampling import Planned

PAGE = 100
"""How many defects a page lists."""

SORTS = {"": "Alla slag", "brist": "Brister", "fraga": "Frågor", "praxis": "God praxis"}
STATES = {"": "Alla", "kvar": "Utan beslut", "klar": "Med beslut", "om": "Måste bedömas på nytt"}


@dataclass(frozen=True)
class Choice:
    """What of the list is shown."""

    sort: str = ""
    state: str = ""
    level: str = ""
    text: str = ""
    page: int = 1

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Choice:
        """From an address's query; what is not understood chooses nothing."""
        page = told.get("sida", "1")
        return cls(
            sort=told.get("slag", "") if told.get("slag") in SORTS else "",
            state=told.get("lage", "") if told.get("lage") in STATES else "",
            level=told.get("prioritet", "") if told.get("prioritet") in [*Level] else "",
            text=told.get("ord", "")[:200],
            page=max(1, int(page)) if page.isdigit() and len(page) < 6 else 1,
        )


@dataclass(frozen=True)
class Line:
    """A defect in the list."""

    defect: Defect
    title: str
    sort: str
    decided: bool
    anew: bool


@dataclass(frozen=True)
class Overview:
    """The first page: how much is decided of each sort, the list, and the manual tests."""

    choice: Choice
    decided: Mapping[str, tuple[int, int]]
    lines: tuple[Line, ...]
    found: int
    pages: int
    guided: Guided


@dataclass(frozen=True)
class Around:
    """The defects beside one in the list, and the next that nobody has decided of; empty where there is none."""

    before: str
    after: str
    left: str


@dataclass(frozen=True)
class TestsAt:
    """The manual tests of a scenario, or of a surface; `numbers` are the states' own, 0 for a surface."""

    place: str
    title: str
    driven: Driven | None
    stops: tuple[Stop, ...]
    numbers: Mapping[str, int]
    clauses: tuple[tuple[standards.Clause, Planned], ...]


@dataclass(frozen=True)
class TestAt:
    """One manual test with what its page shows; `picture` is the visit's number in the run, -1 for none."""

    planned: Planned
    title: str
    heading: str
    instruction: Text
    criterion: standards.Criterion | None
    driven: Driven | None
    url: str
    picture: int
    spoken: Spoken | None
    left: str


def title(defect: Defect) -> str:
    """A defect in a few words."""
    element = defect.places[0].element
    told = standards.kind(defect.kind).title.sv
    return f"{told}: {element.called}" if element else told


def overview(laid: Laid, choice: Choice) -> Overview:
    """What the first page shows."""
    lines = _lines(laid)
    fits = [one for one in lines if _fits(one, choice)]
    start = (choice.page - 1) * PAGE
    return Overview(
        choice=choice,
        decided={
            sort: (sum(one.decided for one in some), len(some))
            for sort in ("brist", "fraga", "praxis")
            for some in [[one for one in lines if one.sort == sort]]
        },
        lines=tuple(fits[start : start + PAGE]),
        found=len(fits),
        pages=max(1, -(-len(fits) // PAGE)),
        guided=guided(laid.run),
    )


def around(laid: Laid, fingerprint: str) -> Around:
    """What stands beside a defect in the list, which begins anew at its end for what is left."""
    lines = _lines(laid)
    marks = [one.defect.fingerprint for one in lines]
    at = marks.index(fingerprint)
    left = [one.defect.fingerprint for one in (*lines[at + 1 :], *lines[:at]) if not one.decided or one.anew]
    return Around(
        before=marks[at - 1] if at else "",
        after=marks[at + 1] if at + 1 < len(marks) else "",
        left=left[0] if left else "",
    )


def tests_of(laid: Laid, place: str) -> TestsAt | None:
    """The manual tests of a scenario or a surface, by its name."""
    told = guided(laid.run)
    numbers = {visit.state: visit.number for visit in laid.run.visits if visit.scenario == place}
    for driven in laid.run.scenarios:
        if driven.id == place:
            stops = next((one.stops for one in told.flows if one.driven.id == place), ())
            return TestsAt(place, f"{driven.id} {driven.title}", driven, stops, numbers, ())
    for one in told.surfaces:
        if one.surface.name == place:
            return TestsAt(place, one.surface.title, None, (), {}, one.tests)
    return None


def one_test(laid: Laid, place: str, number: int, criterion: str) -> TestAt | None:
    """One manual test, in the sample or not: of a criterion at a scenario's state, or of a clause on a surface."""
    here = tests_of(laid, place)
    if here is None:
        return None
    state = next((name for name, one in here.numbers.items() if one == number), "")
    key = (criterion, place, state, "") if here.driven else (criterion, "", "", place)
    clause = next((one for one in standards.clauses() if one.num == criterion), None)
    found = next((one for one in standards.criteria() if one.num == criterion), None)
    if (here.driven and (not found or not state)) or (not here.driven and not clause):
        return None
    unasked = Planned(*key, sample="beside", outcome=Outcome.UNTESTED, test=None)
    planned = {one.key: one for one in laid.tests()}.get(key, unasked)
    at, visit = next(
        ((at, one) for at, one in enumerate(laid.run.visits) if (one.scenario, one.state) == (place, state)), (-1, None)
    )
    return TestAt(
        planned=planned,
        title=here.title,
        heading=clause.title.sv if clause else found.label if found else "",
        instruction=clause.instruction if clause else standards.guide(criterion).instruction,
        criterion=found,
        driven=here.driven,
        url=visit.url if visit else "",
        picture=at if visit and visit.picture else -1,
        spoken=next((one for one in laid.run.transcripts if (one.scenario, one.state) == (place, state)), None),
        left=_next_test(here, key),
    )


def _next_test(here: TestsAt, key: tuple[str, ...]) -> str:
    """Where the next test that is not done is, after this one and then from the start."""
    planned = [*(one for stop in here.stops for one in stop.tests), *(one for _, one in here.clauses)]
    keys = [one.key for one in planned]
    at = keys.index(key) + 1 if key in keys else 0
    for one in (*planned[at:], *planned[:at]):
        if one.test is None and one.key != key:
            return f"{here.numbers.get(one.state, 0)}/{one.criterion}"
    return ""


def _lines(laid: Laid) -> list[Line]:
    anew = {one.defect for one in laid.run.review.overtaken}
    met = {one.defect for one in laid.run.review.met if one.verdict}
    return [
        Line(
            defect=one,
            title=title(one),
            sort="fraga" if is_question(one) else "brist" if one.criteria else "praxis",
            decided=one.fingerprint in met and one.fingerprint not in anew,
            anew=one.fingerprint in anew,
        )
        for one in laid.defects()
    ]


def _fits(line: Line, choice: Choice) -> bool:
    states = {"": True, "kvar": not line.decided, "klar": line.decided, "om": line.anew}
    return (
        choice.sort in ("", line.sort)
        and states[choice.state]
        and choice.level in ("", line.defect.priority.level)
        and all(word in _text(line) for word in choice.text.casefold().split())
    )


def _text(line: Line) -> str:
    places: Iterable[str] = (f"{one.scenario} {one.state}" for one in line.defect.places)
    return " ".join((line.title, line.defect.fingerprint, *line.defect.criteria, *places)).casefold()
