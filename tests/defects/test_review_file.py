"""The file of decisions: read strictly, written without disturbing, and nothing that anyone wrote is lost."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from defects.model import Level
from defects.review import Book, Decision, ManualTest
from defects.review_file import HEADER, Overtaken, ReviewError, find, mark, plain, read_book, write

ON = date(2026, 11, 27)
A, B = "0123456789abcdef", "fedcba9876543210"

RIGHT = f"""\
# Vårt arbete; läs docs först.
[[decision]]
defect = "{A}"     # knappen Spara
by = 'Anna'
on = 2026-11-20
verdict = "bekräftad"

# Kartan, prövad med NVDA.
[[test]]
criterion = "1.1.1"
scenario = "OF-1"
state = "steg 1"
outcome = "godkänd"
method = "NVDA 2026.2 i Firefox 145"
by = "Anna"
on = 2026-11-20
"""

TEST = ManualTest(
    criterion="1.3.1", scenario="OF-1", state="steg 1", outcome="underkänd", method="NVDA", by="Bo", on=ON,
    note="Tabellen läses utan rubriker.", kind="table-structure", level=Level.P2,
)  # fmt: skip


def told(folder: Path, text: str) -> Path:
    file = folder / "granskning.toml"
    file.write_text(text, encoding="utf-8")
    return file


def decision(defect: str = A, **change: object) -> Decision:
    return Decision(**{"defect": defect, "by": "Bo", "on": ON, "verdict": "bekräftad", **change})  # type: ignore[arg-type]


def test_what_is_written_is_read_back_and_the_rest_is_left_as_it_was(tmp_path: Path) -> None:
    file = told(tmp_path, RIGHT)
    before = read_book(file)
    new = decision(B, verdict="falskt larm", note='Rad ett\nrad "två" \\ """ # [[decision]]')
    after = write(file, {(B,): new}, {})
    assert after == read_book(file) == Book((*before.decisions, new), before.tests)
    text = file.read_text(encoding="utf-8")
    for kept in ("# Vårt arbete; läs docs först.", "# knappen Spara", "by = 'Anna'", "# Kartan, prövad med NVDA."):
        assert kept in text


def test_an_entry_is_changed_in_its_place(tmp_path: Path) -> None:
    file = told(tmp_path, RIGHT)
    old = find(read_book(file), (A,))
    write(file, {(A,): decision(level=Level.P3, by="Anna")}, {(A,): mark(old)})
    text = file.read_text(encoding="utf-8")
    assert "# knappen Spara" in text and text.index(A) < text.index("[[test]]")
    assert read_book(file).decisions == (decision(level=Level.P3, by="Anna"),)


def test_a_file_that_is_not_there_is_made_and_an_entry_is_taken_away(tmp_path: Path) -> None:
    file = tmp_path / "granskning.toml"
    write(file, {TEST.key: TEST, (A,): decision()}, {})
    assert file.read_text(encoding="utf-8").startswith(HEADER)
    after = write(file, {TEST.key: None}, {TEST.key: mark(TEST)})
    assert after == read_book(file) == Book((decision(),), ())


def test_who_writes_over_an_unseen_change_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    file = told(tmp_path, RIGHT)
    before = file.read_bytes()
    with pytest.raises(Overtaken) as raised:
        write(file, {(A,): decision(note="min"), (B,): decision(B)}, {(A,): "", (B,): ""})
    assert file.read_bytes() == before
    assert raised.value.theirs == {(A,): read_book(file).decisions[0]}


def test_one_of_several_being_wrong_leaves_all_unwritten(tmp_path: Path) -> None:
    file = told(tmp_path, RIGHT)
    before = file.read_bytes()
    with pytest.raises(ReviewError, match="skäl"):
        write(
            file, {(B,): decision(B), (A,): decision(verdict="falskt larm")}, {(A,): mark(read_book(file).decisions[0])}
        )
    assert file.read_bytes() == before


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    file = told(tmp_path, RIGHT)
    marks = [f"{number:016x}" for number in range(12)]
    writers = [threading.Thread(target=write, args=(file, {(one,): decision(one)}, {})) for one in marks]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {one.defect for one in read_book(file).decisions} == {A, *marks}
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".ny"] == []


def test_a_broken_file_is_never_written_over(tmp_path: Path) -> None:
    file = told(tmp_path, RIGHT.replace("[[test]]", "[[test]"))
    before = file.read_bytes()
    with pytest.raises(ReviewError):
        write(file, {(B,): decision(B)}, {})
    assert file.read_bytes() == before


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(ReviewError, match="Inget sparades"):
        write(tmp_path / "fil" / "granskning.toml", {(A,): decision()}, {})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('"bekräftad"', '"kanske"'), ("verdict", "rad 2", "falskt larm")),
        (('"godkänd"', '"ok"'), ("outcome", "rad 9", "underkänd")),
        ((f'"{A}"', '"abc"'), ("abc", "sexton")),
        (("by = 'Anna'", "by = ' '"), ("by", A)),
        (("by = 'Anna'\n", ""), ("`by`", "rad 2")),
        (('verdict = "bekräftad"\n', ""), ("säger inget", A)),
        (('"bekräftad"', '"falskt larm"'), ("note", A)),
        (('"1.1.1"', '"1.1.9"'), ("1.1.9",)),
        (('"1.1.1"', '"11.7"'), ("surface", "11.7")),
        (('scenario = "OF-1"\n', ""), ("scenario", "1.1.1")),
        (('"godkänd"', '"underkänd"'), ("note", "1.1.1")),
        (('"godkänd"', '"underkänd"\nnote = "x"'), ("kind", "missing-alt")),
        (('"godkänd"', '"godkänd"\nlevel = "P1"'), ("underkänt", "1.1.1")),
        (('method = "NVDA 2026.2 i Firefox 145"', 'method = ""'), ("method", "1.1.1")),
        (("on = 2026-11-20", 'on = "i går"'), ("on", "rad")),
        (("verdict", "verdikt"), ("verdikt", "rad 2")),
        (("[[test]]", "[[test"), ("TOML",)),
        ((RIGHT, RIGHT + RIGHT), ("två gånger", A)),
    ],
)
def test_a_mistake_is_one_line_that_says_what_where_and_what_to_do(
    tmp_path: Path, change: tuple[str, str], says: tuple[str, ...]
) -> None:
    with pytest.raises(ReviewError) as raised:
        read_book(told(tmp_path, RIGHT.replace(*change)))
    line = str(raised.value)
    assert "granskning.toml" in line and "\n" not in line and line.endswith(".")
    assert [word for word in says if word not in line] == []


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "granskning.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReviewError, match="UTF-8"):
        read_book(file)
    with pytest.raises(ReviewError):
        write(file, {(B,): decision(B)}, {})
    assert file.read_bytes() == b"\xff\xfe\x00"


@given(note=st.text(max_size=60), by=st.text(min_size=1, max_size=20))
def test_any_words_come_back_as_they_were_written(tmp_path_factory: pytest.TempPathFactory, note: str, by: str) -> None:
    file = tmp_path_factory.mktemp("ord") / "granskning.toml"
    one = decision(note=plain(note), by=plain(by) or "Bo")
    write(file, {(A,): one}, {})
    assert read_book(file).decisions == (one,)
