"""Who may talk to the review pages: those who hold the address that the terminal showed, in that very browser window.

Every address begins with a token that only the terminal knows, so no other site, and no other service on the machine,
can name a page. A form holds a second secret, and a request that changes anything must come from the pages' own origin.
Nothing rests on cookies, which all services of a machine share.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

from werkzeug import Request

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""`no-referrer` would make browsers hide a form's origin, which is what is asked for."""


@dataclass(frozen=True)
class Guard:
    """The secrets of one sitting; they end with it."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    form: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def refuses(self, request: Request, port: int) -> str:
        """Why a request is refused, in Swedish; empty when it may pass."""
        hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        if request.host not in hosts:
            return "Fel värdnamn."
        if not _same(request.path.split("/")[1], self.token):
            return "Adressen saknar rätt nyckel. Öppna den som står i terminalen."
        if request.method in ("GET", "HEAD"):
            return ""
        if request.headers.get("Origin") != f"http://{request.host}":
            return "Formuläret kommer från en annan plats."
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            return "Formuläret kommer från en annan plats."
        if not _same(request.form.get("form", ""), self.form):
            return "Formuläret saknar rätt nyckel. Ladda om sidan och försök igen."
        return ""


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(), right.encode())
