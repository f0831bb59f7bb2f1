"""A waiver says who, why and until when; what is not said is told in one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from defects.waivers import WaiverError, apply, read_waivers

RIGHT = """
[[waiver]]
defect = "0123456789abcdef"
reason = "Byts ut med nya diagrammet i mars."
ground = "åtgärdas"
decided_by = "Systemförvaltningen"
decided = 2026-11-01
until = 2027-03-31
"""


def told(folder: Path, text: str) -> Path:
    file = folder / "undantag.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_waiver_is_read_and_in_force_to_its_last_day(tmp_path: Path) -> None:
    waivers = read_waivers(told(tmp_path, RIGHT))
    last = apply(waivers, {"0123456789abcdef"}, date(2027, 3, 31))
    assert last.excused == {"0123456789abcdef"} and not last.expired and not last.unmatched
    after = apply(waivers, {"0123456789abcdef"}, date(2027, 4, 1))
    assert after.excused == frozenset() and [one.defect for one in after.expired] == ["0123456789abcdef"]


def test_one_that_matches_nothing_is_told(tmp_path: Path) -> None:
    waived = apply(read_waivers(told(tmp_path, RIGHT)), {"something else"}, date(2027, 1, 1))
    assert [one.defect for one in waived.unmatched] == ["0123456789abcdef"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('"åtgärdas"', '"oskäligt betungande anpassning"'), "assessment"),
        (('"åtgärdas"', '"bara så"'), "ground"),
        (("2027-03-31", "2026-10-01"), "until"),
        (('"Systemförvaltningen"', '" "'), "decided_by"),
        (("reason", "motiv"), "motiv"),
        (("[[waiver]]", "[[waiver"), "line 2"),
        ((RIGHT, RIGHT + RIGHT), "två undantag"),
    ],
)
def test_a_mistake_is_one_line_that_names_the_file(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    file = told(tmp_path, RIGHT.replace(*change))
    with pytest.raises(WaiverError) as raised:
        read_waivers(file)
    line = str(raised.value)
    assert "undantag.toml" in line and "\n" not in line
    assert says in line


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WaiverError, match=r"saknas\.toml"):
        read_waivers(tmp_path / "saknas.toml")
