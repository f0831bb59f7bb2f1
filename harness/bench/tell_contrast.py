"""What `esset-a11y bench contrast` prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from harness.bench.contrast import NEAR, Answer, Pace, growth

WORDS = {"failed": "underkänner", "cantTell": "frågar", "passed": "godkänner", "-": "säger inget"}


def figures(answers: Sequence[Answer], paces: Sequence[Pace]) -> dict[str, Any]:
    """Share of right verdicts away from the threshold, share of ratios within 3 %, largest error, and the pace."""
    far = [one for one in answers if not one.near]
    return {
        "samples": len(answers),
        "away_from_threshold": len(far),
        "right": sum(one.right for one in far) / len(far),
        "within_3_percent": sum(one.error <= 0.03 for one in answers) / len(answers),
        "largest_error": max(one.error for one in answers),
        "milliseconds": {str(one.runs): round(one.check) for one in paces},
        "pictures_milliseconds": {str(one.runs): round(one.pictures) for one in paces},
        "steepest_growth": growth(paces) if len(paces) > 1 else 1.0,
    }


def print_contrast(
    console: Console, answers: Sequence[Answer], paces: Sequence[Pace], agreed: Mapping[tuple[str, str], int]
) -> None:
    """Tables: verdicts and ratios by sort of sample, the pace, and where a run is given how axe agrees."""
    table = _table(f"{len(answers)} textprov", "Sort", "Prov", f"Rätt (utom ±{NEAR})", "Kvot inom 3 %", "Största fel")
    for sort in [*dict.fromkeys(one.sample.sort for one in answers), ""]:
        own = [one for one in answers if sort in ("", one.sample.sort)]
        far = [one for one in own if not one.near]
        table.add_row(
            sort or "alla",
            str(len(own)),
            f"{sum(one.right for one in far)} av {len(far)}",
            f"{sum(one.error <= 0.03 for one in own)} av {len(own)}",
            f"{max(one.error for one in own):.1%}",
        )
    console.print(table)
    pace = _table("Tid för ett tillstånd (median)", "Texter", "Kontrollen, ms", "varav bilderna, ms", "ms per text")
    for one in paces:
        pace.add_row(str(one.runs), f"{one.check:.0f}", f"{one.pictures:.0f}", f"{one.check / one.runs:.2f}")
    console.print(pace)
    console.print(f"Brantaste växten: {growth(paces):.2f} (1 är rätlinjig)", highlight=False)
    if agreed:
        agreement = _table("Element i körningen, 1.4.3", "axe", "Mätningen", "Antal")
        for (axe, measured), number in sorted(agreed.items()):
            agreement.add_row(WORDS[axe], WORDS[measured], str(number))
        console.print(agreement)


def print_contrast_json(
    answers: Sequence[Answer], paces: Sequence[Pace], agreed: Mapping[tuple[str, str], int]
) -> None:
    """The same as JSON."""
    told = figures(answers, paces)
    told["agreement"] = [{"axe": axe, "contrast": own, "elements": number} for (axe, own), number in agreed.items()]
    print(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, justify="left" if heading in ("Sort", "axe", "Mätningen") else "right")
    return table
