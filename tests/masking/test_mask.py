"""Names, addresses and secrets: learned once, and masked wherever and however they stand."""

from __future__ import annotations

import base64

import pytest

from masking import Mask, MaskError


@pytest.fixture
def mask() -> Mask:
    mask = Mask()
    mask.learn("Örjan Övningsdotter")
    mask.learn("Provgatan 14, 123 45 Farsta")
    mask.learn("Barnet bor hos sin mormor på hemlig ort sedan i våras och ska inte ha post hem")
    return mask


@pytest.mark.parametrize(
    "text",
    [
        "Örjan Övningsdotter", "ÖRJAN ÖVNINGSDOTTER", "Övningsdotter, Örjan", "Ärende: Övningsdotter",
        "orjan.ovningsdotter@x.se", "/person/%C3%96rjan-%C3%96vningsdotter", "/person/%D6rjan", "&Ouml;rjan",
        "O\u0308rjan", "<b>Örjan</b> <i>Övningsdotter</i>",
        "\\u00d6rjan", "Ö\u00adrjan", "orjanovningsdotter", "Örjan Övni…", "Provgatan", "provgatan_14", "Farsta",
        "bor hos sin mormor på", "på hemlig ort sedan i vå…", "Barnet bor",
        base64.b64encode("namn=Örjan Övningsdotter".encode()).decode(),
    ],
)  # fmt: skip
def test_what_was_learned_is_masked(mask: Mask, text: str) -> None:
    masked = mask.text(text)
    assert masked != text
    for word in ("rjan", "vnings", "rovgatan", "arsta", "mormor", "hemlig", "Barnet"):
        assert word.casefold() not in masked.casefold()
    assert mask.text(masked) == masked


@pytest.mark.parametrize("text", ["Barnets namn saknas", "ort och datum", "Fältet 14 är tomt", "Prov", "hos oss"])
def test_other_words_stay(mask: Mask, text: str) -> None:
    assert mask.text(text) == text


def test_length_shows_by_class_only(mask: Mask) -> None:
    assert mask.text("Örjan Övningsdotter ringde") == "•••••• ••••••••••••••• ringde"
    assert mask.address("#rad-orjan") == "#rad-xxxxxx"


def test_a_pattern_of_ones_own() -> None:
    assert Mask([r"D-\d{4}"]).text("Diarienummer D-4711.") == "Diarienummer •••-••••."
    with pytest.raises(MaskError, match=r"\("):
        Mask(["("])


def test_a_secret_is_masked_whether_the_mask_is_on_or_not() -> None:
    mask = Mask(on=False)
    mask.keep("hemligt&ord 1")
    for text in ("hemligt&ord 1", "hemligt&amp;ord 1", "losenord=hemligt%26ord%201", "hemligt\\u0026ord 1"):
        assert "hemligt" not in mask.text(text)
    assert "aGV" not in mask.text("Basic " + base64.b64encode(b"anna:hemligt&ord 1").decode())
    assert mask.text("19840131-1236") == "19840131-1236"


def test_plain_data_is_masked_through_and_through(mask: Mask) -> None:
    told = {"Örjan": [("Farsta", True), {"x": "840131-1234"}], "n": 8401311234}
    assert mask.whole(told) == {"••••••": [("••••••", True), {"x": "••••••-••••"}], "n": 8401311234}


def test_a_text_without_end_is_cut() -> None:
    assert len(Mask().text("x" * 10_000_000)) < 30_000
