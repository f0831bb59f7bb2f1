"""Which checks a run has: those of its profile, those named, and never those left out."""

from __future__ import annotations

import pytest

from checks.registry import all_checks
from harness.config import Config
from harness.errors import UsageError
from harness.session import chosen_checks


def test_without_a_choice_the_profile_decides() -> None:
    assert [one.id for one in chosen_checks(Config(profile="snabb"))] == [
        one.id for one in all_checks() if "snabb" in one.profiles
    ]


def test_a_minus_leaves_a_check_out_of_the_profile() -> None:
    assert "axe" in [one.id for one in chosen_checks(Config())]
    everything = {one.id for one in all_checks() if "natt" in one.profiles}
    if everything == {"axe"}:
        pytest.skip("there is one check only")
    assert {one.id for one in chosen_checks(Config(checks=("-axe",)))} == everything - {"axe"}


def test_names_may_be_told_with_commas() -> None:
    assert [one.id for one in chosen_checks(Config(checks=("axe,axe",)))] == ["axe"]


@pytest.mark.parametrize("checks", [("axe,-axe",), ("-påhittad",), ("påhittad",)])
def test_a_choice_of_nothing_or_of_what_is_not_there_is_told(checks: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        chosen_checks(Config(checks=checks))
