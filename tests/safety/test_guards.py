"""The tests of the guards can fail: with the guard taken away, each of them does."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.commands import ROOT

pytestmark = pytest.mark.nightly

REACH, ACCOUNTS, FAULTS = (f"tests/safety/test_{name}.py" for name in ("reach", "accounts", "faults"))
HOSTILE, SECRETS = "tests/safety/test_hostile.py", "tests/safety/test_secrets.py"

GUARDS = [
    ("masking.mask:Mask.text = lambda self, said: said", "tests/masking/test_numbers.py::test_every_form_is_masked"),
    ("masking.mask:numbers = lambda text: iter(())", "tests/masking/test_numbers.py::test_every_form_is_masked"),
    ("masking.mask:Mask.keep = lambda self, secret: None", f"{ACCOUNTS}::test_the_mask_of_a_run_knows_every_password"),
    ("masking:cover = lambda picture, places, scale=1.0: picture",
     "tests/masking/test_picture.py::test_two_texts_look_the_same_once_they_are_covered"),
    ("harness.accounts:private = lambda file: file",
     f"{ACCOUNTS}::test_a_file_that_others_may_read_or_change_is_refused"),
    ("harness.sessions:private = lambda file: file", f"{ACCOUNTS}::test_a_kept_log_in_is_private_and_expires"),
    ("harness.sessions:kept = lambda file, now=None: json.loads(file.read_text())['state']",
     f"{ACCOUNTS}::test_a_kept_log_in_is_private_and_expires"),
    ("harness.config:refuse_what_is_unsafe = lambda config, where: None",
     f"{REACH}::test_what_is_unsafe_is_refused_before_anything_is_run"),
    ("harness.reach:is_allowed = lambda url, allowed: True", f"{REACH}::test_which_addresses_are_allowed"),
    ("harness.reach:resolver_rules = lambda config: ''", f"{REACH}::test_without_a_target_only_this_machine_is_allowed"),
    ("harness.journal:Journal._forget = lambda self: None",
     f"{FAULTS}::test_a_line_that_could_not_be_written_spoils_no_other"),
    ("pathlib:Path.unlink = lambda self, missing_ok=False: None",
     f"{FAULTS}::test_a_report_that_does_not_fit_leaves_no_half_file"),
    ("harness.licences:Part.usable = property(lambda self: True)",
     "tests/harness/test_licences.py::test_each_part_is_listed_and_judged"),
    ("reports.page:Environment = lambda E=Environment, **told: E(**(told | {'autoescape': False}))",
     "tests/reports/test_html.py::test_hostile_content_is_only_text"),
]  # fmt: skip
IN_A_BROWSER = [
    ("harness.guard:is_allowed = lambda url, allowed: True",
     f"{REACH}::test_other_hosts_are_shut_out_also_by_way_of_a_redirect"),
    ("harness.guard:Guard._changes = lambda self, method, url: False",
     f"{REACH}::test_in_production_nothing_is_changed"),
    ("harness.personal:Watch.learn = lambda self, page, devtools: None",
     f"{SECRETS}::test_two_hundred_secrets_are_in_no_file_that_a_run_leaves"),
    ("harness.walk:SERVER_ERROR = 600", f"{HOSTILE}::test_a_page_of_error_from_the_server_is_not_taken_for_the_page"),
    ("harness.walk:ScenarioWalk._crash = lambda self, page: None",
     f"{HOSTILE}::test_a_page_that_crashes_is_told_to_crash"),
    ("reports.page:_digest = lambda text: \"unsafe-inline\"",
     "tests/reports/test_html_browser.py::test_the_policy_stops_what_is_not_the_reports_own"),
]  # fmt: skip


def fails_without(guard: str, test: str) -> bool:
    """Whether a test fails, and not for another reason than its own, when a guard is taken away."""
    ended = subprocess.run(
        [*(sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "tests.safety.mutant"), test],
        cwd=ROOT,
        env=os.environ | {"ESSET_A11Y_MUTANT": guard, "ESSET_A11Y_HYPOTHESIS": "nightly"},
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert "error" not in ended.stdout.splitlines()[-1], ended.stdout[-2000:] + ended.stderr[-2000:]
    return ended.returncode == 1


@pytest.mark.parametrize(("guard", "test"), GUARDS, ids=[guard.partition(" = ")[0] for guard, _ in GUARDS])
def test_without_its_guard_a_test_fails(guard: str, test: str) -> None:
    assert fails_without(guard, test)


@pytest.mark.browser
@pytest.mark.parametrize(("guard", "test"), IN_A_BROWSER, ids=[guard.partition(" = ")[0] for guard, _ in IN_A_BROWSER])
def test_without_its_guard_a_test_in_a_browser_fails(guard: str, test: str) -> None:
    assert fails_without(guard, test)


def test_with_its_guard_a_test_passes() -> None:
    assert not fails_without("os:sep = sep", f"{REACH}::test_which_addresses_are_allowed")
