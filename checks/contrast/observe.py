"""What of a state's text several checks need: every run, its contrast as painted, and its element on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Error as PlaywrightError

from checks.asking import Held, hold
from checks.contrast.cover import behind, covered, points
from checks.contrast.measure import Doubt, Measure, Run, by_pixels, by_styles, enlarged
from checks.contrast.pixels import Camera, Rect, Sheet, still
from checks.model import Element
from checks.scripts import behind_now, script
from checks.state import Document, State
from standards.colour import required

Array = NDArray[Any]

MOST_RUNS = 8000
PATIENCE = 4000
"""Milliseconds that the collection of runs may take in one document."""

MOST_ENLARGED = 30
TIMES = 4
"""How much larger letters are painted anew, and how many runs at one state are."""

WIDEST, TALLEST = 700.0, 90.0
"""Most CSS pixels of a rectangle that is painted enlarged."""


@dataclass(frozen=True)
class Seen:
    """A run with what was measured. `measure` None and `doubt` empty: nothing of it is painted.

    `doubt` says why no measure was certain.
    """

    run: Run
    measure: Measure | None
    doubt: str = ""

    @property
    def required(self) -> float:
        return required(self.run.size, self.run.weight)


@dataclass(frozen=True)
class Observation:
    """The text of a state.

    `sheet` is the painted page, `bare` the same without text. `cut` are the documents with more text than was looked
    at; `blank` those that the pictures don't show, whose text is judged by style sheets alone.
    """

    documents: tuple[Document, ...]
    seen: tuple[Seen, ...]
    cut: tuple[Document, ...]
    sheet: Sheet
    bare: Sheet
    held: Mapping[int, Held]
    blank: frozenset[Document]

    def elements(self, state: State, wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Element]:
        """Elements by number of document and of element; one that is gone is left out."""
        found: dict[tuple[int, int], Element] = {}
        by_document: dict[int, list[int]] = {}
        for document, element in dict.fromkeys(wanted):
            by_document.setdefault(document, []).append(element)
        for at, numbers in by_document.items():
            try:
                told = state.describe(self.documents[at], self._paths(at, numbers))
            except PlaywrightError:
                continue
            found |= {(at, number): one for number, one in zip(numbers, told, strict=True) if one}
        return found

    def paths(self, wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], tuple[str, ...]]:
        """Only the paths of elements (`checks.model.Element.path`), which cost next to nothing."""
        found: dict[tuple[int, int], tuple[str, ...]] = {}
        by_document: dict[int, list[int]] = {}
        for document, element in dict.fromkeys(wanted):
            by_document.setdefault(document, []).append(element)
        for at, numbers in by_document.items():
            hops = self._paths(at, numbers)
            found |= {
                (at, number): self.documents[at].path + tuple(one) for number, one in zip(numbers, hops, strict=True)
            }
        return found

    def ask(self, at: int, code: str, argument: Any = None) -> Any:
        """What `({ elements }, argument) => …` gives in a document, with the elements that its runs name."""
        return self.held[at].ask(code, argument)

    def _paths(self, at: int, numbers: Sequence[int]) -> list[list[str]]:
        code = f"({{ elements }}, numbers) => {{ const {{ pathOf }} = ({script('checks', 'paths.js')})();"
        return list(self.ask(at, f"{code} return numbers.map((number) => pathOf(elements[number])); }}", list(numbers)))


def observe(state: State) -> Observation:
    """Collect and measure all text of the state; for `State.once`."""
    documents: list[Document] = []
    cut: list[Document] = []
    held: dict[int, Held] = {}
    runs: list[Run] = []
    with still(state) as camera:
        for document in state.documents:
            if behind(document):
                continue
            try:
                told = hold(
                    document.frame,
                    f"({script('checks.contrast', 'collect.js')})({behind_now()})",
                    {"most": MOST_RUNS, "patience": PATIENCE, "top": not document.path},
                )
                collected = told.ask("({ runs, cut }) => ({ runs, cut })")
            except PlaywrightError:
                continue
            held[len(documents)] = told
            runs += [_run(one, len(documents), document) for one in collected["runs"]]
            cut += [document] * collected["cut"]
            documents.append(document)
        painted = camera.whole()
        camera.bare(_filled(held, runs))
        bare = camera.whole()
        blank = _blank(documents, runs, painted, bare)
        seen = _measure(
            [run for run in runs if documents[run.document] not in blank],
            painted,
            bare,
            camera,
            lambda some: _covered(documents, held, some),
        )
        seen += [Seen(run, by_styles(run)) for run in runs if documents[run.document] in blank]
    return Observation(tuple(documents), tuple(seen), tuple(cut), painted, bare, held, blank)


def _filled(held: Mapping[int, Held], runs: Sequence[Run]) -> list[Held]:
    """The elements, document by document, whose background is painted in their letters only."""
    numbers: dict[int, list[int]] = {}
    for run in runs:
        if run.hard == "clip":
            numbers.setdefault(run.document, []).append(run.element)
    return [
        held[at].hold("({ elements }, numbers) => numbers.map((number) => elements[number])", some)
        for at, some in numbers.items()
    ]


def _run(told: dict[str, Any], at: int, document: Document) -> Run:
    x, y = document.offset
    rects = tuple((left + x, top + y, width, height) for left, top, width, height in told.pop("rects"))
    plain = told.pop("plain")
    return Run(
        document=at,
        rects=rects,
        colour=tuple(told.pop("colour")),
        plain=plain and (round(plain[0]), round(plain[1]), round(plain[2])),
        **told,
    )


def _blank(documents: Sequence[Document], runs: Sequence[Run], painted: Sheet, bare: Sheet) -> frozenset[Document]:
    """Frames of which no letter is painted: Chromium leaves out one of another origin that is far out of view."""
    dark = {document for document in documents if document.path}
    for run in runs:
        document = documents[run.document]
        if document in dark and any(not np.array_equal(*pair) for pair in _pairs(run, painted, bare)):
            dark.discard(document)
    return frozenset(document for document in dark if any(documents[run.document] == document for run in runs))


def _covered(documents: Sequence[Document], held: Mapping[int, Held], runs: Sequence[Run]) -> list[float]:
    """How much of each run lies beneath something else."""
    shares = [0.0] * len(runs)
    for at in {run.document for run in runs}:
        own = [place for place, run in enumerate(runs) if run.document == at]
        asked = [(runs[place].element, points(runs[place].rects)) for place in own]
        for place, share in zip(own, covered(documents[0], documents[at], held[at], asked), strict=True):
            shares[place] = share
    return shares


def _measure(
    runs: Sequence[Run], painted: Sheet, bare: Sheet, camera: Camera, shares: Callable[[Sequence[Run]], list[float]]
) -> list[Seen]:
    seen: list[Seen | None] = []
    doubtful: list[int] = []
    for run in runs:
        least = required(run.size, run.weight)
        pairs = _pairs(run, painted, bare)
        if not pairs:
            measure = by_styles(run)
            seen.append(Seen(run, measure, "" if measure or not run.scrolled else "scrolled"))
            continue
        try:
            measure = by_pixels(run, pairs, least)
            seen.append(Seen(run, measure, run.moving if measure else ""))
        except Doubt:
            doubtful.append(len(seen))
            seen.append(None)
    # What stays in view while the page scrolls is pictured over other text, which then is not judged here.
    suspect = [at for at, one in enumerate(seen) if one is None or _uneasy(one)]
    beneath = {at for at, share in zip(suspect, shares([runs[at] for at in suspect]), strict=True) if share > 0}
    for at in beneath:
        seen[at] = Seen(runs[at], None)
    doubtful = [at for at in doubtful if at not in beneath]
    for at, one in _enlarge([runs[at] for at in doubtful], bare, camera):
        seen[doubtful[at]] = one
    return [one for one in seen if one]


def _uneasy(one: Seen) -> bool:
    """Whether a measure on uneven ground is no clear pass."""
    measure = one.measure
    return measure is not None and not measure.even and (measure.best < one.required or measure.share >= 0.05)


def _pairs(run: Run, painted: Sheet, bare: Sheet) -> list[tuple[Array, Array]]:
    pairs = []
    for rect in run.rects:
        with_text, without = painted.part(rect), bare.part(rect)
        if with_text is not None and without is not None and with_text.shape == without.shape:
            pairs.append((with_text, without))
    return pairs


def _enlarge(runs: Sequence[Run], bare: Sheet, camera: Camera) -> Iterable[tuple[int, Seen]]:
    """Measure runs whose colour must be read from enlarged letters; alike ones on alike ground are read once."""
    alike: dict[Any, list[int]] = {}
    for at, run in enumerate(runs):
        alike.setdefault(_likeness(run, bare, at), []).append(at)
    chosen = [some[0] for some in alike.values()][:MOST_ENLARGED]
    clips = {at: _clip(runs[at].rects[0]) for at in chosen}
    # Bare first, as the page stands; then all of them with their text.
    without = {at: camera.shot(clip, TIMES) for at, clip in clips.items()}
    if chosen:
        camera.dressed()
    with_text = {at: camera.shot(clip, TIMES) for at, clip in clips.items()}
    for some in alike.values():
        first = some[0]
        if first not in clips:
            yield from ((at, Seen(runs[at], None, "many")) for at in some)
            continue
        run = runs[first]
        try:
            times = with_text[first].shape[1] / clips[first][2]
            measure = enlarged(run, with_text[first], without[first], required(run.size, run.weight), times)
        except ValueError:  # The page changed its size between the pictures.
            yield from ((at, Seen(runs[at], None, "changed")) for at in some)
            continue
        yield from ((at, Seen(runs[at], measure, runs[at].moving if measure else "")) for at in some)


def _likeness(run: Run, bare: Sheet, at: int) -> Any:
    part = bare.part(run.rects[0])
    if part is None or run.hard == "clip" or int(np.ptp(part.reshape(-1, 3), axis=0).max()) > 3:
        return at
    ground = tuple(int(channel) for channel in np.median(part.reshape(-1, 3), axis=0))
    return run.colour, run.opacity, run.size, run.weight, run.hard, run.kind, ground, run.moving


def _clip(rect: Rect) -> Rect:
    x, y, width, height = rect
    return max(0.0, x - 1), max(0.0, y - 1), min(width + 2, WIDEST), min(height + 2, TALLEST)
