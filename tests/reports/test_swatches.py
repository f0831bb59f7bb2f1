"""A defect's colours: as measured, better ones, and as others may see them; all of it in figures too."""

from __future__ import annotations

from reports.swatches import swatches

EVIDENCE = {
    "kontrast": "2,84:1",
    "krav": "4,5:1",
    "textfärg": "#999999",
    "bakgrund": "#ffffff",
    "textstorlek": "16 px",
    "vikt": "400",
    "förslag text": "#767676 ger 4,54:1",
    "förslag bakgrund": "#323232 ger 4,5:1",
}


def test_measured_and_better_colours() -> None:
    told = swatches(EVIDENCE)
    assert told is not None
    assert (told.measured.ratio, told.required, told.measured.note) == ("2,84:1", "4,5:1", "16 px vikt 400")
    assert [(one.text, one.ground, one.ratio) for one in told.better] == [
        ("#767676", "#ffffff", "4,54:1"),
        ("#999999", "#323232", "4,50:1"),
    ]
    assert len(told.seen) == 4


def test_no_colours_no_swatches() -> None:
    assert swatches({"impact": "serious"}) is None
    assert swatches({"textfärg": "url(javascript:1)", "bakgrund": "#ffffff"}) is None
