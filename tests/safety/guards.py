"""Each guard with the test that must fail without it, as `tests.safety.mutant` takes it away."""

from __future__ import annotations

REACH, ACCOUNTS, FAULTS = (f"tests/safety/test_{name}.py" for name in ("reach", "accounts", "faults"))
HOSTILE, SECRETS, MODEL = (f"tests/safety/test_{name}.py" for name in ("hostile", "secrets", "fuzz_model"))

EVERY_LINE = "lambda file, torn: (msgspec.json.decode(one, type=Line) for one in file.read_bytes().splitlines())"
WITHOUT_HASHES = """lambda *told, read=Path.read_text, **named: read(*told, **named).replace(" \\\\\\n", "\\n").replace('"integrity"', '""')"""
KILLED = "test_killed_processes_no_locale_no_home_a_jumping_clock_and_a_path_of_any_letters"

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
    ("harness.sessions:os.open = lambda *told, opened=os.open, **named: opened(*told[:2], 0o644, **named)",
     f"{ACCOUNTS}::test_a_kept_log_in_is_private_and_expires"),
    ("reports.page:_minutes = lambda began, ended: str(datetime.fromisoformat(ended) - datetime.fromisoformat(began))",
     f"{FAULTS}::test_a_clock_that_jumps_back_makes_no_time_less_than_nothing"),
    ("reports.page:_minutes = lambda began, ended: str(datetime.fromisoformat(ended) - datetime.fromisoformat(began))",
     f"{MODEL}::test_every_report_can_be_written_of_every_run"),
    ("msgspec:ValidationError = type('Other', (Exception,), {})",
     f"{MODEL}::test_any_configuration_is_taken_or_refused_in_one_line"),
    (f"harness.journal:_whole_lines = {EVERY_LINE}",
     f"{MODEL}::test_what_is_journaled_is_read_back_whatever_the_disk_cut_off"),
    (f"pathlib:Path.read_text = {WITHOUT_HASHES}", "tests/test_house.py::test_locks_of_python_have_hashes_and_no_host"),
    (f"pathlib:Path.read_text = {WITHOUT_HASHES}", "tests/test_house.py::test_the_lock_of_npm_has_integrity_and_no_host"),
    ("reports.page:Environment = lambda E=Environment, **told: E(**(told | {'autoescape': False}))",
     "tests/reports/test_html.py::test_hostile_content_is_only_text"),
]  # fmt: skip
IN_THE_PAGES_WORLD = """lambda frame, function, argument, *held, asked=_asked: asked(frame, function, argument, *held) \
if held else frame.evaluate(f'async given => await ({function})(given)', argument)"""
NO_LIMIT = "lambda *told: __import__('contextlib').nullcontext(__import__('types').SimpleNamespace(over=False))"

IN_A_BROWSER = [
    ("harness.reach:resolver_rules = lambda config: ''",
     f"{REACH}::test_other_hosts_are_shut_out_also_by_way_of_a_redirect"),
    ("harness.driving:may_be_driven = lambda chosen, *told, **named: (chosen, ())",
     f"{REACH}::test_a_run_in_production_refuses_what_changes_and_tells_what_it_stopped"),
    ("harness.walk:record = lambda page, record=record, **told: record(page)",
     f"{REACH}::test_a_run_in_production_refuses_what_changes_and_tells_what_it_stopped"),
    ("harness.fixtures:secrets_of = lambda state: iter(())",
     f"{ACCOUNTS}::test_a_kept_log_in_is_used_and_is_in_nothing_that_is_written"),
    ("masking.mask:Mask.keeps_secrets = property(lambda self: False)",
     f"{ACCOUNTS}::test_a_kept_log_in_is_used_and_is_in_nothing_that_is_written"),
    ("harness.personal:cover = lambda picture, places, scale=1.0: picture",
     f"{SECRETS}::test_pictures_of_two_sets_of_secrets_are_the_same"),
    ("tests.safety.secrets:written = lambda secret: set()", f"{SECRETS}::test_without_the_guard_they_are_found"),
    ("harness.walk:looked = lambda check, state: list(check.look(state))",
     "tests/harness/test_walk.py::test_a_check_that_breaks_is_untested_and_spoils_no_other"),
    (f"checks.asking:_asked = {IN_THE_PAGES_WORLD}", f"{HOSTILE}::test_a_nuisance_does_not_stop_the_checks[Array]"),
    (f"checks.asking:_asked = {IN_THE_PAGES_WORLD}",
     f"{HOSTILE}::test_what_a_page_has_written_over_does_not_fool_the_checks[getComputedStyle]"),
    ("checks.contrast.pixels:WIDEST_PICTURE = 1e9",
     f"{HOSTILE}::test_a_page_of_a_hundred_thousand_pixels_across_does_not_end_the_browser"),
    ("harness.memory:_resident = lambda process: 0", f"{HOSTILE}::test_a_page_that_eats_memory_is_ended"),
    (f"harness.downloads:limited = {NO_LIMIT}", f"{HOSTILE}::test_a_download_without_end_is_given_up"),
    ("harness.driving:_how_it_ended = lambda *told, how=_how_it_ended: "
     "(lambda driven, states: (replace(driven, ending=Ending.COMPLETED), states))(*how(*told))",
     f"{FAULTS}::test_a_target_that_goes_away_is_told_and_what_was_found_is_kept"),
    ("harness.driving:write_reports = lambda run: None",
     f"{FAULTS}::test_a_target_that_goes_away_is_told_and_what_was_found_is_kept"),
    ("harness.browsers:_answers = lambda browser: True", f"{FAULTS}::{KILLED}"),
    ("checks.pa11y.process:NodeProcess.call = lambda self, *told: (self._process or self._start(), self._ask(*told))[1]",
     f"{FAULTS}::{KILLED}"),
    ("harness.browsers:suppress = lambda *kinds: __import__('contextlib').nullcontext()", f"{FAULTS}::{KILLED}"),
    ("harness.journal:_full = lambda folder, error: error",
     f"{FAULTS}::test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_room"),
    ("harness.driving:resumed = lambda told, config: (lambda id: (make_folder(config, id), Begin(id)))(new_run())",
     "tests/harness/test_resuming.py::test_a_killed_run_goes_on_and_ends_as_an_unbroken_one"),
    ("checks.gather:script = lambda package, name, read=script: "
     "read(package, name).replace('one instanceof HTMLMediaElement', 'true')",
     "tests/safety/test_fuzz_pages.py::test_every_check_takes_every_page[0]"),
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


HANGING = [
    (f"harness.budget:limited = {NO_LIMIT}", f"{HOSTILE}::test_a_thousand_frames_end_in_their_time"),
    ("harness.walk:looked = lambda check, state: list(check.look(state))",
     f"{HOSTILE}::test_a_sandbox_that_stops_the_checks_is_told"),
    (f"harness.walk:limited = {NO_LIMIT}", f"{HOSTILE}::test_a_page_that_hangs_is_told_to_hang"),
    ("playwright.sync_api:Page.set_default_timeout = lambda page, ms, set=Page.set_default_timeout: set(page, 0)",
     f"{HOSTILE}::test_a_page_that_always_goes_on_to_itself_ends"),
    ("playwright.sync_api:Page.set_default_timeout = lambda page, ms, set=Page.set_default_timeout: set(page, 0)",
     f"{HOSTILE}::test_a_response_of_a_gigabyte_takes_neither_the_time_nor_the_memory"),
]  # fmt: skip
"""Without these the page has no end, nor has the test: it is ended after `SHORT`."""
