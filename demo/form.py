"""What a submitted form says, and what is wrong with it, kept together until it is shown again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from werkzeug.datastructures import MultiDict

from demo.money import parse_kronor


@dataclass
class Form:
    """Values by field, and problems by field in the order in which they were found.

    A check such as `text` gives the value, or notes the problem and gives None.
    """

    values: MultiDict[str, str] = field(default_factory=MultiDict)
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Form:
        """A form with values and no problems; a submitted form keeps its repeated fields."""
        return cls(values if isinstance(values, MultiDict) else MultiDict(values))

    @property
    def ok(self) -> bool:
        return not self.problems

    def wrong(self, name: str, problem: str) -> None:
        """Note what is wrong with a field; the first problem of a field stands."""
        self.problems.setdefault(name, problem)

    def text(self, name: str, problem: str) -> str | None:
        """What was written, which must not be empty."""
        written = self.values.get(name, "").strip()
        if not written:
            self.wrong(name, problem)
        return written or None

    def kronor(self, name: str, missing: str, wrong: str) -> int | None:
        """An amount of whole kronor, zero or more."""
        written = self.text(name, missing)
        amount = parse_kronor(written) if written else None
        if written and (amount is None or amount < 0):
            self.wrong(name, wrong)
        return amount

    def day(self, name: str, missing: str, wrong: str) -> date | None:
        """A date written as 2026-11-24."""
        written = self.text(name, missing)
        try:
            return date.fromisoformat(written) if written else None
        except ValueError:
            self.wrong(name, wrong)
            return None

    def personal_number(self, name: str, missing: str, wrong: str) -> str | None:
        """A personal identity number of twelve digits, with its dash."""
        written = self.text(name, missing)
        found = re.fullmatch(r"(\d{8})[-+ ]?(\d{4})", written) if written else None
        if written and not found:
            self.wrong(name, wrong)
        return f"{found[1]}-{found[2]}" if found else None
