"""Contrast of the parts of charts that must be seen to read them.

What fails: bars, points or other parts of a chart drawn with SVG with less than 3:1 to the ground around them, where
neither their figures nor a table tells the same.

For whom: people with low vision or with reduced sensitivity to contrast, who do not see how long a bar is.

How to fix: a darker colour, or a line around each part with at least 3:1; or the figures beside them.

Limits: parts are known by being three or more of one sort and of different sizes. Where figures are written in the
chart, or a table stands by it, a person is asked, since the criterion exempts what is told in another way. Lines, parts
that lie on one another, canvases and pictures are not measured.

Source: WCAG 2.2 success criterion 1.4.11, techniques G207, G209; Understanding Non-text Contrast, graphical objects.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.contrast.controls import Best, drawing
from checks.contrast.observe import observe
from checks.contrast.words import ratio
from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State
from standards.colour import hexadecimal

ID = "contrast-graphics"

LEAST = 3.0


@check(
    id=ID,
    title=Text("Kontrast i diagram, mätt i bild", "Contrast in charts, measured from pixels"),
    criteria=("1.4.11",),
    looks_at=Text("Staplar och andra delar av diagram i SVG.", "Bars and other parts of charts in SVG."),
    certainty=Text(
        "Hög där inget annat säger samma sak; annars ställs en fråga.",
        "High where nothing else tells the same; else it is asked about.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each part of a chart that can hardly be seen, three of a sort at most."""
    sights = gather(state, "checks.contrast", "graphics.js")
    if sights:
        yield from tell(state, _told(state, sights))


def _told(state: State, sights: list[Sight]) -> Iterator[Told]:
    seen = state.once(observe)
    for sight in sights:
        if sight.document in seen.blank:
            continue
        x, y = sight.document.offset
        left, top, width, height = sight.told["box"]
        best = drawing(seen.bare, (left + x, top + y, width, height))
        if best and best.ratio < LEAST:
            yield sight, _finding(best, told_otherwise=sight.told["values"] or sight.told["table"])


def _finding(best: Best, *, told_otherwise: bool) -> partial[Finding]:
    said = ratio(best.ratio)
    return partial(
        found,
        ID,
        "part-of-chart",
        "nontext-contrast",
        criteria=("1.4.11",),
        expected=(
            "Diagrammets delar har minst 3:1 mot bakgrunden",
            "The parts of the chart have at least 3:1 to their ground",
        ),
        observed=(
            f"Delen har {said.sv}: {hexadecimal(best.one)} mot {hexadecimal(best.other)}",
            f"The part has {said.en}: {hexadecimal(best.one)} to {hexadecimal(best.other)}",
        ),
        question=(
            "Säger siffrorna i diagrammet, eller tabellen intill, allt som delarna visar?",
            "Do the figures in the chart, or the table beside it, tell all that the parts show?",
        )
        if told_otherwise
        else None,
        evidence={"kontrast": said.sv, "krav": "3:1"},
    )
