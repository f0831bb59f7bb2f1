"""The documentation as files: the checks' pages in `docs/checks/`, and all of it as a site that opens from disk.

The site is the Markdown of `docs/` as HTML, page by page, in the report's own form; it needs no server and no network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from checks.registry import all_checks
from harness.docs.check_page import index, page
from reports.page import write_page

CHECKS = "checks"
GUIDES = ("README", "guide-testare", "guide-granskare", "guide-utvecklare", "forsta-scenariot")
"""The pages to begin with, in this order; the others follow in the order of their names."""


@dataclass(frozen=True)
class Page:
    """A page of the site: its address from the site's root, its title and its Markdown."""

    address: str
    title: str
    markdown: str


def check_pages() -> dict[str, str]:
    """The generated Markdown by file name, as it stands in `docs/checks/`."""
    checks = all_checks()
    return {"README.md": index(checks), **{f"{one.id}.md": page(one) for one in checks}}


def write_check_pages(docs: Path) -> list[Path]:
    """Write the checks' pages below `docs`, and take away those of checks that are no more."""
    folder = docs / CHECKS
    folder.mkdir(parents=True, exist_ok=True)
    written = {folder / name: text for name, text in check_pages().items()}
    for file in folder.glob("*.md"):
        if file not in written:
            file.unlink()
    for file, text in written.items():
        file.write_text(text, encoding="utf-8")
    return [*written]


def write_site(docs: Path, output: Path) -> Path:
    """Write the site; gives its first page. `docs` is the folder of the guides."""
    pages = [*_pages(docs)]
    known = {one.address for one in pages}
    for one in pages:
        file = output / one.address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_page(one, pages, known))
    for picture in docs.glob("bilder/*"):
        (output / "bilder").mkdir(exist_ok=True)
        (output / "bilder" / picture.name).write_bytes(picture.read_bytes())
    return output / "index.html"


def _pages(docs: Path) -> Iterator[Page]:
    files = {file.stem: file for file in sorted(docs.glob("*.md"))}
    order = [name for name in GUIDES if name in files]
    for name in [*order, *(name for name in files if name not in order)]:
        text = files[name].read_text(encoding="utf-8")
        yield Page("index.html" if name == "README" else f"{name}.html", _title(text), text)
    for name, text in check_pages().items():
        stem = "index" if name == "README.md" else name.removesuffix(".md")
        yield Page(f"{CHECKS}/{stem}.html", _title(text), text)


def _title(markdown: str) -> str:
    found = re.search(r"^# (.+)$", markdown, re.MULTILINE)
    return found[1].replace("`", "") if found else "esset-a11y"


def _page(one: Page, pages: Sequence[Page], known: set[str]) -> bytes:
    up = "../" * one.address.count("/")
    guides = [other for other in pages if "/" not in other.address]
    checks = [other for other in pages if other.address.startswith(f"{CHECKS}/")]
    body = Markup(_html(one, known))
    return write_page("docs.html.j2", one=one, up=up, guides=guides, checks=checks, body=body)


def _html(one: Page, known: set[str]) -> str:
    """The Markdown as HTML. It is the suite's own, so what markup stands in it is meant."""
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    reader.add_render_rule("th_open", _heading_cell)
    reader.add_render_rule("fence", _code)
    reader.add_render_rule("code_block", _code)
    tokens = reader.parse(one.markdown)
    _name_tables(tokens)
    for token in tokens:
        _relink(token.children or [], one, known)
    return str(reader.renderer.render(tokens, reader.options, {}))


def _name_tables(tokens: Sequence[Token]) -> None:
    """Headings can be linked to, as in the repository; a table is named by the one above it."""
    given: dict[str, int] = {}
    above = ""
    for token, after in pairwise(tokens):
        if token.type == "heading_open":
            slug = re.sub(r"[^\w-]+", "-", after.content.lower()).strip("-") or "rubrik"
            given[slug] = given.get(slug, 0) + 1
            above = slug if given[slug] == 1 else f"{slug}-{given[slug] - 1}"
            token.attrSet("id", above)
        elif token.type == "table_open" and above:
            token.attrSet("aria-labelledby", above)


def _relink(tokens: Sequence[Token], one: Page, known: set[str]) -> None:
    """Links to other pages of the documentation lead to their HTML; what is not in the site is only told."""
    here = one.address.rpartition("/")[0]
    lost = False
    for token in tokens:
        if token.type == "link_open":
            target, mark, anchor = str(token.attrs["href"]).partition("#")
            if "://" in target or not target:
                continue
            address = _resolved(here, target)
            lost = address not in known
            if lost:
                token.tag, token.attrs = "span", {"class": "quiet"}
            else:
                token.attrs["href"] = "../" * one.address.count("/") + address + mark + anchor
        elif token.type == "link_close" and lost:
            token.tag, lost = "span", False


def _resolved(here: str, target: str) -> str:
    parts = [part for part in here.split("/") if part]
    for part in target.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    path = "/".join(parts)
    if not path.endswith(".md"):
        return path
    return f"{path.removesuffix('README.md')}index.html" if path.endswith("README.md") else path[:-3] + ".html"


def _heading_cell(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Mapping[str, Any]
) -> str:
    return '<th scope="col">'


def _code(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Mapping[str, Any]) -> str:
    """Code can be scrolled by keyboard where it is wider than the page."""
    text = Markup.escape(tokens[at].content)
    return f"<pre><code>{text}</code></pre>\n"
