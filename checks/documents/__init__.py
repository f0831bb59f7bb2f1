"""Documents that come down from the service or stand within a page: PDF as assistive technology meets it.

What fails: a PDF with no tags, or none that lead to its text; one that names no language; one with no
title, or that shows its file name in place of it; a tagged picture with no alternative. What is asked
about: several pages with no heading among the tags; a scanned page. As good practice: a long document
with no bookmarks.

For whom: people who use a screen reader, or let the text flow anew in larger type, get a document with
no headings, no order, or nothing at all.

How to fix: make the PDF from a template with styles and export it tagged, with title and language; or
give the content as a web page.

Limits: encrypted documents that can't be opened and formats other than PDF are told as untested. That
the tags fit what is seen is for a person to say.

Source: EN 301 549 V3.2.1 clause 10; WCAG techniques PDF1, PDF2, PDF3, PDF9, PDF16, PDF18.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator

from checks.documents.pdf import Faulty, examine
from checks.found import found
from checks.gather import elements, gather
from checks.model import Element, Finding, Text
from checks.registry import check
from checks.state import Fetched, State

ID = "documents"


@check(
    id=ID,
    title=Text("Dokument som går att läsa", "Documents that can be read"),
    criteria=("1.1.1", "1.3.1", "2.4.2", "3.1.1"),
    looks_at=Text("PDF som laddas ned eller visas i sidan.", "PDF that is downloaded or shown in the page."),
    certainty=Text("Hög: taggar, språk och titel står i filen.", "High: tags, language and title stand in the file."),
)
def look(state: State) -> Iterator[Finding]:
    """Each PDF that came down since the last state, and each within the page."""
    for file in state.downloads:
        if file.content.startswith(b"%PDF"):
            yield from _findings(file.name, examine(file.content), None)
    for file, element in _embedded(state):
        yield from _findings(file.name, examine(file.content), element)


def _embedded(state: State) -> Iterator[tuple[Fetched, Element | None]]:
    """PDFs that the page shows and that its document holds as data; others come down when they are opened."""
    sights = gather(state, "checks.documents", "embedded.js")
    for sight, element in zip(sights, elements(state, sights), strict=True):
        _, _, data = sight.told["url"].partition(",")
        content = base64.b64decode(data + "==", validate=False)
        if content.startswith(b"%PDF"):
            yield Fetched("inbäddad PDF", "", content), element


def _findings(name: str, faults: Iterable[Faulty], element: Element | None) -> Iterator[Finding]:
    for fault in faults:
        yield found(
            ID,
            fault.rule,
            fault.kind,
            element,
            criteria=fault.criteria,
            expected=fault.expected,
            observed=(f"{name}: {fault.observed[0]}", f"{name}: {fault.observed[1]}"),
            question=fault.question,
            evidence={"dokument": name, "EN 301 549": fault.clause},
        )
