"""Kinds of fault: complete texts, real criteria, and the words that the answer key uses."""

from __future__ import annotations

import re
from collections import Counter

import pytest

import demo
import standards
from standards import Kind, Text

SITUATIONS = {one.code for one in standards.situations()}
TECHNIQUE = re.compile(r"\b(?:ARIA|PDF|SCR|SVR|[CFGH])\d+\b")
SLUG = re.compile(r"[a-z]+(-[a-z]+)*")

each_kind = pytest.mark.parametrize("kind", standards.kinds(), ids=lambda one: one.slug)


@each_kind
def test_every_text_is_there_in_both_languages(kind: Kind) -> None:
    for text in (kind.title, kind.hurts, kind.fix):
        assert _is_tidy(text.sv)
        assert _is_tidy(text.en)
        assert text.sv != text.en
    for sentence in (kind.hurts.sv, kind.hurts.en, kind.fix.sv, kind.fix.en):
        assert sentence.endswith(".")
    for heading in (kind.title.sv, kind.title.en):
        assert not heading.endswith(".")
        assert len(heading) <= 90


@each_kind
def test_both_languages_name_the_same_techniques(kind: Kind) -> None:
    assert TECHNIQUE.findall(kind.fix.sv) == TECHNIQUE.findall(kind.fix.en)


@each_kind
def test_criteria_exist_and_are_of_level_a_or_aa(kind: Kind) -> None:
    assert all(standards.criterion(num) in standards.criteria() for num in kind.criteria)


@each_kind
def test_severity_is_by_situation(kind: Kind) -> None:
    assert kind.severity
    assert set(kind.severity) <= SITUATIONS
    assert all(1 <= degree <= 4 for degree in kind.severity.values())


@each_kind
def test_it_hits_someone_whom_its_criteria_serve(kind: Kind) -> None:
    served = {one.code for num in kind.criteria for one in standards.functional(num).primary}
    assert not served or served & set(kind.severity)


@each_kind
def test_the_slug_is_short_english(kind: Kind) -> None:
    assert SLUG.fullmatch(kind.slug)
    assert standards.kind(kind.slug) is kind


def test_every_criterion_has_a_kind() -> None:
    covered = {num for kind in standards.kinds() for num in kind.criteria}
    assert covered == {one.num for one in standards.criteria()}


def test_good_practice_comes_last() -> None:
    have = [bool(kind.criteria) for kind in standards.kinds()]
    assert have == sorted(have, reverse=True)


def test_no_two_have_the_same_heading() -> None:
    headings = Counter(said for kind in standards.kinds() for said in (kind.title.sv, kind.title.en))
    assert [heading for heading, count in headings.items() if count > 1] == []


def test_the_answer_key_uses_this_vocabulary() -> None:
    slugs = {kind.slug for kind in standards.kinds()}
    assert {fault.id: fault.kind for fault in demo.answer_key() if fault.kind not in slugs} == {}


def test_an_unknown_slug_is_told_with_the_nearest() -> None:
    with pytest.raises(standards.Unknown, match="'contrst' inte; närmast: contrast"):
        standards.kind("contrst")


def _is_tidy(text: str) -> bool:
    return bool(text) and text == text.strip() and "  " not in text and text[0].isupper()


def test_tidy_means_something() -> None:
    assert not _is_tidy(Text("", "").sv)
    assert not _is_tidy("två  mellanrum")
