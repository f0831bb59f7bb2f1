"""Tables: data without headers, layout that says it is data, and what is merely unkind.

What fails: a table with a caption, or with a first row or column in bold over plain cells, but with no header cells
(1.3.1, F91); a table that is said to be layout but has headers or a caption (1.3.1, F46). As good practice: a data
table with no name, a table used for layout, empty data cells, a `scope` that means nothing. A table that looks like
data without such signs is asked about.

For whom: screen reader users, who hear each cell with its headers, and hear nothing but values without them.

How to fix: mark headers as `th` with `scope`, name the table with `caption`, lay out with CSS.

Limits: cells are judged by their markup; a table made of `div` is seen elsewhere. Tables within tables are judged
each by its own rows. A table with a role of its own (grid, treegrid) is left to those who know the role.

Source: WCAG techniques H51, H63, H39, H73; failures F46, F49, F90, F91.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from checks.markup.document import Fault, Markup, findings, hides_from_parsing, rendered, shown, text_of, value
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

LAYOUT_ROLES = ("presentation", "none")
BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "form", "nav", "table", "main", "section", "article", "header", "footer")
SCOPES = frozenset({"row", "col", "rowgroup", "colgroup"})

_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)


@check(
    id="markup-tables",
    title=Text("Tabeller i koden", "Tables in the markup"),
    criteria=("1.3.1",),
    looks_at=Text("Alla tabellelement.", "All table elements."),
    certainty=Text(
        "Hög där tabellen själv visar att den är data; annars en fråga.",
        "High where the table itself shows that it is data; else a question.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Faults of each table that is shown."""
    for markup in state.once(rendered):
        yield from findings(state, "markup-tables", markup, _faults(markup))


def _faults(markup: Markup) -> Iterator[Fault]:
    for table in markup.soup.find_all("table"):
        role = value(table, "role")
        if not shown(table) or role not in ("", "table", *LAYOUT_ROLES):
            continue
        rows = _rows(table)
        if role in LAYOUT_ROLES:
            yield from _layout_with_headers(table, rows)
        elif _headers(rows):
            yield from _data(table, rows)
        else:
            yield from _without_headers(table, rows)


def _layout_with_headers(table: Tag, rows: list[list[Tag]]) -> Iterator[Fault]:
    caption = table.find("caption", recursive=False)
    signs = [
        *(["caption"] if caption and text_of(caption) else []),
        *(["th"] if any(cell.name == "th" and text_of(cell) for row in rows for cell in row) else []),
        *(["summary"] if value(table, "summary") else []),
    ]
    if signs:
        yield Fault(
            table,
            "layout-with-headers",
            "table-structure",
            ("1.3.1",),
            Text("En tabell för utseendet har inga rubrikceller", "A table for layout has no header cells"),
            Text(
                f'role="{value(table, "role")}" men {", ".join(signs)}',
                f'role="{value(table, "role")}" but {", ".join(signs)}',
            ),
            Text(
                "Är tabellen till för utseendet, eller hör cellerna ihop med rubriker som role döljer?",
                "Is the table for layout, or do its cells belong to headers that the role hides?",
            ),
        )


def _data(table: Tag, rows: list[list[Tag]]) -> Iterator[Fault]:
    for row in rows:
        for cell in row:
            scope = value(cell, "scope").lower()
            if cell.name == "th" and scope and scope not in SCOPES:
                yield Fault(
                    cell,
                    "scope",
                    "table-structure",
                    (),
                    Text("scope är row, col, rowgroup eller colgroup", "scope is row, col, rowgroup or colgroup"),
                    Text(f"scope är ”{scope}”", f"scope is “{scope}”"),
                )
    if not _is_named(table):
        yield Fault(
            table,
            "no-name",
            "table-caption",
            (),
            Text("Tabellen har ett namn i caption", "The table has a name in caption"),
            Text(
                "Tabellen har varken caption, aria-label eller aria-labelledby",
                "The table has neither caption, aria-label nor aria-labelledby",
            ),
        )
    # The corner where header row and header column meet has nothing to say.
    cells = [cell for row in rows for cell in row if cell.name == "td" and shown(cell) and cell is not rows[0][0]]
    empty = [cell for cell in cells if _is_empty(cell)]
    # A table that is mostly empty is a form or a schedule, where an empty cell says something.
    if empty and len(empty) * 4 <= len(cells):
        yield Fault(
            empty[0],
            "empty-cell",
            "table-structure",
            (),
            Text(
                "Varje datacell säger något, om så bara ”saknas” eller 0",
                "Each data cell says something, if only “none”",
            ),
            Text(
                f"{len(empty)} av {len(cells)} dataceller är tomma",
                f"{len(empty)} of {len(cells)} data cells are empty",
            ),
        )


def _without_headers(table: Tag, rows: list[list[Tag]]) -> Iterator[Fault]:
    width = max((len(row) for row in rows), default=0)
    caption = table.find("caption", recursive=False)
    if len(rows) < 2 or width < 2 or any(cell.find(BLOCKS) for row in rows for cell in row):
        if rows and width and not (caption and text_of(caption)):
            yield Fault(
                table,
                "layout",
                "layout-table",
                (),
                Text("Utseendet styrs med CSS", "The layout is made with CSS"),
                Text("Tabellen används för att placera innehåll", "The table is used to place content"),
            )
        return
    if not any(text_of(cell) for row in rows for cell in row):
        return
    if caption and text_of(caption):
        sign = Text(f"caption ”{text_of(caption)}”", f"caption “{text_of(caption)}”")
    elif _looks_like_headers(rows[0], rows[1:]):
        sign = Text("fet första rad", "a bold first row")
    elif len(rows) > 2 and _looks_like_headers(*_columns(rows)):
        sign = Text("fet första kolumn", "a bold first column")
    elif len(rows) > 2 and all(len(text_of(cell)) <= 40 for row in rows for cell in row):
        yield Fault(
            table,
            "maybe-data",
            "table-structure",
            ("1.3.1",),
            Text("En datatabell har rubrikceller", "A data table has header cells"),
            Text(
                f"{len(rows)} rader, {width} kolumner, ingen rubrikcell",
                f"{len(rows)} rows, {width} columns, no header cell",
            ),
            Text(
                "Är det här en datatabell? Då behöver den rubrikceller (th).",
                "Is this a data table? Then it needs header cells (th).",
            ),
        )
        return
    else:
        return
    yield Fault(
        table,
        "no-headers",
        "table-structure",
        ("1.3.1",),
        Text("En datatabell har rubrikceller (th)", "A data table has header cells (th)"),
        Text(f"Ingen rubrikcell, men {sign.sv}", f"No header cell, but {sign.en}"),
    )


def _rows(table: Tag) -> list[list[Tag]]:
    """The table's own rows that hold cells, without those of tables within it."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table and shown(row)]
    cells = [row.find_all(("td", "th"), recursive=False) for row in rows]
    return [list(row) for row in cells if row]


def _columns(rows: list[list[Tag]]) -> tuple[list[Tag], list[list[Tag]]]:
    return [row[0] for row in rows], [row[1:] for row in rows]


def _headers(rows: list[list[Tag]]) -> bool:
    return any(
        cell.name == "th" or value(cell, "role") in ("columnheader", "rowheader") or cell.has_attr("scope")
        for row in rows
        for cell in row
    )


def _looks_like_headers(first: list[Tag], rest: list[list[Tag]]) -> bool:
    said = [cell for cell in first if text_of(cell)]
    others = [cell for row in rest for cell in row if text_of(cell)]
    return len(said) >= 2 and all(map(_is_bold, said)) and len(others) >= 2 and not any(map(_is_bold, others))


def _is_bold(cell: Tag) -> bool:
    """Whether all that the cell says is bold by its own markup."""
    if _BOLD.search(value(cell, "style")):
        return True
    bold = cell.find(("b", "strong"))
    return bold is not None and text_of(bold) == text_of(cell)


def _is_named(table: Tag) -> bool:
    caption = table.find("caption", recursive=False)
    if (caption and text_of(caption)) or value(table, "aria-label") or value(table, "aria-labelledby"):
        return True
    figure = table.find_parent("figure")
    return bool(figure and figure.find("figcaption"))


def _is_empty(cell: Tag) -> bool:
    return not text_of(cell) and not any(
        hides_from_parsing(one) or one.name in ("img", "input", "select", "button", "a", "video", "meter", "progress")
        for one in cell.find_all(True)
    )
