"""The scripts of every page as one file, as a real system is delivered: a page then asks for one, not for sixty."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=function (\w+))", re.MULTILINE)


@cache
def bundle() -> str:
    """Every module in `static/js`, in order of name but after those that it imports, each in a scope of its own."""
    sources = {
        one.name.removesuffix(".js"): one.read_text(encoding="utf-8")
        for one in (files("demo") / "static" / "js").iterdir()
        if one.name.endswith(".js")
    }
    written: dict[str, str] = {}
    for name in sorted(sources):
        _write(name, sources, written)
    return "".join(written.values())


def _write(name: str, sources: dict[str, str], written: dict[str, str]) -> None:
    source = sources[name]
    for match in _IMPORT.finditer(source):
        if match[2] not in written:
            _write(match[2], sources, written)
    body = _IMPORT.sub(lambda match: f"const {match[1]} = {_variable(match[2])};", source)
    exported = ", ".join(match[1] for match in _EXPORT.finditer(source))
    body = _EXPORT.sub("", body)
    written[name] = f"const {_variable(name)} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();\n"


def _variable(name: str) -> str:
    return f"of_{name.replace('-', '_')}"
