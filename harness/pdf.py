"""The report as PDF: printed by the browser, tagged, with an outline, its language and its title.

The browser makes the tags out of the page's own headings, lists, tables and alternative texts; what it leaves out, that
the window's title is the document's and not the file's, is added after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from playwright.sync_api import Browser

from harness.browser import launch, need_browser
from harness.errors import UsageError
from harness.playwright_start import playwright_running
from reports.html import FORMAT
from reports.page import LANGUAGE

FOOTER = (
    '<p style="width: 100%; margin: 0 14mm; font: 8px sans-serif; text-align: right">'
    '<span class="pageNumber"></span> / <span class="totalPages"></span></p>'
)
UNFOLDED = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  const pictures = Array.from(document.images);
  pictures.forEach((one) => { one.loading = "eager"; });
  return Promise.all(pictures.map((one) => one.decode().catch(() => {})));
}"""
PATIENCE = 300_000
"""Milliseconds that a very large report gets to be laid out."""


def write_pdf(folder: Path, file: Path | None = None, browser: str = "") -> Path:
    """Print the report in a run's folder; gives the file, `report.pdf` beside it unless another is named.

    UsageError where there is no report, or the file can't be written.
    """
    page = folder / FORMAT.file if folder.is_dir() else folder
    if not page.is_file():
        raise UsageError("Där finns ingen rapport", str(page), "Peka ut en körnings mapp.")
    with playwright_running() as playwright:
        opened = launch(playwright, need_browser(browser or None))
        try:
            return print_page(opened, page, file or page.with_suffix(".pdf"))
        finally:
            opened.close()


def print_page(browser: Browser, page: Path, file: Path) -> Path:
    """Print one HTML file of the suite's own as tagged PDF."""
    context = browser.new_context(locale="sv-SE", color_scheme="light")
    try:
        shown = context.new_page()
        shown.set_default_timeout(PATIENCE)
        shown.goto(page.resolve().as_uri())
        # Nobody can unfold a paper, nor scroll it until its pictures come.
        shown.evaluate(UNFOLDED)
        title = shown.title()
        made = shown.pdf(
            format="A4", tagged=True, outline=True, prefer_css_page_size=True, print_background=True,
            display_header_footer=True, header_template="<span></span>", footer_template=FOOTER,
            margin={"top": "16mm", "bottom": "18mm", "left": "14mm", "right": "14mm"},
        )  # fmt: skip
    finally:
        context.close()
    try:
        file.write_bytes(made)
        with pikepdf.open(file, allow_overwriting_input=True) as document:
            document.Root.Lang = pikepdf.String(LANGUAGE)
            document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
            with document.open_metadata() as metadata:
                metadata["dc:title"] = title
                metadata["dc:language"] = [LANGUAGE]
            document.docinfo["/Title"] = title
            _regroup(document.Root.StructTreeRoot)
            document.save(file)
    except OSError as error:
        raise UsageError(
            "PDF:en går inte att skriva", f"{file}: {error.strerror}", "Välj en annan med --file."
        ) from None
    return file


def _regroup(node: Any) -> None:
    """Tag as a group what only groups a picture and its caption: the browser calls it a picture without a text."""
    for child in _children(node):
        _regroup(child)
    if node.get("/S") == pikepdf.Name.Figure and "/Alt" not in node and any("/S" in one for one in _children(node)):
        node.S = pikepdf.Name.Div


def _children(node: Any) -> Iterator[Any]:
    """The tags within a tag; what is left out is content."""
    kids = node.get("/K")
    for one in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(one, pikepdf.Dictionary) and ("/S" in one or "/K" in one):
            yield one
