"""Two hundred secrets in every place of a page that there is, and a search that finds them however they are written."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pikepdf

from tests.masking.test_numbers import number

NUMBERS, NAMES = 100, 100


def numbers(set: int) -> list[str]:
    """Identity numbers with a dash: ten plus one signs, the same length for all."""
    told = [number(set * 1000 + at, coordination=at % 5 == 0) for at in range(NUMBERS)]
    return [f"{one[:8]}-{one[8:]}" for one in told]


def names(set: int) -> list[str]:
    """Names of nobody, each with letters of its own, all of the same length."""
    told = []
    for at in range(NAMES):
        code = set * NAMES + at
        letters = "".join("bdfgklmnpr"[int(one)] for one in f"{code:04}")
        told.append(f"Q{letters}a W{letters[::-1]}ow")
    return told


class Secrets:
    """A set of secrets; `take()` gives a fresh number and a fresh name for a place."""

    def __init__(self, set: int) -> None:
        self.numbers, self.names = numbers(set), names(set)
        self._at = 0

    def take(self) -> str:
        at, self._at = self._at, self._at + 1
        return f"{self.names[at % NAMES]} {self.numbers[at % NUMBERS]}"

    @property
    def taken(self) -> int:
        return self._at


STYLE = """
body { font: 14px/1.5 monospace; width: 1100px } .pale { color: #bbb } .pale-button { color: #ccc; background: #fff }
.made::before { content: attr(data-made) }
"""


def house(secrets: Secrets) -> tuple[str, dict[str, str]]:
    """A page with a fault at nearly every secret, so that findings quote it, and the headers it is sent with."""
    take = secrets.take
    quoted = lambda: quote(take())  # noqa: E731
    parts = [f"<p class=pale data-personuppgift>{name}</p>" for name in secrets.names]
    parts += [f"<p class=pale>{take()}</p>" for _ in range(20)]
    parts += [f"<p class=pale>En längre mening om {take()} som bor här.</p>" for _ in range(5)]
    for _ in range(3):
        parts += [
            f'<input value="{take()}">', f"<textarea rows=2 cols=60>{take()}</textarea>",
            f'<input placeholder="{take()}" size=60>', f"<select><option>{take()}</option><option>{take()}</option></select>",
            f'<img src="/bild.svg?{quoted()}">', f'<img alt="{take()}.jpg" src="/bild.svg">',
            f'<a class=pale href="/person/{quoted()}">här</a>', f'<a class=pale href="/x?namn={quote(quoted())}#{quoted()}">här</a>',
            f'<div role=button tabindex=0 aria-label="{take()}"></div>', f'<button title="{take()}"></button>',
            f'<span class="pale" aria-description="{take()}" id="{take()}">blek</span>', f'<b role=checkbox aria-label="{take()}">x</b>',
            f'<p class="pale made" data-made="{take()}"></p>', f'<iframe width=700 height=60 srcdoc="{html.escape(frame(take()))}"></iframe>',
            f"<!-- {take()} -->", f'<form action="/spara?{quoted()}"><input name="{take()}"></form>',
            f'<svg width=600 height=20><title>{take()}</title><text y=15 font-size=14 fill="#bbb">{take()}</text></svg>',
            f'<img src="data:image/svg+xml;base64,{base64.b64encode(svg(take()).encode()).decode()}">',
            f'<img src="data:image/svg+xml,{quote(svg(take()))}">', f"<table><caption>{take()}</caption><tr><td>{take()}</td></tr></table>",
            f'<details open><summary class=pale>{take()}</summary></details>',
        ]  # fmt: skip
    parts += [
        f'<div class=host data-said="{take()}"></div><div class=host data-said="{take()}" data-closed=closed></div>',
        f'<iframe title="{take()}" width=800 height=80 src="/ram"></iframe>',
        '<canvas width=600 height=30></canvas>', '<a href="/fil.pdf">Beslut (pdf)</a> <a href="/hamta.pdf" download>Hämta</a>',
        '<label>Sök <input id=sok></label><button id=knapp>Visa</button><p id=svar role=status></p>',
        f"<p id=facit>{take()}</p>",
    ]  # fmt: skip
    script = f"""
    for (const host of document.querySelectorAll('.host')) {{
      host.attachShadow({{ mode: host.dataset.closed || 'open' }}).innerHTML = '<p style="color:#bbb">' + host.dataset.said + '</p>';
    }}
    const pen = document.querySelector('canvas').getContext('2d');
    pen.font = '16px monospace'; pen.fillText({json.dumps(take())}, 5, 20);
    console.log({json.dumps(take())}); console.error('fel: ' + {json.dumps(take())});
    localStorage.setItem('person', {json.dumps(take())}); sessionStorage.setItem({json.dumps(take())}, 'x');
    document.cookie = 'person=' + encodeURIComponent({json.dumps(take())});
    fetch('/data?pnr=' + encodeURIComponent({json.dumps(take())}), {{ headers: {{ 'X-Person': {json.dumps(quoted())} }} }});
    document.querySelector('#knapp').onclick = () => {{
      document.querySelector('#svar').textContent = 'Hittade inte ' + {json.dumps(take())};
      throw new Error('inte ' + {json.dumps(take())});
    }};
    """
    told = f"""<!DOCTYPE html><html lang=sv><head><title>Kort för {take()}</title><meta name=description content="{take()}">
    <style>{STYLE}</style></head><body><h1>{take()}</h1><main>{"".join(parts)}</main><script>{script}</script></body></html>"""
    return told, {"X_Person": quoted(), "Set_Cookie": f"namn={quoted()}"}


def frame(secret: str) -> str:
    return f'<html lang=sv><style>body {{ font: 14px monospace }}</style><p style="color:#bbb">{secret}</p><img src="/b?{quote(secret)}">'


def svg(secret: str) -> str:
    return f"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><desc>{secret}</desc></svg>"


def pdf(secret: str) -> bytes:
    """A document that holds a secret in its title and in its text."""
    made = pikepdf.new()
    made.add_blank_page()
    made.docinfo["/Title"] = secret
    made.pages[0].Contents = made.make_stream(f"BT /F1 12 Tf 20 20 Td ({secret}) Tj ET".encode())
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def written(secret: str) -> set[bytes]:
    """The ways in which a number or a name may stand in a file."""
    word = secret.split()
    forms = {secret, *(one for one in word if len(one) > 5), secret.replace(" ", "+"), secret.replace(" ", "_")}
    if "-" in secret:
        forms |= {secret.replace("-", ""), secret[2:], secret[2:].replace("-", "")}
    found: set[bytes] = set()
    for form in forms:
        found |= {form.encode(), form.lower().encode(), form.encode("utf-16-le"), form.encode("utf-16-be")}
        found |= {quote(form).encode(), html.escape(form).encode(), json.dumps(form)[1:-1].encode()}
        found |= {base64.b64encode(b"x" * shift + form.encode())[4 if shift else 0 : -4] for shift in (0, 1, 2)}
    return {one for one in found if len(one) > 5}


def pieces(name: str, content: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """A file, and everything that is packed in it: archives, compressed streams, data URIs."""
    yield name, content
    if depth > 4:
        return
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for one in packed.namelist():
                yield from pieces(f"{name}!{one}", packed.read(one), depth + 1)
    if content[:2] == b"\x1f\x8b":
        yield from pieces(f"{name}!gzip", gzip.decompress(content), depth + 1)
    if content[:5] == b"%PDF-":
        for at, stream in enumerate(re.findall(rb"stream\r?\n(.*?)endstream", content, re.S)):
            try:
                yield from pieces(f"{name}!{at}", zlib.decompress(stream.strip(b"\r\n")), depth + 1)
            except zlib.error:
                continue
    for at, uri in enumerate(re.findall(rb"data:[^,\s\"']{0,80};base64,([A-Za-z0-9+/=]+)", content)):
        yield from pieces(f"{name}!data{at}", base64.b64decode(uri + b"=" * (-len(uri) % 4)), depth + 1)


def found_in(folder: Path, secrets: Secrets, *said: str) -> dict[str, set[str]]:
    """The secrets that stand somewhere in a folder's files or in what was said, with where."""
    everything = [piece for file in sorted(folder.rglob("*")) if file.is_file()
                  for piece in pieces(str(file.relative_to(folder)), file.read_bytes())]  # fmt: skip
    everything += [("terminal", one.encode()) for one in said]
    found: dict[str, set[str]] = {}
    for secret in (*secrets.numbers, *secrets.names):
        forms = written(secret)
        for name, content in everything:
            if any(form in content for form in forms):
                found.setdefault(secret, set()).add(name)
    return found
