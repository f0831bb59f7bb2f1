"""The markup as it was served, before the browser mended it and scripts changed it.

What fails: a refresh or redirect after a wait that a script hides from those who look at the page later (2.2.1, F40,
F41). As good practice: an attribute that stands twice on an element, elements that are closed in the wrong order or not
at all, a language that only a script sets.

For whom: those who need more time, and users of assistive technology with browsers that mend the code otherwise or
run no scripts.

How to fix: mend the code where it is made; set `lang` in the template; don't reload by `meta`.

Limits: only the page's own document, not its frames. Elements whose end tag HTML lets be left out are not missed. What
is inside `noscript` is read as those without scripts get it. A page that was not loaded by its address has no source.

Source: WCAG techniques H74, H93, H94, H57; failures F40, F41; WCAG 2.2 removed 4.1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from bs4 import Tag

from checks.markup.document import Fault, findings, rendered, value
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

CLOSED = frozenset({
    "a", "abbr", "article", "aside", "b", "blockquote", "button", "div", "dl", "em", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "label", "legend", "main", "nav", "ol", "section",
    "select", "span", "strong", "table", "textarea", "ul",
})  # fmt: skip
"""Elements that HTML wants an end tag of."""

ALLOWED_WAIT = 20 * 60 * 60
"""Seconds after which a time limit counts as none (2.2.1)."""

_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_WAIT = re.compile(r"^\s*(\d+)")


@check(
    id="markup-served",
    title=Text("Koden som den levereras", "The markup as served"),
    criteria=("2.2.1",),
    looks_at=Text("Sidans eget dokument, som servern skickade det.", "The page's own document, as the server sent it."),
    certainty=Text("Hög; det mesta är god praxis.", "High; most of it good practice."),
)
def look(state: State) -> Iterator[Finding]:
    """Faults of the source, told at the page's root element."""
    served, pages = state.served, state.once(rendered)
    if served is None or not pages or "html" not in served.headers.get("content-type", "html"):
        return
    charset = _CHARSET.search(served.headers.get("content-type", ""))
    source = _Source()
    source.feed(served.body.decode(_known(charset[1] if charset else "utf-8"), errors="replace"))
    source.close()
    yield from findings(state, "markup-served", pages[0], _faults(source, pages[0].soup.find("html")))


def _faults(source: _Source, root: Tag | None) -> Iterator[Fault]:
    if root is None:
        return
    if source.wait and not root.find("meta", attrs={"http-equiv": re.compile("^refresh$", re.IGNORECASE)}):
        yield Fault(
            root,
            "refresh",
            "meta-refresh",
            ("2.2.1",),
            Text("Sidan laddas inte om av sig själv", "The page does not reload by itself"),
            Text(
                f"Laddas om efter {source.wait} sekunder (rad {source.wait_line})",
                f"Reloads after {source.wait} seconds (line {source.wait_line})",
            ),
        )
    if source.begun and not source.lang and value(root, "lang"):
        yield Fault(
            root,
            "language-by-script",
            "page-language",
            (),
            Text("lang står i den kod som levereras", "lang is in the code that is served"),
            Text("lang sätts först av ett skript", "lang is only set by a script"),
        )
    once = Text("Varje attribut står en gång på ett element", "Each attribute stands once on an element")
    closed = Text("Element avslutas i den ordning de öppnades", "Elements are closed in the order they were opened")
    for rule, where, expected in (("attribute-twice", source.twice, once), ("not-closed", source.wrong, closed)):
        if where:
            line, tag = where[0]
            yield Fault(
                root,
                rule,
                "invalid-markup",
                (),
                expected,
                Text(
                    f"Inte så på {len(where)} ställen, först på rad {line}: {tag}",
                    f"Not so in {len(where)} places, first on line {line}: {tag}",
                ),
            )


class _Source(HTMLParser):
    """Reads the source; `twice` and `wrong` hold lines and tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.begun = False
        self.lang = ""
        self.wait = 0
        self.wait_line = 0
        self.twice: list[tuple[int, str]] = []
        self.wrong: list[tuple[int, str]] = []
        self._open: list[tuple[int, str]] = []
        self._foreign = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        told = dict(reversed(attrs))  # Of an attribute that stands twice, the first counts.
        if len(told) < len(attrs):
            self.twice.append((line, tag))
        if tag == "html":
            self.begun, self.lang = True, told.get("lang") or ""
        if tag == "meta" and (told.get("http-equiv") or "").lower() == "refresh":
            wait = _WAIT.match(told.get("content") or "")
            if wait and 0 < int(wait[1]) < ALLOWED_WAIT:
                self.wait, self.wait_line = int(wait[1]), line
        if tag in ("svg", "math"):
            self._foreign += 1
        if tag in CLOSED and not self._foreign:
            self._open.append((line, tag))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Outside svg the slash means nothing: <div/> is opened, not closed.
        self.handle_starttag(tag, attrs)
        if tag in ("svg", "math"):
            self._foreign -= 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("svg", "math"):
            self._foreign = max(0, self._foreign - 1)
        if tag not in CLOSED or self._foreign:
            return
        if not any(tag == name for _, name in self._open):
            self.wrong.append((self.getpos()[0], tag))
            return
        while (last := self._open.pop())[1] != tag:
            self.wrong.append(last)

    def close(self) -> None:
        super().close()
        self.wrong += self._open


def _known(charset: str) -> str:
    try:
        "".encode(charset)
    except LookupError:
        return "utf-8"
    return charset
