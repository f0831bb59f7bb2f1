"""Identity numbers in every form that people write, and no other numbers."""

from __future__ import annotations

import base64
import random
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from masking import Mask


def check_digit(nine: str) -> str:
    doubled = (int(one) * (2 - at % 2) for at, one in enumerate(nine))
    return str(-sum(one // 10 + one % 10 for one in doubled) % 10)


def number(seed: int, *, coordination: bool = False) -> str:
    """Twelve digits that are a valid identity number (or coordination number); the same for the same seed."""
    dice = random.Random(seed)
    born = date(1900, 1, 1) + timedelta(days=dice.randrange(45_000))
    day = born.day + 60 if coordination else born.day
    nine = f"{born:%y%m}{day:02}{dice.randrange(1000):03}"
    return f"{born:%Y}"[:2] + nine + check_digit(nine)


FORMS = (
    "{c}{d}-{n}", "{c}{d}{n}", "{c}{d} {n}", "{c}{d}+{n}", "{d}-{n}", "{d}{n}", "{d} {n}", "{d}+{n}", "{d} - {n}",
    "{c} {d} {n}", "{c}{y}-{m}-{t}-{n}", "{c}{y} {m} {t} {n}", "{y} {m} {t} - {n}", "{c}{y}.{m}.{t}-{n}",
    "{d}\u2010{n}", "{d}\u2011{n}", "{d}\u2012{n}", "{d}\u2013{n}", "{d}\u2014{n}", "{d}\u2212{n}", "{d}\uff0d{n}",
    "{d}\u00a0{n}", "{d}\u202f{n}", "{d}\u2009-\u2009{n}", "{d}\u00ad-{n}", "{d}\u200b{n}", "{d}\ufeff-\u2060{n}",
    "({c}{d}-{n})", "pnr{c}{d}{n}", "_{c}{d}-{n}_", "#p-{d}-{n}", "{c}{d}_{n}", "<b>{d}</b>-<i>{n}</i>",
    "<td>{c}{y}</td><td>{m}{t}</td><td>{n}</td>", "{d}&nbsp;{n}", "{d}&#8211;{n}", "{d}&#x2d;{n}", "{d}&shy;-{n}",
    "/person/{c}{d}-{n}?x=1", "{d}%2D{n}", "{d}%20{n}", "{d}%E2%80%93{n}", "{d}%25E2%2580%2593{n}", "{d}%2B{n}",
    '{{"pnr":"{d}\\u002d{n}"}}', "{d}\\u2013{n}", "{d}\\x2d{n}",
)  # fmt: skip


def forms(twelve: str) -> list[str]:
    """A number in all forms there are tests for, also with other digits than ours, and encoded."""
    parts = {"c": twelve[:2], "d": twelve[2:8], "n": twelve[8:], "y": twelve[2:4], "m": twelve[4:6], "t": twelve[6:8]}
    written = [form.format(**parts) for form in FORMS]
    dashed = f"{twelve[2:8]}-{twelve[8:]}"
    for zero in ("\uff10", "\u0660", "\u06f0", "\u0966", "\U0001d7d8"):
        written.append("".join(chr(ord(zero) + int(one)) if one.isdigit() else one for one in dashed))
    written.append("".join(f"%{ord(one):02X}" for one in dashed))
    written.append("".join(f"&#{ord(one)};" for one in dashed))
    written.append("".join(f"\\u{ord(one):04x}" for one in dashed))
    written.append(quote(quote(f"personnummer={dashed} å")))
    written.append(base64.b64encode(f'{{"pnr":"{dashed}"}}'.encode()).decode())
    written.append(base64.urlsafe_b64encode(f"nummer {twelve}".encode("utf-16-le")).decode())
    written.append(f"data:text/plain;base64,{base64.b64encode(twelve.encode()).decode()}")
    return written


def figures(text: str) -> str:
    return "".join(one for one in text if one.isdecimal())


@pytest.mark.parametrize("coordination", [False, True])
@pytest.mark.parametrize("at", range(len(forms(number(1)))))
def test_every_form_is_masked(at: int, coordination: bool) -> None:
    mask = Mask()
    for seed in range(5):
        twelve = number(seed, coordination=coordination)
        written = forms(twelve)[at]
        for around in ("{}", "Anna {} bor", "id={}&x=y", "{}, {}"):
            text = around.format(written, written)
            for masked in (mask.text(text), mask.address(text)):
                assert not mask.spans(masked), (text, masked)
                assert twelve[-4:] not in figures(masked), (text, masked)
                assert written not in masked


@pytest.mark.parametrize(
    "text",
    [
        "20261127073837", "2026-11-27T073837-a1b2", "2026-11-27 07:38", "1 234 567 890 kr", "070-174 06 00", "#840131",
        "4,54:1", "123 45 Farsta", "8 200", "rgb(84, 1, 31)", "0701740600", "5566778899-1", "840000-1234",
        "841331-1234", "849931-1234", "ärende 2026-004711", "sida 2 av 12", "IMG_20260101_120000.jpg",
        "1234567890123456", "SE4550000000058398257466",
        "a1b2c3d4e5f60718", "Barnets personnummer", "tolv siffror",
        "barnetskontaktuppgifter", "/kundportal/ekonomiskt-bistand/",
    ],
)  # fmt: skip
def test_other_numbers_stay(text: str) -> None:
    assert Mask().text(text) == text


@pytest.mark.parametrize("text", ["840131-1234", "19840131 – 1234", "840131-T123", "840191+123x"[:-1] + "4"])
def test_a_dash_is_enough_where_the_check_digit_is_wrong(text: str) -> None:
    assert figures(Mask().text(text)) == ""


def test_the_mask_keeps_the_class_of_what_it_hides() -> None:
    mask = Mask()
    assert mask.text("19840231-1234, 840231–1234") == "••••••••-••••, ••••••–••••"
    assert mask.address("/person/19840231-1234/visa") == "/person/00000000-0000/visa"


@given(st.integers(0, 10_000), st.booleans(), st.text(max_size=40), st.text(max_size=40))
def test_whatever_stands_around_it(seed: int, coordination: bool, before: str, after: str) -> None:
    if before[-1:].isdigit() or after[:1].isdigit():
        return
    twelve = number(seed, coordination=coordination)
    mask = Mask()
    masked = mask.text(f"{before}{twelve}{after}")
    assert twelve not in masked
    assert mask.text(masked) == masked


@given(st.text(max_size=200))
def test_any_text_is_masked_without_an_error_and_once(text: str) -> None:
    mask = Mask([r"\bD-\d+"])
    mask.learn("Alma Exempelsson")
    once = mask.text(text)
    assert mask.text(once) == once
