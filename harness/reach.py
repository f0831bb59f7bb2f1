"""Where a run may go: the target's own host, this machine, and the hosts that the configuration allows."""

from __future__ import annotations

import ipaddress
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import soupsieve

from harness.errors import UsageError
from masking import Mask, MaskError

if TYPE_CHECKING:
    from harness.config import Config

LOOPBACK = ("localhost", "*.localhost", "127.0.0.1", "[::1]")

_HOST = re.compile(r"(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:]+\]")


def is_loopback(url: str) -> bool:
    """Whether an address leads to this very machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hosts(config: Config) -> tuple[str, ...]:
    """Hosts that pages may fetch from, with `*.` before one for all that end so."""
    target = urlsplit(config.target).hostname if config.target else None
    own = (f"[{target}]" if target and ":" in target else target,) if target else ()
    return tuple(dict.fromkeys([*LOOPBACK, *own, *(one.lower() for one in config.allowed_hosts)]))


def proxy_of(config: Config) -> str:
    """Host of the proxy that the environment sends a browser through to the target; empty where there is none."""
    parts = urlsplit(config.target)
    host = parts.hostname or ""
    if not host or is_loopback(config.target) or proxy_bypass(host):
        return ""
    return urlsplit(getproxies().get(parts.scheme, "")).hostname or ""


def resolver_rules(config: Config) -> str:
    """What the browser is told so that it finds no other host than the allowed ones (`--host-resolver-rules`)."""
    proxy = proxy_of(config)
    return ", ".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {one}" for one in [*hosts(config), *([proxy] if proxy else [])])])


def is_allowed(url: str, allowed: tuple[str, ...]) -> bool:
    """Whether a page may fetch an address; one that leads to no host (data:, blob:, about:) always."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https", "ws", "wss", "ftp"):
        return True
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    return any(fnmatchcase(host, one.replace("[", "[[]")) for one in allowed) or is_loopback(url)


def refuse_what_is_unsafe(config: Config, where: str) -> None:
    """UsageError for a configuration that would go where it must not, or write what it must not."""
    if config.target:
        _refuse_target(config.target)
    if config.unmasked and config.target and not is_loopback(config.target):
        raise UsageError(
            "Utan mask får bara ett Esset på den egna datorn testas",
            urlsplit(config.target).hostname or "",
            "Ta bort unmasked: i rapporten står annars personuppgifter.",
        )
    if config.production and config.unmasked:
        raise UsageError("Ett mål i drift kan inte testas utan mask", where, "Ta bort unmasked.")
    for host in config.allowed_hosts:
        if not _HOST.fullmatch(host):
            raise UsageError(f"allowed_hosts: {host!r} är inget värdnamn", where, "Skriv det utan https:// och sökväg.")
    for selector in (*config.personal.selectors, *config.personal.pictures):
        try:
            soupsieve.compile(selector)
        except soupsieve.SelectorSyntaxError as error:
            told = str(error).splitlines()[0]
            raise UsageError(f"[personal]: {selector!r} är ingen CSS-väljare", where, f"{told}.") from None
    try:
        Mask(config.personal.patterns)
    except MaskError as error:
        raise UsageError("[personal]: mönstret är inget reguljärt uttryck", where, f"{error}.") from None


def _refuse_target(target: str) -> None:
    if not target.startswith(("http://", "https://")):
        raise UsageError("Adressen till målet måste börja med http:// eller https://", target)
    try:
        parts = urlsplit(target)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError("Adressen till målet går inte att läsa", target, f"{error}.") from None
    if not host:
        raise UsageError("Adressen till målet har inget värdnamn", target)
    if parts.username or parts.password:
        raise UsageError("Adressen till målet har ett lösenord i sig", host, "Lägg det under [accounts] i stället.")
