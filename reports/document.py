"""A document of headings, paragraphs, lists and tables, written as HTML or as Markdown from the same words.

What is left for a person to fill in is a `Blank`, which stands out in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reports.page import write_document
from reports.plain import visible

Form = Literal["html", "md"]


@dataclass(frozen=True)
class Blank:
    """Something that only a person can write, and what it is."""

    what: str


@dataclass(frozen=True)
class Link:
    """An address with the words for it."""

    words: str
    address: str


Piece = str | Blank | Link
Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; 2 is the highest below the document's title."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True)
class Items:
    """A list."""

    lines: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table; the first column heads its rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True)
class Document:
    """A whole document. `facts` stand below the title."""

    title: str
    facts: tuple[tuple[str, Line], ...]
    blocks: tuple[Block, ...]

    @property
    def blanks(self) -> tuple[str, ...]:
        """What is left to fill in, each once."""
        return tuple(dict.fromkeys(one.what for line in _lines(self) for one in line if isinstance(one, Blank)))


def paragraph(*pieces: Piece) -> Paragraph:
    """A paragraph of pieces."""
    return Paragraph(pieces)


def items(lines: Iterable[Piece | Line], numbered: bool = False) -> Items:
    """A list, of lines or of single pieces."""
    return Items(tuple(one if isinstance(one, tuple) else (one,) for one in lines), numbered)


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Piece | Line]]) -> Table:
    """A table, of lines or of single pieces."""
    told = tuple(tuple(cell if isinstance(cell, tuple) else (cell,) for cell in row) for row in rows)
    return Table(caption, tuple(columns), told)


def write(document: Document, form: Form) -> bytes:
    """The document, UTF-8."""
    if form == "html":
        return write_document("document.html.j2", document=document)
    return "\n".join(_markdown(document)).encode()


def _lines(document: Document) -> Iterable[Line]:
    yield from (line for _, line in document.facts)
    for block in document.blocks:
        match block:
            case Paragraph(line):
                yield line
            case Items(lines):
                yield from lines
            case Table(_, _, rows):
                yield from (cell for row in rows for cell in row)


_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")


def _markdown(document: Document) -> Iterable[str]:
    yield f"# {_escaped(document.title)}"
    yield ""
    for name, line in document.facts:
        yield f"- {_escaped(name)}: {_line(line)}"
    for block in document.blocks:
        yield ""
        match block:
            case Heading(level, text):
                yield f"{'#' * level} {_escaped(text)}"
            case Paragraph(line):
                yield _line(line)
            case Items(lines, numbered):
                yield from (f"{f'{at}.' if numbered else '-'} {_line(line)}" for at, line in enumerate(lines, 1))
            case Table(caption, columns, rows):
                yield f"{_escaped(caption)}:"
                yield ""
                yield f"| {' | '.join(map(_escaped, columns))} |"
                yield f"| {' | '.join('---' for _ in columns)} |"
                yield from (f"| {' | '.join(map(_line, row))} |" for row in rows)
    yield ""


def _line(line: Line) -> str:
    told = []
    for one in line:
        match one:
            case Blank(what):
                told.append(f"**[FYLL I: {_escaped(what)}]**")
            case Link(words, address) if not address.startswith(("https://", "http://")):
                told.append(_escaped(words))
            case Link(words, address):
                told.append(f"[{_escaped(words)}](<{address.replace('>', '%3E').replace('<', '%3C')}>)")
            case str():
                told.append(_escaped(one))
    return "".join(told)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", visible(text)))
