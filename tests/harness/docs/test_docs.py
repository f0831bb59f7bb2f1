"""The documentation: its generated pages are the code's, its links lead somewhere, its commands work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from checks.registry import all_checks
from harness.bench.serving import serve_folder
from harness.docs.check_page import PARTS, kinds_of
from harness.docs.site import check_pages, write_site
from tests.accessible import axe_says, breaches

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(DOCS, tmp_path_factory.mktemp("docs")).parent


def test_generated_pages_are_up_to_date() -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in (DOCS / "checks").glob("*.md")}
    assert committed == check_pages(), "checks have changed: run esset-a11y docs --write"


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_a_page_says_what_for_whom_how_and_by_which_source(check) -> None:  # type: ignore[no-untyped-def]
    text = check_pages()[f"{check.id}.md"]
    assert text.startswith(f"# {check.title.sv}\n")
    for part in PARTS:
        assert f"**{part}.**" in text
    for number in check.criteria:
        assert f"[{number} " in text
    for kind in kinds_of(check):
        assert kind.hurts.sv in text and kind.title.sv in text
    assert check.looks_at.sv in text and check.certainty.sv in text
    for example in check.examples:
        assert example.name in text


def test_most_checks_name_the_faults_that_they_find() -> None:
    assert sum(bool(kinds_of(one)) for one in all_checks()) >= 0.9 * len(all_checks())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        path = unquote(urlsplit(target).path)
        if "://" not in target and path:
            assert (page.parent / path).exists(), target


def test_examples_that_pages_link_to_are_there() -> None:
    for name, text in check_pages().items():
        for target in re.findall(r"\]\((\.\./\.\./checks/[^)\s]+)\)", text):
            assert (DOCS / "checks" / target).resolve().exists(), (name, target)


def test_the_site_needs_nothing_else_and_its_links_lead_somewhere(site: Path) -> None:
    files = [*site.rglob("*.html")]
    assert len(files) > len(all_checks())
    for file in files:
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        assert page.html and page.html["lang"] == "sv" and page.title and page.title.text.strip()
        assert len(page.find_all("h1")) == 1 and not page.find_all("script")
        for one in page.find_all("a"):
            target = str(one["href"]).partition("#")[0]
            if "://" in target:
                continue
            found = (file.parent / target).resolve() if target else file
            assert found.is_file(), (file.name, one["href"])
        for image in page.find_all("img"):
            assert (file.parent / str(image["src"])).is_file() and image["alt"]


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_site(browser: Browser, site: Path, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for name in (
        "index.html",
        "guide-utvecklare.html",
        "konfiguration.html",
        "checks/index.html",
        "checks/contrast.html",
    ):
        page.goto((site / name).as_uri())
        assert axe_says(page, questions=False) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("name", ["index.html", "guide-utvecklare.html", "checks/index.html", "checks/links.html"])
def test_the_suites_own_full_profile_finds_nothing_in_the_site(page: Page, site: Path, name: str) -> None:
    with serve_folder(site) as address:
        assert breaches(page, address + name) == []


@dataclass(frozen=True)
class Block:
    """A marked block of a page: commands to run, or a file to write."""

    kind: str
    name: str
    text: str


MARKED = re.compile(r"<!-- (körs|fil)(?:: (\S+))? -->\n```\w+\n(.*?)```", re.DOTALL)


def blocks(page: Path) -> Iterator[Block]:
    for found in MARKED.finditer(page.read_text(encoding="utf-8")):
        yield Block(found[1], found[2] or "", found[3])


MARKED_PAGES = [page for page in PAGES if any(blocks(page))]


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the clone, in which a reader may write."""
    folder = tmp_path_factory.mktemp("klon")
    kept = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    for name in kept:
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    for name in ("node_modules", ".cache"):
        if (ROOT / name).exists():
            (folder / name).symlink_to(ROOT / name)
    return folder


def test_the_guides_have_commands_that_are_run() -> None:
    assert {page.stem for page in MARKED_PAGES} >= {"guide-testare", "guide-utvecklare", "forsta-scenariot"}


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("page", MARKED_PAGES, ids=lambda page: page.stem)
def test_the_commands_of_a_guide_work(page: Path, copy: Path) -> None:
    bin_folder = str(Path(sys.executable).parent)
    environment = os.environ | {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(copy),
    }  # fmt: skip
    for block in blocks(page):
        if block.kind == "fil":
            (copy / block.name).write_text(block.text, encoding="utf-8")
            continue
        for command in filter(None, block.text.splitlines()):
            ended = subprocess.run(
                command, shell=True, cwd=copy, env=environment, capture_output=True, text=True, timeout=300, check=False
            )
            assert ended.returncode == 0, f"{command}\n{ended.stdout}\n{ended.stderr}"
    if page.stem == "forsta-scenariot":
        assert "GE-90" in ended.stdout and "2 tillstånd" in ended.stdout
