"""The verdict on the contrast of a text run, and how a finding tells of it."""

from __future__ import annotations

from checks.contrast.observe import Observation, Seen
from checks.contrast.suggest import Suggestions
from checks.contrast.words import number, ratio
from checks.model import Element, Finding, Outcome, Text
from standards.colour import hexadecimal

ALWAYS = Text("", "")

Judged = dict[tuple[str, ...], tuple[Outcome, str, Seen]]
"""By an element's path: the outcome, which question where there is one, and its least readable run."""

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
    "selected": Text(
        "Går texten att läsa när den är markerad?",
        "Can the text be read while it is selected?",
    ),
    "changed": Text(
        "Sidan ändrades medan den mättes. Är kontrasten tillräcklig?",
        "The page changed while it was measured. Is the contrast enough?",
    ),
}


def by_element(seen: Observation) -> dict[tuple[int, int], tuple[Outcome, str, Seen]]:
    """The verdict on each element: that of its least readable run."""
    judged: dict[tuple[int, int], tuple[Outcome, str, Seen]] = {}
    order = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED)
    for one in seen.seen:
        verdict = judge(one)
        if verdict is None:
            continue
        key = (one.run.document, one.run.element)
        outcome, why = verdict
        had = judged.get(key)
        if had is None or (order.index(outcome), _best(one)) < (order.index(had[0]), _best(had[2])):
            judged[key] = (outcome, why, one)
    return judged


def by_path(seen: Observation) -> Judged:
    """The verdict on each element, by its path: what is the same in two observations of a state."""
    verdicts = by_element(seen)
    return {path: verdicts[key] for key, path in seen.paths(verdicts).items()}


def weakened(before: Judged, seen: Observation) -> Judged:
    """What fails as it is seen now and passed before."""
    return {
        hops: verdict
        for hops, verdict in by_path(seen).items()
        if verdict[0] is Outcome.FAILED and (had := before.get(hops)) and had[0] is Outcome.PASSED
    }


def judge(one: Seen) -> tuple[Outcome, str] | None:
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


def told(
    outcome: Outcome,
    why: str,
    one: Seen,
    element: Element,
    suggestions: Suggestions,
    *,
    check: str = "contrast",
    rule: str = "text-contrast",
    when: Text = ALWAYS,
) -> Finding:
    """The finding for a run; `why` names its question, `when` says in which circumstances the text looks so."""
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
        check=check,
        rule=rule,
        engine="contrast",
        outcome=outcome,
        kind="contrast",
        criteria=("1.4.3",),
        element=element,
        expected=Text(
            f"Kontrasten mellan text och bakgrund är minst {ratio(least).sv}",
            f"The contrast between text and background is at least {ratio(least).en}",
        ),
        observed=_observed(one, when),
        question=question,
        evidence=evidence,
    )


def _observed(one: Seen, when: Text) -> Text:
    kinds = {"placeholder": ("Platshållaren", "The placeholder"), "value": ("Texten i fältet", "The text in the field")}
    sv, en = kinds.get(one.run.kind, ("Texten", "The text"))
    if one.measure is None:
        return Text(f"{sv} gick inte att mäta", f"{en} could not be measured")
    text, back = hexadecimal(one.measure.text), hexadecimal(one.measure.background)
    ratio_told = ratio(one.measure.best)
    where = Text("", "") if one.measure.even else Text(" där den är som svagast", " where it is weakest")
    size = f"{number(one.run.size)} px, {one.run.weight:.0f}"
    return Text(
        f"{sv} har {when.sv}kontrasten {ratio_told.sv}{where.sv}: {text} mot {back} ({size})",
        f"{en} has {when.en}a contrast of {ratio_told.en}{where.en}: {text} on {back} ({size})",
    )
