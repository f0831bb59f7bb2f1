"""What is wrong with a PDF, read from its structure."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

LONG = 9
"""Pages from which a document needs bookmarks."""

MOST = 20_000
"""Tags that are looked at."""

Words = tuple[str, str]


@dataclass(frozen=True)
class Faulty:
    """One fault of a document; `clause` is that of EN 301 549, `question` is set where a person must look."""

    rule: str
    kind: str
    criteria: tuple[str, ...]
    clause: str
    expected: Words
    observed: Words
    question: Words | None = None


def examine(content: bytes) -> Iterator[Faulty]:
    """The faults of a PDF; one that can't be opened is asked about."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            yield from _tags(pdf)
            yield from _about(pdf)
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        yield Faulty(
            "unreadable",
            "untagged-document",
            ("1.3.1",),
            "10.1.3.1",
            ("Dokumentet går att öppna", "The document can be opened"),
            (f"Filen går inte att läsa: {error}", f"The file cannot be read: {error}"),
            ("Går dokumentet att läsa med skärmläsare?", "Can the document be read with a screen reader?"),
        )


def _tags(pdf: pikepdf.Pdf) -> Iterator[Faulty]:
    root: Any = pdf.Root.get("/StructTreeRoot")
    tags = list(_walk(root)) if root is not None else []
    mark: Any = pdf.Root.get("/MarkInfo") or {}
    marked = bool(mark.get("/Marked", False))
    if not tags or not marked:
        scanned = all(_only_picture(page) for page in pdf.pages)
        yield Faulty(
            "scanned" if scanned else "untagged",
            "untagged-document",
            ("1.3.1",),
            "10.1.3.1",
            ("Dokumentet är taggat", "The document is tagged"),
            (
                "Varje sida är bara en bild, utan text" if scanned else "Dokumentet har inga taggar",
                "Every page is only a picture, with no text" if scanned else "The document has no tags",
            ),
        )
        return
    kinds = [_kind(tag, root) for tag in tags]
    for tag, kind in zip(tags, kinds, strict=True):
        if kind == "Figure" and not str(tag.get("/Alt", "")).strip() and not str(tag.get("/ActualText", "")).strip():
            yield Faulty(
                "figure-without-alt",
                "missing-alt",
                ("1.1.1",),
                "10.1.1.1",
                ("Bilder i dokumentet har textalternativ", "Pictures in the document have alternatives"),
                ("En bild i dokumentet saknar textalternativ", "A picture in the document has no alternative"),
            )
            break
    if len(pdf.pages) > 1 and not any(re.fullmatch(r"H[1-6]?|Title", kind) for kind in kinds):
        yield Faulty(
            "no-headings",
            "heading-structure",
            ("1.3.1",),
            "10.1.3.1",
            ("Rubriker är taggade som rubriker", "Headings are tagged as headings"),
            (
                f"Ingen rubrik bland taggarna på {len(pdf.pages)} sidor",
                f"No heading among the tags of {len(pdf.pages)} pages",
            ),
            ("Har dokumentet rubriker som syns?", "Does the document have headings that show?"),
        )
    if len(pdf.pages) >= LONG and not _bookmarked(pdf):
        yield Faulty(
            "no-bookmarks",
            "multiple-ways",
            (),
            "10.2.4.5",
            ("Ett långt dokument har bokmärken", "A long document has bookmarks"),
            (f"{len(pdf.pages)} sidor utan bokmärken", f"{len(pdf.pages)} pages with no bookmarks"),
        )


def _about(pdf: pikepdf.Pdf) -> Iterator[Faulty]:
    """Language and title."""
    if not str(pdf.Root.get("/Lang", "")).strip():
        yield Faulty(
            "no-language",
            "page-language",
            ("3.1.1",),
            "10.3.1.1",
            ("Dokumentet anger sitt språk", "The document names its language"),
            ("Inget språk är angivet", "No language is given"),
        )
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        title = str(metadata.get("dc:title") or pdf.docinfo.get("/Title") or "").strip()
    preferences: Any = pdf.Root.get("/ViewerPreferences") or {}
    shown = bool(preferences.get("/DisplayDocTitle", False))
    if not title or re.fullmatch(
        r"\S+\.(pdf|docx?|odt|indd)|untitled|namnlös|dokument\d*|document\d*", title, re.IGNORECASE
    ):
        yield Faulty(
            "no-title",
            "page-title",
            ("2.4.2",),
            "10.2.4.2",
            ("Dokumentet har en titel", "The document has a title"),
            (
                f"Titeln är ”{title}”" if title else "Titel saknas",
                f"The title is “{title}”" if title else "There is no title",
            ),
        )
    elif not shown:
        yield Faulty(
            "title-not-shown",
            "page-title",
            ("2.4.2",),
            "10.2.4.2",
            ("Titeln visas i fönstret", "The title shows in the window"),
            ("Filnamnet visas i stället för titeln", "The file name shows in place of the title"),
            (
                "Säger filnamnet, som visas i stället för titeln, vad dokumentet är?",
                "Does the file name, which shows in place of the title, tell what the document is?",
            ),
        )


def _walk(root: Any) -> Iterator[Any]:
    waiting, seen = [root], 0
    while waiting and seen < MOST:
        kids = waiting.pop().get("/K")
        for kid in reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids]):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                seen += 1
                waiting.append(kid)
                yield kid


def _kind(tag: Any, root: Any) -> str:
    """The standard type of a tag, through the document's own map of roles."""
    name = str(tag.get("/S", ""))
    roles = root.get("/RoleMap") or {}
    for _ in range(5):
        if name not in roles:
            break
        name = str(roles[name])
    return name.removeprefix("/")


def _only_picture(page: Any) -> bool:
    resources = page.get("/Resources") or {}
    return not (resources.get("/Font") or {}) and bool(page.images)


def _bookmarked(pdf: pikepdf.Pdf) -> bool:
    with pdf.open_outline() as outline:
        return bool(outline.root)
