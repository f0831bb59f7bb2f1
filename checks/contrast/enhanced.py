"""Contrast beyond the law: text that has what level AA asks for, and less than level AAA.

What fails: nothing of the law. Text below 7:1, or 4.5:1 where it is large, is told as good practice, once for each pair
of colours at a state.

For whom: people with low vision who use no aids, and everyone who gets older.

How to fix: choose the suggested colour where the text is what people come to read.

Limits: only text on an even ground; at most ten pairs a state, those with most text first.

Source: WCAG 2.2 success criterion 1.4.6 (level AAA); W3C ACT rule 09o5cg.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.contrast.observe import Seen, observe
from checks.contrast.words import number, ratio
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.state import State
from standards.colour import Rgb, hexadecimal, is_large, nearest, required

MOST = 10

Pair = tuple[Rgb, Rgb, bool]


@check(
    id="contrast-enhanced",
    title=Text("Utökad kontrast (god praxis)", "Enhanced contrast (good practice)"),
    criteria=(),
    looks_at=Text("All text på jämn bakgrund.", "All text on an even ground."),
    certainty=Text(
        "Hög, men det är god praxis och inget lagkrav.", "High, but it is good practice and no requirement of the law."
    ),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """One finding for each pair of colours, at the first element that has it."""
    seen = state.once(observe)
    pairs: dict[Pair, list[Seen]] = {}
    for one in seen.seen:
        measure = one.measure
        if not measure or one.doubt or not measure.even or one.run.logo or one.run.kind == "placeholder":
            continue
        if one.required <= measure.best < required(one.run.size, one.run.weight, enhanced=True):
            key = (measure.text, measure.background, is_large(one.run.size, one.run.weight))
            pairs.setdefault(key, []).append(one)
    commonest = sorted(pairs.items(), key=lambda pair: -len(pair[1]))[:MOST]
    elements = seen.elements(state, [(some[0].run.document, some[0].run.element) for _, some in commonest])
    for (text, back, large), some in commonest:
        element = elements.get((some[0].run.document, some[0].run.element))
        measure = some[0].measure
        if not element or not measure:
            continue
        least = 4.5 if large else 7.0
        evidence = {
            "kontrast": ratio(measure.best).sv,
            "krav": ratio(least).sv,
            "textfärg": hexadecimal(text),
            "bakgrund": hexadecimal(back),
            "textstorlek": f"{number(some[0].run.size)} px",
            "vikt": f"{some[0].run.weight:.0f}",
            "texter med samma färger": str(len(some)),
        }
        if better := nearest(text, ((back, least),)):
            evidence["förslag text"] = hexadecimal(better)
        yield Finding(
            check="contrast-enhanced",
            rule="enhanced-contrast",
            engine="contrast",
            outcome=Outcome.FAILED,
            kind="contrast",
            criteria=(),
            element=replace(element, signature=(_same(text, back),)),
            expected=Text(
                f"Kontrasten är minst {ratio(least).sv} (nivå AAA, god praxis)",
                f"The contrast is at least {ratio(least).en} (level AAA, good practice)",
            ),
            observed=Text(
                f"Kontrasten är {ratio(measure.best).sv}: {hexadecimal(text)} mot {hexadecimal(back)}, "
                f"{len(some)} texter",
                f"The contrast is {ratio(measure.best).en}: {hexadecimal(text)} on {hexadecimal(back)}, "
                f"{len(some)} texts",
            ),
            evidence=evidence,
        )


def _same(text: Rgb, back: Rgb) -> str:
    """What a defect is known by: its two colours, wherever they stand. In letters, since numbers don't count there."""
    letters = str.maketrans("0123456789abcdef", "ghijklmnopqrstuv")
    return f"text\x1f.{hexadecimal(text)[1:].translate(letters)}-{hexadecimal(back)[1:].translate(letters)}"
