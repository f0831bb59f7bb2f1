"""How lost text is told: cut off, covered, or ended by dots, where it was whole at first."""

from __future__ import annotations

from checks.layout import Place
from checks.model import Finding, Outcome, Text


def finding(place: Place, *, check: str, rule: str, kind: str, criteria: tuple[str, ...], when: Text) -> Finding:
    """A finding of text that is lost `when` something is done; dots at its end are asked about, the rest is certain."""
    told = place.told
    dots = told["how"] == "ellipsis"
    percent = round(100 * told["share"])
    if told["how"] == "overlapped":
        observed = Text(
            f"”{told['text']}” och ”{told['by']}” ligger på varandra",
            f"“{told['text']}” and “{told['by']}” lie on each other",
        )
    else:
        observed = Text(f"{percent} % av ”{told['text']}” klipps bort", f"{percent} % of “{told['text']}” is cut off")
    question = Text(
        f"Texten ”{told['text']}” kortas med punkter {when.sv}. Går hela texten att läsa på något annat sätt?",
        f"The text “{told['text']}” is shortened by dots {when.en}. Can the whole text be read in some other way?",
    )
    return Finding(
        check=check,
        rule=rule,
        engine="esset",
        outcome=Outcome.CANT_TELL if dots else Outcome.FAILED,
        kind=kind,
        criteria=criteria,
        element=place.element,
        expected=Text(f"All text går att läsa {when.sv}", f"All text can be read {when.en}"),
        observed=observed,
        question=question if dots else None,
        evidence={"cut off": f"{percent} %"} if told["how"] != "overlapped" else {},
    )
