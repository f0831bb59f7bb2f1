"""What a run is told: defaults, a TOML file, and what the command line sets over them.

Bad configuration is told in one line that says where, and nothing is run.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

import standards
from defects.threshold import Threshold
from harness.accounts import Account
from harness.errors import UsageError
from harness.history.address import shown
from harness.reach import refuse_what_is_unsafe
from reports.statement import Publisher

PERSONAL = (
    "[data-personuppgift]",
    "[data-skyddad]",
    *(
        f"[autocomplete~='{field}']"
        for field in (
            "name", "given-name", "additional-name", "family-name", "street-address", "address-line1", "address-line2",
            "address-line3", "postal-code", "tel", "tel-national", "email", "bday",
        )
    ),
)  # fmt: skip
"""Elements that say themselves that they hold personal data: marked ones, and fields by their purpose (WCAG 1.3.5)."""


class Surface(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the target as one kind of user meets it, with its legal scope (`standards.Scope`).

    When it was published, and last overhauled, stands in its accessibility statement.
    """

    title: str
    scope: standards.Scope
    published: date | None = None
    overhauled: date | None = None


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an accessibility statement must say that no test can know; see `reports.statement.Publisher`."""

    actor: str = ""
    email: str = ""
    phone: str = ""
    form: str = ""
    assessed: date | None = None


class Personal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is personal in the target's pages, besides identity numbers, which are always known.

    `selectors` are CSS selectors of elements that hold personal data and nothing else; what they say is masked wherever
    it stands. `pictures` are those of elements that are painted over whole. `patterns` are regular expressions, and
    `words` a file with a name or an address on each line.
    """

    selectors: tuple[str, ...] = PERSONAL
    pictures: tuple[str, ...] = ("canvas", "video", "embed", "object")
    patterns: tuple[str, ...] = ()
    words: str = ""


class Viewport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Size of the window's content in CSS pixels."""

    width: int = 1280
    height: int = 900


SURFACES = {
    "kundportal": Surface("Kundportalen och e-tjänsterna", standards.Scope.PUBLIC),
    "arendesystem": Surface("Ärendesystemet", standards.Scope.INTERNAL_CASE_SYSTEM),
}

# The embedded Esset takes anyone at their word; a real target's accounts are configured.
ACCOUNTS = {"medarbetare": Account("handlaggare"), "invånare": Account("invanare")}


NO_HISTORY = "none"
NO_REVIEW = "none"
# The suite's own tests set it to none: what a team has decided of its Esset must not change them.
REVIEW = os.environ.get("ESSET_A11Y_REVIEW", "granskning.toml")


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that can be set. `target` empty means the embedded Esset in the given `build`."""

    target: str = ""
    build: str = "delivered"
    profile: str = "natt"
    checks: tuple[str, ...] = ()
    fail_on: str = "P4"
    output: str = "reports/out"
    version: str = ""
    series: str = ""
    history: str = ""
    waivers: str = ""
    review: str = REVIEW
    baseline: str = ""
    retries: int = 1
    visits: int = 1
    browser_server: str = ""
    incremental: bool = False
    browser: str = ""
    headless: bool = True
    locale: str = "sv-SE"
    viewport: Viewport = Viewport()
    surfaces: dict[str, Surface] = msgspec.field(default_factory=lambda: dict(SURFACES))
    accounts: dict[str, Account] = msgspec.field(default_factory=lambda: dict(ACCOUNTS))
    insecure_tls: bool = False
    statement: Statement = Statement()
    allowed_hosts: tuple[str, ...] = ()
    production: bool = False
    unmasked: bool = False
    personal: Personal = Personal()

    @property
    def threshold(self) -> Threshold:
        """What fails a run."""
        return Threshold.parse(self.fail_on)

    @property
    def history_url(self) -> str:
        """The history's database (SQLAlchemy URL): a file in the output folder by default, empty for none."""
        return "" if self.history == NO_HISTORY else self.history or f"sqlite:///{self.output}/history.db"

    @property
    def history_series(self) -> str:
        """Which Esset's history this is: the target's, however the embedded one is built."""
        return self.series or self.target or "inbyggda Esset"

    def publisher(self, surface: str) -> Publisher:
        """Who answers for a surface, for its accessibility statement."""
        one = self.surfaces.get(surface)
        return Publisher(
            **msgspec.structs.asdict(self.statement),
            published=one.published if one else None,
            overhauled=one.overhauled if one else None,
        )

    def told(self) -> dict[str, str]:
        """The configuration as it stands in every output; secrets are never part of it."""
        told = msgspec.to_builtins(self)
        del told["accounts"], told["statement"]
        told["personal"] = {name: told["personal"][name] for name in ("selectors", "pictures")}
        told["history"] = shown(self.history_url)
        return {
            key: value if isinstance(value, str) else msgspec.json.encode(value).decode() for key, value in told.items()
        }


def load_config(path: str | None, overrides: Mapping[str, Any] | None = None) -> Config:
    """The configuration in a TOML file (defaults where there is none) with `overrides` over it.

    Overrides whose value is None or empty change nothing. Raises UsageError for a file that can't
    be read or a value that is not allowed.
    """
    given: dict[str, Any] = {}
    if path:
        try:
            given = msgspec.toml.decode(Path(path).read_bytes())
        except OSError as error:
            raise UsageError("Konfigurationsfilen går inte att läsa", path, f"{error.strerror}.") from None
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UsageError("Konfigurationsfilen är inte giltig TOML", path, f"{error}.") from None
    try:
        base = msgspec.convert(given, Config)
    except msgspec.ValidationError as error:
        raise UsageError("Fel i konfigurationen", path or "", f"{error}. Jämför docs/konfiguration.md.") from None
    try:
        set_over = {key: value for key, value in (overrides or {}).items() if value not in (None, "", ())}
        config = msgspec.convert(msgspec.to_builtins(base) | set_over, Config, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError("Fel på kommandoraden", "", f"{error}.") from None
    try:
        _ = config.threshold
    except ValueError as error:
        raise UsageError(str(error), path if path and "fail_on" in given else "") from None
    refuse_what_is_unsafe(config, path or "")
    return config
