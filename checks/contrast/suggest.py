"""Suggests colours: the nearest that is enough, for one place, and one for all places that share a colour."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Error as PlaywrightError

from checks.contrast.observe import Observation, Seen
from checks.contrast.words import ratio
from checks.scripts import script
from standards.colour import Rgb, contrast, hexadecimal, nearest


class Suggestions:
    """Suggestions for the failed runs of a state."""

    def __init__(self, seen: Observation, failed: Sequence[Seen]) -> None:
        # Every ground that a text colour stands on counts, also where it is enough today: the token is one.
        self._grounds: dict[Rgb, set[tuple[Rgb, float]]] = {}
        wanted = {one.measure.text for one in failed if one.measure}
        for one in seen.seen:
            if one.measure and one.measure.even and one.measure.text in wanted and one.measure.best > 1.05:
                self._grounds.setdefault(one.measure.text, set()).add((one.measure.background, one.required))
        self._tokens = _tokens(seen, failed) if failed else {}

    def of(self, one: Seen) -> dict[str, str]:
        """Evidence for a failed run: the nearest colour for the text, for the background, and for all that share it."""
        if one.measure is None:
            return {}
        text, back, least = one.measure.text, one.measure.background, one.required
        told: dict[str, str] = {}
        if token := self._tokens.get((one.run.document, one.run.element)):
            told["variabel"] = token
        if better := nearest(text, ((back, least),)):
            told["förslag text"] = f"{hexadecimal(better)} ger {ratio(contrast(better, back)).sv}"
        if one.measure.even and (better := nearest(back, ((text, least),))):
            told["förslag bakgrund"] = f"{hexadecimal(better)} ger {ratio(contrast(better, text)).sv}"
        grounds = tuple(sorted(self._grounds.get(text, ())))
        if len(grounds) > 1 and (better := nearest(text, grounds)):
            told["förslag för alla"] = f"{hexadecimal(better)} räcker mot textfärgens alla {len(grounds)} bakgrunder"
        return told


def _tokens(seen: Observation, failed: Sequence[Seen]) -> dict[tuple[int, int], str]:
    """The custom properties that hold the colours of failed runs, as far as the style sheets can be read."""
    found: dict[tuple[int, int], str] = {}
    # Of what is blended, clipped or drawn the text colour is not the whole truth.
    plainly = [one for one in failed if not one.run.hard and one.run.kind in ("text", "value")]
    for at in {one.run.document for one in plainly}:
        numbers = sorted({one.run.element for one in plainly if one.run.document == at})
        try:
            told = seen.ask(at, script("checks.contrast", "tokens.js"), numbers)
        except PlaywrightError:
            continue
        found |= {(at, number): token for number, token in zip(numbers, told, strict=True) if token}
    return found
