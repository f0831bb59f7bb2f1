"""Shards are even, and every machine makes the same plan."""

from __future__ import annotations

import os
import random

import pytest

from harness.errors import UsageError
from harness.shards import longest_first, parse, plan, processes


def test_every_scenario_is_in_one_shard_in_order() -> None:
    names = [f"S-{number}" for number in range(27)]
    shares = plan(names, {}, 8)
    assert sorted(one for share in shares for one in share) == sorted(names)
    assert all(list(share) == [one for one in names if one in share] for share in shares)


@pytest.mark.parametrize("seed", range(20))
def test_eight_shards_are_within_15_percent_of_ideal(seed: int) -> None:
    dice = random.Random(seed)
    seconds = {f"S-{number}": dice.lognormvariate(3, 0.8) for number in range(180)}
    loads = [sum(seconds[one] for one in share) for share in plan([*seconds], seconds, 8)]
    assert max(loads) <= 1.15 * sum(seconds.values()) / 8


def test_one_that_is_new_is_taken_to_be_as_long_as_most() -> None:
    shares = plan(["a", "b", "ny"], {"a": 10.0, "b": 10.0}, 3)
    assert sorted(shares) == [("a",), ("b",), ("ny",)]


def test_processes_take_the_longest_first_and_what_is_not_known_in_between() -> None:
    seconds = {"kort": 5.0, "lång": 30.0, "mellan": 10.0}
    assert longest_first(["kort", "ny 1", "mellan", "ny 2", "lång"], seconds) == [
        "lång", "ny 1", "mellan", "ny 2", "kort"
    ]  # fmt: skip
    assert longest_first(["b", "a"], {}) == ["b", "a"]


def test_auto_is_one_process_more_than_the_cores_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 3}, raising=False)
    assert processes() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert processes() == 9


@pytest.mark.parametrize("told", ["0/8", "9/8", "3", "3/0", "a/b", "3/8/1", "-1/8"])
def test_a_shard_that_is_none_is_told(told: str) -> None:
    with pytest.raises(UsageError, match="3/8"):
        parse(told)
