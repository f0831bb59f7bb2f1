"""The report as PDF: tagged, with language, title and outline, as pikepdf and the suite's own check of PDF read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Browser

from checks.documents.pdf import examine
from harness.errors import UsageError
from harness.pdf import print_page, write_pdf
from reports.html import FORMAT, render
from reports.model import Run

TITLE = "Tillgänglighetsrapport för Esset, 24 november 2026 kl. 02.00"


def roles(node: Any) -> Iterator[tuple[str, Any]]:
    """The tags of a document, each with its own dictionary, in order."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from roles(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node["/S"]).lstrip("/"), node
        if "/K" in node:
            yield from roles(node["/K"])


def test_without_a_report_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ingen rapport"):
        write_pdf(tmp_path)


@pytest.fixture
def pdf(run: Run, browser: Browser) -> Path:
    page = run.folder / FORMAT.file
    page.write_bytes(render(run))
    return print_page(browser, page, run.folder / "report.pdf")


@pytest.mark.browser
def test_the_pdf_is_tagged_and_names_itself(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "sv"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo["/Title"]) == TITLE
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == TITLE
        tags = [*roles(document.Root.StructTreeRoot.K)]
        with document.open_outline() as outline:
            assert [one.title for one in outline.root]
    names = [name for name, _ in tags]
    assert {"H1", "H2", "H3", "P", "Table", "TH", "TD", "L", "LI", "Figure"} <= {*names}
    assert names.index("H1") < names.index("H2")
    figures = [node for name, node in tags if name == "Figure" and "/Alt" in node]
    assert any("elementet inramat" in str(node["/Alt"]) for node in figures)


@pytest.mark.browser
def test_the_suites_own_check_finds_no_fault_with_it(pdf: Path) -> None:
    assert [(one.rule, one.observed[0]) for one in examine(pdf.read_bytes()) if not one.question] == []


@pytest.mark.browser
def test_what_is_folded_is_on_the_paper(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        text = b"".join(page.Contents.read_bytes() for page in document.pages)
        assert len(document.pages) > 5
    assert text
