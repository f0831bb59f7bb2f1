"""The language that the text is in, held against the language that the code gives it.

What fails: a page or a part of it whose words are plainly in another language than `lang` says, by
detection among the languages that a public text in Sweden may be in: enough words, and a clear
margin to the language that is given.

For whom: people who use a screen reader hear Swedish read by English rules, which cannot be
understood; so do those who let the computer read aloud because reading is hard.

How to fix: set `lang` on `html` to the language of the page, and on each part in another language.

Limits: a text of few words, or of names and codes, tells no language and is passed over. Languages
that look alike (Norwegian and Danish, Bosnian and Serbian) count as one. What is hidden is not read.

Source: WCAG 2.2 success criteria 3.1.1 and 3.1.2, techniques H57 and H58. ACT rules ucwvc8 and off6ek.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cache, lru_cache, partial

from babel import Locale, UnknownLocaleError
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from checks.content.words import words
from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Element, Finding, Text
from checks.registry import check
from checks.state import State

ID = "language"
ALIKE = ({"no", "nb", "nn", "da"}, {"bs", "hr", "sr", "sl"}, {"cs", "sk"}, {"fa", "ps", "ur"}, {"bg", "mk"})
"""Languages that few sentences do not tell apart."""

CLOSE = {"sv", "no", "nb", "nn", "da"}
"""Languages where a mistake is likely in a short text, and only a long one is asked about."""

CERTAIN, BETWEEN = 0.95, 0.999
"""What makes a verdict certain: the probability among all languages, and between the two in question."""

LIKELY, LEANING = 0.7, 0.99
"""The same, for a question."""

LONG, ENOUGH, FEWEST = 12, 5, 2
"""Words: of a page or an unmarked paragraph; of a marked part for certainty; for a question."""


@check(
    id=ID,
    title=Text("Språket stämmer med koden", "The language is what the code says"),
    criteria=("3.1.1", "3.1.2"),
    looks_at=Text("Synlig text med dess lang.", "Visible text with its lang."),
    certainty=Text("Hög för meningar, frågar vid kort text.", "High for sentences, asks about short text."),
)
def look(state: State) -> Iterator[Finding]:
    """`failed` where another language is certain, `cantTell` where it is likely."""
    yield from tell(state, _wrong(gather(state, "checks.content", "language.js")))


def _wrong(texts: Iterable[Sight]) -> Iterator[Told]:
    for sight in texts:
        given = primary(sight.told["lang"])
        if verdict := judge(sight.told["text"], given, marked=sight.told["marked"]):
            yield sight, partial(_finding, sight, given, *verdict)


def primary(tag: str) -> str:
    """The language subtag of a tag, lower case; empty where it has none of two or three letters."""
    found_ = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)", tag)
    return found_.group(1).lower() if found_ else ""


def judge(text: str, given: str, *, marked: bool) -> tuple[str, bool] | None:
    """The language that a text is in and whether that is certain; None where `given` may be right.

    `marked`: the text is a part that somebody gave a language of its own, and so is meant to be in it.
    """
    spelt = re.findall(r"[^\W\d_]{2,}", text)
    if len(spelt) < (FEWEST if marked else LONG) or given not in _labels():
        return None
    ranked = _rank(" ".join(spelt)[:4000], words().languages | {given})
    spoken, chance = max(ranked.items(), key=lambda one: one[1])
    if _same(spoken, given):
        return None
    apart = _rank(" ".join(spelt)[:4000], frozenset({spoken, given}))[spoken]
    if {spoken, given} <= CLOSE:
        return (spoken, False) if len(spelt) >= LONG and chance >= CERTAIN else None
    if len(spelt) >= ENOUGH and chance >= CERTAIN and apart >= BETWEEN:
        return spoken, True
    return (spoken, False) if chance >= LIKELY and apart >= LEANING else None


def _rank(text: str, languages: frozenset[str]) -> dict[str, float]:
    return {language: float(chance) for language, chance in _among(languages & _labels()).rank(text)}


def _same(one: str, other: str) -> bool:
    return one == other or any({one, other} <= some for some in ALIKE)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@lru_cache(maxsize=100)
def _among(languages: frozenset[str]) -> LanguageIdentifier:
    # To choose languages takes twenty times what a text does.
    chosen = copy(_identifier())
    chosen.set_languages(sorted(languages))
    return chosen


@cache
def _labels() -> frozenset[str]:
    identifier = _identifier()
    identifier.set_languages()
    return frozenset(identifier.labels)


def _named(code: str) -> tuple[str, str]:
    try:
        locale = Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        return code, code
    return locale.get_language_name("sv") or code, locale.get_language_name("en") or code


def _finding(sight: Sight, given: str, spoken: str, sure: bool, element: Element | None) -> Finding:
    page = sight.told["page"]
    (sv, en), (given_sv, given_en) = _named(spoken), _named(given)
    text = sight.told["text"][:160]
    return found(
        ID,
        "page-language" if page else "part-language",
        "page-language" if page else "part-language",
        element,
        criteria=("3.1.1",) if page else ("3.1.2",),
        expected=(f"Texten är på {given_sv}, som koden säger", f"The text is in {given_en}, as the code says"),
        observed=(
            f'Koden säger {given_sv} (lang="{given}"), men texten är på {sv}: ”{text}”',
            f'The code says {given_en} (lang="{given}"), but the text is in {en}: “{text}”',
        ),
        question=None
        if sure
        else (
            f"Är texten på {sv} fast koden säger {given_sv}?",
            f"Is the text in {en} although the code says {given_en}?",
        ),
        evidence={"lang": given, "detected": spoken},
    )
