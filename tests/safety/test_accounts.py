"""Passwords and kept log-ins: read from where nobody else can, and in nothing that is written or told."""

from __future__ import annotations

import json
import os
import stat
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from harness.accounts import Account
from harness.config import Config
from harness.errors import UsageError
from harness.login import log_in_by_hand
from harness.masked import mask_of
from harness.sessions import HOURS, keep, kept
from tests.commands import esset, scenarios
from tests.safety.conftest import HEAD, Site

SECRET = "Åtta-hemliga&ord"


def secret_file(tmp_path: Path, mode: int = 0o600) -> Path:
    file = tmp_path / "losenord"
    file.write_text(f"{SECRET}\n", encoding="utf-8")
    file.chmod(mode)
    return file


def test_a_password_from_a_file_that_nobody_else_may_read(tmp_path: Path) -> None:
    assert Account("a", password_file=str(secret_file(tmp_path))).password == SECRET


@pytest.mark.skipif(os.name != "posix", reason="rights of files")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o622])
def test_a_file_that_others_may_read_or_change_is_refused(mode: int, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="chmod 600") as raised:
        _ = Account("a", password_file=str(secret_file(tmp_path, mode))).password
    assert SECRET not in str(raised.value)


def test_a_password_from_a_command() -> None:
    said = f"print({SECRET!r}); print('mer')"
    assert Account("a", password_command=(sys.executable, "-c", said)).password == SECRET


@pytest.mark.parametrize("code", [f"print({SECRET!r}); raise SystemExit(1)", f"raise SystemExit({SECRET!r})"])
def test_what_a_command_that_fails_said_is_not_told(code: str) -> None:
    with pytest.raises(UsageError) as raised:
        _ = Account("konto", password_command=(sys.executable, "-c", code)).password
    assert "konto" in str(raised.value) and "hemliga" not in str(raised.value)


def test_the_mask_of_a_run_knows_every_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESSET_PROV", "miljöns hemlighet")
    accounts = {
        "a": Account("a", "ESSET_PROV"),
        "b": Account("b", password_file=str(secret_file(tmp_path))),
        "c": Account("c", "INTE_SATT"),
    }
    mask = mask_of(Config(accounts=accounts, unmasked=True))
    assert "hemlig" not in mask.text(f"fel lösenord: {SECRET}, miljöns hemlighet")


def test_a_kept_log_in_is_private_and_expires(tmp_path: Path) -> None:
    file, now = tmp_path / "inloggad.json", datetime.now(UTC)
    file.write_text("gammal", encoding="utf-8")
    file.chmod(0o644)
    keep({"cookies": [], "origins": []}, file, now)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert kept(file) == {"cookies": [], "origins": []}
    for later in (timedelta(hours=HOURS, seconds=1), timedelta(days=-2)):  # Too old, or the clock was set back.
        with pytest.raises(UsageError, match="gäller inte längre"):
            kept(file, now + later)
    file.chmod(0o644)
    with pytest.raises(UsageError, match="chmod"):
        kept(file)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"expires": 1, "state": {}}', '{"expires": "2030-01-01", "state": {}}', "null"]
)
def test_a_kept_log_in_that_is_broken_is_told_in_one_line(content: str, tmp_path: Path) -> None:
    file = tmp_path / "inloggad.json"
    file.write_text(content, encoding="utf-8")
    file.chmod(0o600)
    with pytest.raises(UsageError, match="esset-a11y login"):
        kept(file)


SCENARIO = """
import os
from contextlib import suppress
from pathlib import Path


@declared("ZZ-1")
def inloggad(page: Page, walk: Walk, account) -> None:
    page.goto("/")
    expect(page.locator("#vem")).to_have_text("NYCKEL-0123456789-abcdef", timeout=2000)
    page.locator("#losenord").fill(account("invånare").password)
    walk.state("inloggad")
    if Path("/proc").is_dir():
        with open(os.environ["PROV"], "ab") as told:
            for one in Path("/proc").glob("[0-9]*/cmdline"):
                with suppress(OSError):
                    told.write(one.read_bytes() + b"\\n")
    raise RuntimeError(page.evaluate("document.cookie + ' ' + document.querySelector('#losenord').value"))
"""


@pytest.mark.browser
def test_a_kept_log_in_is_used_and_is_in_nothing_that_is_written(site: Site, tmp_path: Path) -> None:
    key = "NYCKEL-0123456789-abcdef"
    site.page(
        "/",
        "<html lang=sv><p id=vem></p><input id=losenord><script>document.querySelector('#vem').textContent = document.cookie.split('=')[1] || 'ingen'</script>",
    )
    site.page("/in", "<script>document.cookie = 'id=NYCKEL-0123456789-abcdef; path=/'</script>")
    file = tmp_path / "inloggad.json"
    settings = tmp_path / "esset.toml"
    settings.write_text(
        f'retries = 1\ntarget = "{site.url}"\n[accounts."invånare"]\nusername = "a"\npassword_file = "{secret_file(tmp_path)}"\n'
        f'session = "{file}"\n',
        encoding="utf-8",
    )
    site.answers["/"], page = site.answers["/in"], site.answers["/"]
    # Of Playwright one may run in a thread, and the tests' own does in this one.
    by_hand = threading.Thread(
        target=log_in_by_hand, args=(str(settings), "", "invånare", lambda: None), kwargs={"headless": True}
    )
    by_hand.start()
    by_hand.join()
    site.answers["/"] = page
    assert key in file.read_text(encoding="utf-8")
    out = tmp_path / "out"
    with scenarios(HEAD + SCENARIO):
        ended = esset(
            "run",
            "--scenario",
            "ZZ-1",
            "--config",
            str(settings),
            "--output",
            str(out),
            "--checks",
            "axe",
            "--unmasked",
            environment=os.environ | {"PROV": str(tmp_path / "processer")},
        )
    assert ended.returncode == 3 and "RuntimeError" in ended.stdout, ended.stdout + ended.stderr
    written = [one for one in out.rglob("*") if one.is_file()]
    assert [one for one in written if key.encode() in one.read_bytes() or b"hemliga" in one.read_bytes()] == []
    assert key not in ended.stdout and "hemliga" not in ended.stdout
    # The browser's own trace would hold both, packed: the second time, which is traced, it is not made.
    assert [one.name for one in out.rglob("traces/*")] == ["inloggad.jsonl"]
    if Path("/proc").is_dir():
        processes = (tmp_path / "processer").read_bytes()
        assert str(settings).encode() in processes and b"run-driver" in processes
        assert key.encode() not in processes and b"hemliga" not in processes
    assert json.loads(next(out.rglob("run.json")).read_bytes())["visits"]
