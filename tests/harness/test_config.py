"""Bad configuration is told in one line, and good configuration is what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.accounts import Account
from harness.config import load_config
from harness.errors import UsageError


def told(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "esset.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_embedded_esset_is_tested() -> None:
    config = load_config(None)
    assert config.target == ""
    assert set(config.surfaces) == {"kundportal", "arendesystem"}


def test_the_command_line_goes_before_the_file(tmp_path: Path) -> None:
    file = told(tmp_path, 'profile = "snabb"\nfail_on = "P2"\n')
    config = load_config(str(file), {"profile": "full", "target": None})
    assert (config.profile, config.fail_on) == ("full", "P2")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("profil = 'natt'", "profil"),
        ("fail_on = 'P9'", "P9"),
        ("headless = 'ja'", "headless"),
        ("[surfaces.x]\ntitle = 'X'\nscope = 'hemlig'", "hemlig"),
        ("target = ", "TOML"),
        ("target = 'esset.test'", "http://"),
    ],
)
def test_a_mistake_is_told_in_one_line_that_names_it(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(UsageError) as raised:
        load_config(str(told(tmp_path, text)))
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"saknas\.toml"):
        load_config(str(tmp_path / "saknas.toml"))


def test_a_binary_file_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "bild.toml").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(UsageError, match="TOML"):
        load_config(str(tmp_path / "bild.toml"))


def test_secrets_are_not_told(tmp_path: Path) -> None:
    file = told(tmp_path, '[accounts.medarbetare]\nusername = "hemlig-anvandare"\npassword_env = "HEMLIG_VARIABEL"\n')
    assert "hemlig" not in str(load_config(str(file)).told()).casefold()


def test_a_password_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESSET_LOSENORD", "x")
    assert Account("a", "ESSET_LOSENORD").password == "x"
    monkeypatch.delenv("ESSET_LOSENORD")
    with pytest.raises(UsageError, match="ESSET_LOSENORD"):
        _ = Account("a", "ESSET_LOSENORD").password
