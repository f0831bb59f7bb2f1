"""Contrast of text, measured from what is painted.

What fails: text whose contrast to what lies behind it is below 4.5:1, or 3:1 where it is large (from 24 CSS px, or
18.67 px bold), over plain colours, gradients, images, semi-transparent layers, blending and shadows alike.

For whom: people with low vision, with reduced sensitivity to contrast, with a colour vision deficiency; everyone in
bright light.

How to fix: take the suggested colour, which is the nearest one of the same hue that is enough. Where several places
share a colour, one suggestion is enough on all of their backgrounds.

Limits: a letter counts by its best contrast, as W3C's ACT rule has it; text over a busy image, where every letter is
partly unreadable, is asked about. Text in images is not known to be text; a canvas is asked about. What is scrolled
out of view within the page, or lies more than 36 000 px down, is judged by its style sheets where these are enough.
Text of disabled controls, and behind an open modal dialog, is exempt; what calls itself a logotype is asked about.
Text that has exactly its background's colour is asked about: it may be hidden on purpose.

Source: WCAG 2.2 success criterion 1.4.3, techniques G18, G145, G148, failure F24, F83; W3C ACT rule afw4f7.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playwright.sync_api import Error as PlaywrightError

from checks.contrast.observe import Observation, Seen, observe
from checks.contrast.suggest import Suggestions
from checks.contrast.words import number, ratio
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.scripts import script
from checks.state import State
from standards.colour import hexadecimal

QUESTIONS = {
    "busy": Text(
        "Bakgrunden växlar bakom varje bokstav, och en del av den ger för låg kontrast. Går texten att läsa överallt?",
        "The background varies behind each letter, and some of it gives too low contrast. Can all of the text be read?",
    ),
    "edge": Text(
        "Några få bokstäver ligger där bakgrunden ger något för låg kontrast. Är det så i alla fönster och typsnitt?",
        "A few letters lie where the background gives slightly too low contrast. Is it so in all windows and fonts?",
    ),
    "same": Text(
        "Texten har samma färg som bakgrunden. Ska den synas? Då är det ett fel.",
        "The text has the colour of its background. Is it meant to be seen? Then it is a fault.",
    ),
    "logo": Text(
        "Kontrasten är för låg. Är det en logotyp? En sådan är undantagen, annars är det ett fel.",
        "The contrast is too low. Is it a logotype? Then it is exempt, else it is a fault.",
    ),
    "moving": Text(
        "Texten ligger över en video som spelas. Går den att läsa mot alla bilder i videon?",
        "The text lies over a video that plays. Can it be read against all of its frames?",
    ),
    "animated": Text(
        "Textens färg eller bakgrund är animerad. Är kontrasten tillräcklig i alla lägen?",
        "The colour of the text or its background is animated. Is the contrast enough at every point?",
    ),
    "scrolled": Text(
        "Texten är rullad ur bild, och stilmallarna säger inte vad som ligger bakom. Är kontrasten tillräcklig?",
        "The text is scrolled out of view, and the style sheets do not tell what is behind. Is the contrast enough?",
    ),
    "many": Text(
        "Färgen är en blandning, och fler ställen än så mäts inte på en sida. Är kontrasten tillräcklig?",
        "The colour is a mixture, and no more places than these are measured on a page. Is the contrast enough?",
    ),
    "changed": Text(
        "Sidan ändrades medan den mättes. Är kontrasten tillräcklig?",
        "The page changed while it was measured. Is the contrast enough?",
    ),
}


@check(
    id="contrast",
    title=Text("Textens kontrast, mätt i bild", "Contrast of text, measured from pixels"),
    criteria=("1.4.3",),
    looks_at=Text(
        "All text som syns, med ramar, shadow DOM, platshållare och det som står i fält.",
        "All text that shows, with frames, shadow DOM, placeholders and what stands in fields.",
    ),
    certainty=Text(
        "Hög: färgen räknas ur stilmallen, prövas mot bilden, och det som inte stämmer mäts förstorat.",
        "High: the colour is computed from the style, tried against the picture, and measured enlarged on doubt.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """A finding for each element with text: that it fails, what to ask, or that it passes, which others may ask."""
    seen = state.once(observe)
    judged = _by_element(seen)
    faulty = [key for key, (outcome, _, _) in judged.items() if outcome is not Outcome.PASSED]
    elements = seen.elements(state, faulty)
    suggestions = Suggestions(seen, [worst for outcome, _, worst in judged.values() if outcome is Outcome.FAILED])
    for key in faulty:
        outcome, why, worst = judged[key]
        if key in elements:
            yield _finding(outcome, why, worst, elements[key], suggestions)
    passed = [key for key, (outcome, _, _) in judged.items() if outcome is Outcome.PASSED]
    for path in seen.paths(passed).values():
        yield _passed(path)
    yield from _canvases(state, seen)
    if seen.cut or any(seen.documents[one.run.document] in seen.blank and not one.measure for one in seen.seen):
        yield _untested()


def _by_element(seen: Observation) -> dict[tuple[int, int], tuple[Outcome, str, Seen]]:
    """The verdict on each element: that of its least readable run."""
    judged: dict[tuple[int, int], tuple[Outcome, str, Seen]] = {}
    order = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED)
    for one in seen.seen:
        verdict = _judge(one)
        if verdict is None:
            continue
        key = (one.run.document, one.run.element)
        outcome, why = verdict
        had = judged.get(key)
        if had is None or (order.index(outcome), _best(one)) < (order.index(had[0]), _best(had[2])):
            judged[key] = (outcome, why, one)
    return judged


def _judge(one: Seen) -> tuple[Outcome, str] | None:
    """Outcome and, for a question, which; None where there is nothing to judge."""
    measure, least = one.measure, one.required
    if measure is None:
        return (Outcome.CANT_TELL, one.doubt) if one.doubt else None
    if one.doubt:
        return Outcome.CANT_TELL, one.doubt
    if measure.best < least:
        if measure.best < 1.005:
            return None if one.run.hidden or one.run.kind == "value" else (Outcome.CANT_TELL, "same")
        if one.run.logo:
            return Outcome.CANT_TELL, "logo"
        # Another font or window moves the text over an uneven ground: a few letters just below are not certain.
        edge = not measure.even and measure.letters < 0.2 and measure.best > 0.8 * least
        return (Outcome.CANT_TELL, "edge") if edge else (Outcome.FAILED, "")
    if measure.worst >= least or measure.share < 0.05:
        return Outcome.PASSED, ""
    return Outcome.CANT_TELL, "busy"


def _best(one: Seen) -> float:
    return one.measure.best if one.measure else 0.0


def _finding(outcome: Outcome, why: str, one: Seen, element: Element, suggestions: Suggestions) -> Finding:
    least, measure = one.required, one.measure
    evidence = {
        "krav": ratio(least).sv,
        "textstorlek": f"{number(one.run.size)} px",
        "vikt": f"{one.run.weight:.0f}",
    }
    if measure:
        evidence |= {
            "kontrast": ratio(measure.best).sv,
            "textfärg": hexadecimal(measure.text),
            "bakgrund": hexadecimal(measure.background),
            "mätt": measure.way.value,
        }
        if outcome is Outcome.FAILED:
            evidence |= suggestions.of(one)
    question = QUESTIONS[why] if outcome is Outcome.CANT_TELL else None
    return Finding(
        check="contrast",
        rule="text-contrast",
        engine="contrast",
        outcome=outcome,
        kind="contrast",
        criteria=("1.4.3",),
        element=element,
        expected=Text(
            f"Kontrasten mellan text och bakgrund är minst {ratio(least).sv}",
            f"The contrast between text and background is at least {ratio(least).en}",
        ),
        observed=_observed(one),
        question=question,
        evidence=evidence,
    )


def _observed(one: Seen) -> Text:
    kinds = {"placeholder": ("Platshållaren", "The placeholder"), "value": ("Texten i fältet", "The text in the field")}
    sv, en = kinds.get(one.run.kind, ("Texten", "The text"))
    if one.measure is None:
        return Text(f"{sv} gick inte att mäta", f"{en} could not be measured")
    text, back = hexadecimal(one.measure.text), hexadecimal(one.measure.background)
    told = ratio(one.measure.best)
    where = Text("", "") if one.measure.even else Text(" där den är som svagast", " where it is weakest")
    size = f"{number(one.run.size)} px, {one.run.weight:.0f}"
    return Text(
        f"{sv} har kontrasten {told.sv}{where.sv}: {text} mot {back} ({size})",
        f"{en} has a contrast of {told.en}{where.en}: {text} on {back} ({size})",
    )


def _passed(path: Sequence[str]) -> Finding:
    """Said where others may ask; only the path is told, since nobody has to find the element."""
    return Finding(
        check="contrast",
        rule="text-contrast",
        engine="contrast",
        outcome=Outcome.PASSED,
        kind="contrast",
        criteria=("1.4.3",),
        element=Element(tuple(path), "", "", "", "", None, ()),
        expected=Text("Kontrasten är tillräcklig", "The contrast is enough"),
        observed=Text("Kontrasten är tillräcklig, mätt i bild", "The contrast is enough, measured from pixels"),
    )


def _canvases(state: State, seen: Observation) -> Iterator[Finding]:
    """A canvas may hold text, and nothing but a person can tell."""
    code = f"({script('checks.contrast', 'canvas.js')})({script('checks', 'path.js')})"
    for document in seen.documents:
        try:
            elements = state.describe(document, document.frame.evaluate(code))
        except PlaywrightError:
            continue
        for element in elements:
            if element:
                yield Finding(
                    check="contrast",
                    rule="canvas-text",
                    engine="contrast",
                    outcome=Outcome.CANT_TELL,
                    kind="contrast",
                    criteria=("1.4.3",),
                    element=element,
                    expected=Text("Text i en målad yta har kontrast nog", "Text in a canvas has enough contrast"),
                    observed=Text("En canvas målar sitt innehåll själv", "A canvas paints its content itself"),
                    question=Text(
                        "Innehåller den målade ytan (canvas) text, och har den i så fall minst 4,5:1 mot sin bakgrund?",
                        "Does the canvas hold text, and if so, does it have at least 4.5:1 to its background?",
                    ),
                )


def _untested() -> Finding:
    return Finding(
        check="contrast",
        rule="text-contrast",
        engine="contrast",
        outcome=Outcome.UNTESTED,
        kind="untested",
        criteria=("1.4.3",),
        element=None,
        expected=Text("All text på sidan mäts", "All text of the page is measured"),
        observed=Text(
            "Sidan har text som inte mäts: mer än vad som ryms, eller i en ram som inte målas; den är inte prövad",
            "The page has text that is not measured: too much of it, or in a frame that is not painted; it is untested",
        ),
    )
