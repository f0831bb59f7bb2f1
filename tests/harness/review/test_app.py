"""The review pages: who may use them, what they save, and that nothing anyone wrote is lost."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from defects.model import Level
from defects.review import Decision
from defects.review_file import mark, write
from tests.harness.review.conftest import HOST, PORT, Reviewer
from tests.reports.test_html import words

BREACH, QUESTION = "/brist/a1b2c3d4e5f60718", "/brist/00000000000000aa"
TEST = "/prov/OF-1/1/1.1.1"
PAGES = ("/", BREACH, QUESTION, "/prov/OF-1", TEST, "/prov/kundportal", "/prov/kundportal/0/5.2", "/bild/0")


# --- who may ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("token", ["fel", "", "%00", "x" * 500])
def test_without_the_right_token_nothing_is_shown(reviewer: Reviewer, page: str, token: str) -> None:
    for address in (f"/{token}{page}", page):
        told = reviewer.client.get(address, base_url=HOST)
        assert told.status_code == 403 and b"Esset" not in told.data


@pytest.mark.parametrize("host", ["evil.test", f"evil.test:{PORT}", "127.0.0.1:1", "127.0.0.1", f"[::1]:{PORT}"])
def test_by_another_host_name_nothing_is_shown(reviewer: Reviewer, host: str) -> None:
    assert reviewer.client.get(f"{reviewer.sitting.root}/", headers={"Host": host}).status_code == 403
    assert reviewer.get("/").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.test"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Origin": HOST, "Sec-Fetch-Site": "cross-site"},
        {"Origin": HOST, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_from_another_place_changes_nothing(reviewer: Reviewer, headers: dict[str, str]) -> None:
    form = {"form": reviewer.sitting.guard.form, "seen": "", "verdict": "bekräftad", "by": "Anna"}
    told = reviewer.client.post(reviewer.sitting.root + BREACH, base_url=HOST, data=form, headers=headers)
    assert told.status_code == 403 and not reviewer.sitting.desk.file.exists()


@pytest.mark.parametrize("key", [None, "", "fel"])
def test_a_form_without_its_key_changes_nothing(reviewer: Reviewer, key: str | None) -> None:
    form = {"seen": "", "verdict": "bekräftad", "by": "Anna"} | ({} if key is None else {"form": key})
    told = reviewer.client.post(reviewer.sitting.root + BREACH, base_url=HOST, data=form, headers={"Origin": HOST})
    assert told.status_code == 403 and not reviewer.sitting.desk.file.exists()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_sends_a_strict_policy_and_is_kept_nowhere(reviewer: Reviewer, page: str) -> None:
    told = reviewer.get(page)
    assert told.status_code == 200
    policy = told.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "script-src" not in policy and "http" not in policy
    assert told.headers["Cache-Control"] == "no-store" and told.headers["X-Content-Type-Options"] == "nosniff"
    assert b"<script" not in told.data and "Set-Cookie" not in told.headers


def test_only_pictures_of_the_run_are_given(reviewer: Reviewer) -> None:
    assert reviewer.get("/bild/0").data[:2] == b"\xff\xd8"
    assert reviewer.get("/bild/1").status_code == 404 == reviewer.get("/bild/99").status_code


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_change_nothing(reviewer: Reviewer, method: str) -> None:
    assert reviewer.client.open(reviewer.sitting.root + BREACH, base_url=HOST, method=method).status_code in (403, 405)


def test_a_form_that_is_far_too_large_is_refused(reviewer: Reviewer) -> None:
    told = reviewer.client.post(
        reviewer.sitting.root + BREACH, base_url=HOST, data={"note": "x" * 200_000}, headers={"Origin": HOST}
    )
    assert told.status_code == 413 and not reviewer.sitting.desk.file.exists()


# --- what is saved ---------------------------------------------------------------------------------------------------


def test_a_decision_is_in_the_file_at_once(reviewer: Reviewer) -> None:
    told = reviewer.send(BREACH, verdict="falskt larm", level="P3", note="Namnet kommer\r\nur en titel.")
    assert told.status_code == 303 and told.location.endswith(f"{BREACH}?sparat=ja")
    (one,) = reviewer.book.decisions
    assert (one.verdict, one.level, one.by, str(one.on)) == ("falskt larm", Level.P3, "Anna", "2026-11-27")
    assert one.note == "Namnet kommer\nur en titel." and "OF-1" in one.about
    page = BeautifulSoup(reviewer.get(f"{BREACH}?sparat=ja").data, "html.parser")
    assert "Sparat i" in words(page.find(role="status"))
    assert page.select_one("input[value='falskt larm'][checked]") and "Namnet kommer" in words(page.textarea)
    # The name is filled in for the next one.
    assert 'value="Anna"' in reviewer.get(QUESTION).text


def test_save_and_go_on_comes_to_what_is_left(reviewer: Reviewer) -> None:
    seen = set()
    page = BREACH
    for _ in range(len(reviewer.sitting.desk.run.defects)):
        seen.add(page)
        question = "Det är ett fel" in reviewer.get(page).text
        told = reviewer.send(page, verdict="fel" if question else "bekräftad", then="next")
        page = told.location.partition("?")[0].removeprefix(reviewer.sitting.root)
    assert page == "/" and len(seen) == len(reviewer.book.decisions) == 8


def test_a_decision_is_taken_back(reviewer: Reviewer) -> None:
    reviewer.send(QUESTION, verdict="fel")
    told = reviewer.send(QUESTION, verdict="")
    assert told.location.endswith("sparat=bort") and reviewer.book.decisions == ()


def test_a_manual_test_is_saved_and_shown(reviewer: Reviewer) -> None:
    told = reviewer.send(
        TEST, outcome="underkänd", method="NVDA 2026.2", note="Bilden är dekor.", kind="missing-alt", level="P2",
        then="next",
    )  # fmt: skip
    assert "/prov/OF-1/1/1.3.1?" in told.location
    (one,) = reviewer.book.tests
    assert (one.key, one.kind, one.level) == (("1.1.1", "OF-1", "steg 1, inkomster", ""), "missing-alt", Level.P2)
    assert "Underkänt" in words(BeautifulSoup(reviewer.get("/prov/OF-1").data, "html.parser"))
    assert "Manuella prov 1 av" in words(BeautifulSoup(reviewer.get("/").data, "html.parser"))
    # How one tested is filled in for the next test.
    assert 'value="NVDA 2026.2"' in reviewer.get("/prov/OF-1/1/1.3.1").text


def test_a_clause_and_a_test_beside_the_sample_are_saved(reviewer: Reviewer) -> None:
    reviewer.send("/prov/kundportal/0/5.2", outcome="ej tillämplig", method="Granskning")
    reviewer.send("/prov/OF-1/2/1.4.5", outcome="godkänd", method="Granskning")
    assert [one.key for one in reviewer.book.tests] == [
        ("5.2", "", "", "kundportal"), ("1.4.5", "OF-1", "sammanfattningen", ""),
    ]  # fmt: skip
    assert "1.4.5" in reviewer.get("/prov/OF-1").text
    told = reviewer.get("/prov/OF-1/valt?tillstand=2&kriterium=1.4.5")
    assert told.location == f"{reviewer.sitting.root}/prov/OF-1/2/1.4.5"


@pytest.mark.parametrize(
    ("page", "fields", "field"),
    [
        (BREACH, {"verdict": "falskt larm", "note": ""}, "note"),
        (BREACH, {"verdict": "inget fel"}, "verdict"),
        (BREACH, {"verdict": "bekräftad", "by": " "}, "by"),
        (BREACH, {"verdict": "bekräftad", "level": "P9"}, "level"),
        (BREACH, {"note": "x" * 4001}, "note"),
        (TEST, {"outcome": "underkänd", "method": "NVDA", "kind": "missing-alt", "note": " "}, "note"),
        (TEST, {"outcome": "godkänd"}, "method"),
        (TEST, {"outcome": "underkänd", "method": "NVDA", "note": "x", "kind": "påhittad"}, "kind"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_the_rest_stays_filled_in(
    reviewer: Reviewer, page: str, fields: dict[str, str], field: str
) -> None:
    told = reviewer.send(page, **({"note": "Min text"} | fields))
    assert told.status_code == 422 and not reviewer.sitting.desk.file.exists()
    shown = BeautifulSoup(told.data, "html.parser")
    assert "Fel" in words(shown.title) and shown.select_one(f"[role=alert] a[href='#{field}']")
    named = shown.find(id=field)
    assert named["aria-invalid"] == "true" and f"{field}-fel" in named["aria-describedby"]  # type: ignore[index]
    assert shown.find(id=f"{field}-fel") and fields.get("note", "Min text").strip()[:40] in words(shown.textarea)


def test_what_someone_else_changed_meanwhile_is_told_and_nothing_is_lost(reviewer: Reviewer) -> None:
    seen = reviewer.seen(BREACH)
    theirs = Decision(
        defect=BREACH[-16:], by="Bo", on=reviewer.sitting.today(), verdict="bekräftad", note="Sedd i NVDA."
    )
    write(reviewer.sitting.desk.file, {theirs.key: theirs}, {})
    told = reviewer.send(BREACH, seen=seen, verdict="falskt larm", note="Min text")
    assert told.status_code == 409 and reviewer.book.decisions == (theirs,)
    page = BeautifulSoup(told.data, "html.parser")
    assert "Bo, 27 november 2026" in words(page.find(role="alert")) and "Sedd i NVDA." in words(page.find(role="alert"))
    assert words(page.textarea) == "Min text"
    # Whoever has seen it may replace it.
    again = str(page.select_one("[name=seen]")["value"])  # type: ignore[index]
    assert again == mark(theirs)
    assert reviewer.send(BREACH, seen=again, verdict="falskt larm", note="Min text").status_code == 303
    assert reviewer.book.decisions[0].note == "Min text"


def test_a_file_that_someone_broke_is_told_and_left_alone(reviewer: Reviewer) -> None:
    seen = reviewer.seen(BREACH)
    reviewer.sitting.desk.file.write_text("[[decision]\n", encoding="utf-8")
    assert reviewer.get("/").status_code == 409 and "TOML" in reviewer.get("/").text
    assert reviewer.send(BREACH, seen=seen, verdict="bekräftad").status_code == 409
    assert reviewer.sitting.desk.file.read_text(encoding="utf-8") == "[[decision]\n"


# --- what is listed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 8), ("slag=fraga", 2), ("slag=praxis", 1), ("prioritet=P1", 2), ("ord=karta", 2), ("lage=klar", 1),
     ("lage=kvar", 7), ("slag=x&prioritet=y&sida=z", 8), ("sida=2", 0)],
)  # fmt: skip
def test_the_list_is_chosen_from(reviewer: Reviewer, query: str, count: int) -> None:
    reviewer.send(BREACH, verdict="falskt larm", note="x")
    assert len(BeautifulSoup(reviewer.get(f"/?{query}").data, "html.parser").select(".queue li")) == count


def test_hostile_words_are_only_words(reviewer: Reviewer) -> None:
    evil = "<script>alert(1)</script>\u202e"
    reviewer.send(BREACH, verdict="falskt larm", note=evil, by=evil)
    for page in ("/", BREACH, f"/?ord={evil}"):
        assert b"<script" not in reviewer.get(page).data
