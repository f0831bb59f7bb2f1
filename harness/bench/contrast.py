"""How right the measured contrast is: text of known colours, rendered, measured, and held against what was known.

The samples are made from figures, so the truth is computed and not measured: colours, alphas, opacities, layers,
gradients and images, at either side of what is required. Letters are equally wide, so that it is known where each
stands on a gradient. What counts is the least readable letter at its best (`checks.contrast.measure`).
"""

from __future__ import annotations

import base64
import io
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Browser

from checks.contrast.observe import observe
from checks.contrast.pixels import still
from checks.contrast.text import look
from checks.model import Finding, Outcome, Visit
from checks.state import State
from reports.run_json import load_run
from standards.colour import Rgb, contrast, hexadecimal, required

TEXT = "Ansökan om bistånd är mottagen"
NEAR = 0.1
"""A sample nearer to what is required than this is left out of the verdicts."""

Mixed = tuple[float, float, float]


@dataclass(frozen=True)
class Sample:
    """One text with its known contrast; `html` is an element whose id is the sample's `name`."""

    name: str
    sort: str
    html: str
    ratio: float
    required: float


@dataclass(frozen=True)
class Answer:
    """What was measured of a sample; `ratio` is None where nothing was, `outcome` empty where nothing was said."""

    sample: Sample
    ratio: float | None
    outcome: str

    @property
    def near(self) -> bool:
        return abs(self.sample.ratio - self.sample.required) <= NEAR

    @property
    def right(self) -> bool:
        return self.outcome == ("failed" if self.sample.ratio < self.sample.required else "passed")

    @property
    def error(self) -> float:
        """Relative error of the ratio; 1 where nothing was measured."""
        return abs(self.ratio / self.sample.ratio - 1) if self.ratio else 1.0


@dataclass(frozen=True)
class Pace:
    """Milliseconds (medians) for a page with so many runs: the whole check, and the two pictures alone."""

    runs: int
    check: float
    pictures: float


def samples(number: int = 480, seed: int = 1) -> list[Sample]:
    """So many samples, evenly over the sorts."""
    chance = random.Random(seed)
    sorts: tuple[Callable[[random.Random], tuple[str, str, float]], ...] = (
        _plain, _see_through, _faded, _layered, _gradient, _image, _two_tone, _shadowed,
    )  # fmt: skip
    made = []
    for at in range(number):
        sort = sorts[at % len(sorts)]
        size, weight = chance.choice([(16, 400), (16, 700), (13, 400), (20, 700), (28, 400)])
        text, ground, ratio = sort(chance)
        font = f"font:{weight} {size}px/1.5 'DejaVu Sans Mono',monospace;white-space:pre;width:max-content"
        html = f'<div style="{ground}"><p id="s{at}" style="margin:0;{font};{text}">{TEXT}</p></div>'
        made.append(Sample(f"s{at}", sort.__name__.strip("_"), html, ratio, required(size, weight)))
    return made


def measure_samples(browser: Browser, some: Sequence[Sample]) -> list[Answer]:
    """Render the samples, sixty a page, and measure them as a state is measured."""
    answers: list[Answer] = []
    for first in range(0, len(some), 60):
        shown = some[first : first + 60]
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        body = "\n".join(f'<div style="margin:8px;width:max-content">{one.html}</div>' for one in shown)
        page.set_content(f"<!doctype html><html lang=sv><title>Prov</title><body style='background:#fff'>{body}")
        state = State(page, "bench", "kontrast", 1)
        seen = state.once(observe)
        outcomes = {one.element.path: one.outcome.value for one in look(state) if one.element}
        paths = seen.paths((one.run.document, one.run.element) for one in seen.seen)
        names = [
            page.evaluate("(path) => document.querySelector(path).id", paths[one.run.document, one.run.element][-1])
            for one in seen.seen
        ]
        measured = {
            name: (
                one.measure.best if one.measure else None,
                outcomes.get(paths[one.run.document, one.run.element], ""),
            )
            for name, one in zip(names, seen.seen, strict=True)
        }
        answers += [Answer(one, *measured.get(one.name, (None, ""))) for one in shown]
        page.close()
    return answers


def measure_pace(browser: Browser, sizes: Sequence[int] = (500, 1000, 2000, 5000), rounds: int = 5) -> list[Pace]:
    """How the time grows with the number of runs; every tenth has too low contrast. The sizes take turns."""
    taken: dict[int, list[float]] = {size: [] for size in sizes}
    pictures: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(rounds):
        for size in sizes:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            cells = "".join(
                f"<li style='color:{'#999' if at % 10 == 0 else '#333'}'>Ärende {at} väntar</li>" for at in range(size)
            )
            page.set_content(f"<!doctype html><html lang=sv><style>ul{{columns:6}}</style><ul>{cells}</ul>")
            taken[size].append(_seconds(lambda page=page: list(look(State(page, "bench", "fart", 1)))))  # type: ignore[misc]
            pictures[size].append(_seconds(lambda page=page: _two_pictures(State(page, "bench", "fart", 1))))  # type: ignore[misc]
            page.close()
    return [Pace(one, float(np.median(taken[one])) * 1000, float(np.median(pictures[one])) * 1000) for one in sizes]


def growth(paces: Sequence[Pace]) -> float:
    """The steepest growth between neighbours: how many times the time, by how many times the runs; 1 is linear."""
    return max((after.check / before.check) / (after.runs / before.runs) for before, after in pairwise(paces))


def agreement(folder: Path) -> dict[tuple[str, str], int]:
    """Elements of a finished run by what axe and this check say of their contrast; `-` is nothing."""
    table: dict[tuple[str, str], int] = {}
    for visit in load_run(folder).visits:
        said = {engine: _said(visit, engine) for engine in ("axe", "contrast")}
        for path in said["axe"].keys() | said["contrast"].keys():
            key = (said["axe"].get(path, "-"), said["contrast"].get(path, "-"))
            table[key] = table.get(key, 0) + 1
    return table


def _said(visit: Visit, engine: str) -> dict[tuple[str, ...], str]:
    about: list[Finding] = [
        one for one in visit.findings if one.engine == engine and one.kind == "contrast" and one.criteria == ("1.4.3",)
    ]
    order = (Outcome.PASSED, Outcome.CANT_TELL, Outcome.FAILED)
    told = sorted((one for one in about if one.element), key=lambda one: order.index(one.outcome))
    return {one.element.path: one.outcome.value for one in told if one.element}


def _two_pictures(state: State) -> None:
    with still(state) as camera:
        camera.whole()
        camera.bare()
        camera.whole()


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


# --- samples: what the text is styled with, what lies behind, and the contrast that follows ---------------------------


def _pair(chance: random.Random) -> tuple[Rgb, Rgb]:
    """Two colours whose contrast is spread around what is asked for."""
    low, high = chance.choice([(1.3, 4.5), (4.5, 14)])
    while True:
        text, ground = _colour(chance), _colour(chance)
        if low < contrast(text, ground) < high:
            return text, ground


def _colour(chance: random.Random) -> Rgb:
    return chance.randrange(256), chance.randrange(256), chance.randrange(256)


def _mix(front: Iterable[float], back: Iterable[float], alpha: float) -> Mixed:
    red, green, blue = (one * alpha + other * (1 - alpha) for one, other in zip(front, back, strict=True))
    return red, green, blue


def _css(colour: Iterable[float], alpha: float = 1.0) -> str:
    return f"rgb({' '.join(str(round(one)) for one in colour)} / {alpha})"


def _plain(chance: random.Random) -> tuple[str, str, float]:
    text, ground = _pair(chance)
    return f"color:{hexadecimal(text)}", f"background:{hexadecimal(ground)}", float(contrast(text, ground))


def _see_through(chance: random.Random) -> tuple[str, str, float]:
    text, ground = _pair(chance)
    alpha = chance.choice([0.3, 0.5, 0.6, 0.75, 0.9])
    ratio = contrast(_mix(text, ground, alpha), ground)
    return f"color:{_css(text, alpha)}", f"background:{hexadecimal(ground)}", float(ratio)


def _faded(chance: random.Random) -> tuple[str, str, float]:
    text, ground = _pair(chance)
    alpha = chance.choice([0.4, 0.5, 0.7, 0.85])
    ratio = contrast(_mix(text, ground, alpha), ground)
    return f"color:{hexadecimal(text)};opacity:{alpha}", f"background:{hexadecimal(ground)}", float(ratio)


def _layered(chance: random.Random) -> tuple[str, str, float]:
    text, ground = _pair(chance)
    veil, alpha = _colour(chance), chance.choice([0.2, 0.5, 0.8])
    behind = [round(one) for one in _mix(veil, ground, alpha)]
    return (
        f"color:{hexadecimal(text)};background:{_css(veil, alpha)}",
        f"background:{hexadecimal(ground)}",
        float(contrast(text, behind)),
    )


def _gradient(chance: random.Random) -> tuple[str, str, float]:
    text, ground = _pair(chance)
    end = [min(255, max(0, one + chance.randint(-50, 50))) for one in ground]
    steps = np.linspace(0, 1, len(TEXT) * 16 + 1)[:, None]
    behind = np.array(ground, dtype=float) * (1 - steps) + np.array(end, dtype=float) * steps
    ratios = contrast(np.broadcast_to(np.array(text, dtype=float), behind.shape), behind)
    letters = [at for at, letter in enumerate(TEXT) if letter != " "]
    ratio = min(float(ratios[at * 16 : at * 16 + 17].max()) for at in letters)
    return (
        f"color:{hexadecimal(text)};background:linear-gradient(90deg, {hexadecimal(ground)}, {hexadecimal(end)})",
        "",
        ratio,
    )


def _image(chance: random.Random) -> tuple[str, str, float]:
    text, ground = _pair(chance)
    picture = _picture([ground])
    return f"color:{hexadecimal(text)}", f"background:url({picture}) 0 0 / 100% 100%", float(contrast(text, ground))


def _two_tone(chance: random.Random) -> tuple[str, str, float]:
    text, ground = _pair(chance)
    other = _colour(chance)
    ratio = min(contrast(text, ground), contrast(text, other))
    if ratio < 1.3:
        return _two_tone(chance)
    picture = _picture([ground, other])
    style = f"background:url({picture}) 0 0 / 100% 100%;image-rendering:pixelated"
    return f"color:{hexadecimal(text)}", style, float(ratio)


def _shadowed(chance: random.Random) -> tuple[str, str, float]:
    """A wide halo of one colour is what the letters stand on, whatever lies further out."""
    text, ground = _pair(chance)
    halo = ",".join(f"{x}px {y}px 0 {hexadecimal(ground)}" for x in range(-2, 3) for y in range(-2, 3))
    return f"color:{hexadecimal(text)};text-shadow:{halo}", "background:#fff", float(contrast(text, ground))


def _picture(columns: Sequence[Rgb]) -> str:
    held = io.BytesIO()
    Image.fromarray(np.array([columns], dtype=np.uint8)).save(held, "PNG")
    return f"data:image/png;base64,{base64.b64encode(held.getvalue()).decode()}"
