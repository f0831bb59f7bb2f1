"""The colours of a defect as swatches: what was measured, what is suggested, and how others may see it.

Taken from the defect's evidence, where a check of contrast writes them; everything is told in figures as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from standards.colour import DEFICIENCIES, contrast, hexadecimal, parse, simulated

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Swatch:
    """Two colours, `text` on `ground`, as `#rrggbb`; `ratio` is told in words, such as `2,84:1`."""

    label: str
    text: str
    ground: str
    ratio: str
    note: str = ""


@dataclass(frozen=True)
class Swatches:
    """What is shown of a defect's colours: as measured, better ones, and as seen with other colour vision."""

    measured: Swatch
    required: str
    better: tuple[Swatch, ...]
    seen: tuple[Swatch, ...]


def swatches(evidence: Mapping[str, str]) -> Swatches | None:
    """The swatches in a defect's evidence; None where it tells of no colours."""
    text = evidence.get("textfärg", "") or evidence.get("färg", "")
    ground = evidence.get("bakgrund", "")
    if not (_COLOUR.fullmatch(text) and _COLOUR.fullmatch(ground)):
        return None
    size = " ".join(
        part
        for part in (evidence.get("textstorlek", ""), f"vikt {evidence['vikt']}" if evidence.get("vikt") else "")
        if part
    )
    measured = Swatch("Uppmätt", text, ground, evidence.get("kontrast", ""), size)
    better = []
    for name, label in (("förslag text", "Ny textfärg"), ("förslag för alla", "Ny textfärg på alla ställen")):
        if found := _COLOUR.search(evidence.get(name, "")):
            better.append(_swatch(label, found[0], ground, evidence.get("variabel", "")))
    if found := _COLOUR.search(evidence.get("förslag bakgrund", "")):
        better.append(_swatch("Eller ny bakgrund", text, found[0]))
    seen = tuple(
        _swatch(label, hexadecimal(simulated(parse(text), name)), hexadecimal(simulated(parse(ground), name)))
        for name, label in DEFICIENCIES.items()
    )
    return Swatches(measured, evidence.get("krav", ""), tuple(better), seen)


def _swatch(label: str, text: str, ground: str, note: str = "") -> Swatch:
    ratio = int(contrast(parse(text), parse(ground)) * 100 + 1e-6) / 100
    return Swatch(label, text, ground, f"{ratio:.2f}".replace(".", ",") + ":1", note)
