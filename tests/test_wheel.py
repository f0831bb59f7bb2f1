"""The built wheel carries all that the clone does: every file of data, and a doctor that finds itself well."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from harness.places import in_clone

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("checks", "defects", "demo", "harness", "masking", "reports", "scenarios", "standards")

pytestmark = pytest.mark.skipif(not in_clone(), reason="a wheel is built from a clone")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_has_every_file_of_the_packages_and_nothing_of_a_run(wheel: Path) -> None:
    on_disk = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.is_relative_to(ROOT / "reports" / "out")
    }
    with zipfile.ZipFile(wheel) as archive:
        in_wheel = {name for name in archive.namelist() if ".data/" not in name and ".dist-info/" not in name}
    assert in_wheel == on_disk


@pytest.mark.browser
def test_installed_in_an_environment_of_its_own_the_doctor_finds_all_there(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=False)
    paths = sysconfig.get_paths(scheme="venv", vars={"base": str(home), "platbase": str(home)})
    python = Path(paths["scripts"]) / "python"
    # The packages that the wheel needs are this environment's; its own link to the clone does not come along.
    (Path(paths["purelib"]) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, str(wheel)], capture_output=True, check=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {**os.environ, "ESSET_A11Y_NODE_MODULES": str(ROOT / "node_modules"), "PYTHONPATH": ""}
    environment["XDG_CACHE_HOME"] = str(tmp_path / "cache")

    where = "import harness, demo; print(harness.__file__); print(demo.__file__)"
    found = subprocess.run([python, "-c", where], cwd=elsewhere, env=environment, capture_output=True, text=True)
    assert all(Path(line).is_relative_to(home) for line in found.stdout.splitlines()), found

    doctor = [Path(paths["scripts"]) / "esset-a11y", "doctor", "--json"]
    said = subprocess.run(doctor, cwd=elsewhere, env=environment, capture_output=True, text=True)
    parts = {part["key"]: part for part in json.loads(said.stdout)["parts"]}
    assert {key: part["detail"] for key, part in parts.items() if not part["ok"]} == {}
    assert parts["reports"]["detail"].startswith(str(elsewhere))
