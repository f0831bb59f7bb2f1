"""`run.json`: the whole run for machines, in the form that `reports/schema/run-1.json` describes.

The number in the schema's name is raised when something is taken away or changes meaning; what is
only added keeps it, and readers must overlook keys that they do not know. `python -m reports.run_json`
writes the schema and the tables in docs/run-json.md anew after a change of the types.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from checks.model import Text, Visit
from defects.model import Defect
from defects.review import Review
from defects.standing import Standing
from defects.waivers import Waived
from reports.model import CheckRun, Driven, Format, Run, Spoken, Surface, Trace
from reports.sampling import Planned, sampled
from reports.summary import Summary, summarise

SCHEMA: Final = "esset-a11y/run-1"


class RunFile(msgspec.Struct, frozen=True, kw_only=True):
    """What the file holds: the run without its folder, and its numbers ready counted."""

    schema: Literal["esset-a11y/run-1"] = SCHEMA
    trace: Trace
    summary: Summary
    surfaces: tuple[Surface, ...]
    checks: tuple[CheckRun, ...]
    scenarios: tuple[Driven, ...]
    defects: tuple[Defect, ...]
    visits: tuple[Visit, ...]
    standings: tuple[Standing, ...] = ()
    waived: Waived = Waived()
    unstable: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
    transcripts: tuple[Spoken, ...] = ()
    review: Review = Review()
    manual: tuple[Planned, ...] = ()


class RunFileError(Exception):
    """A run file that can't be read; `str()` of it is one Swedish line: what, where, why."""


def render(run: Run) -> bytes:
    """The run as JSON, UTF-8, indented by one space so that two runs can be compared line by line."""
    told = RunFile(
        trace=run.trace,
        summary=summarise(run),
        surfaces=run.surfaces,
        checks=run.checks,
        scenarios=run.scenarios,
        defects=run.defects,
        visits=run.visits,
        standings=run.standings,
        waived=run.waived,
        unstable=run.unstable,
        torn=run.torn,
        transcripts=run.transcripts,
        review=run.review,
        manual=sampled(run),
    )
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def load_run(path: Path) -> Run:
    """The run in a `run.json`, or in the folder that holds one. Raises RunFileError."""
    file = path / FORMAT.file if path.is_dir() else path
    try:
        text = file.read_bytes()
    except OSError as error:
        raise RunFileError(f"Körningen går inte att läsa ({file}): {error.strerror}.") from None
    try:
        named = msgspec.json.decode(text, type=dict[str, msgspec.Raw]).get("schema")
        if named is None or bytes(named) != f'"{SCHEMA}"'.encode():
            found = bytes(named)[:60].decode(errors="replace") if named else "ingen"
            raise RunFileError(f"Filen är ingen körning i formatet {SCHEMA} ({file}): dess schema är {found}.")
        told = msgspec.json.decode(text, type=RunFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RunFileError(f"Körningens fil är trasig ({file}): {' '.join(str(error).split())}.") from None
    return Run(
        trace=told.trace,
        surfaces=told.surfaces,
        checks=told.checks,
        scenarios=told.scenarios,
        visits=told.visits,
        defects=told.defects,
        folder=file.parent,
        standings=told.standings,
        waived=told.waived,
        unstable=told.unstable,
        torn=told.torn,
        transcripts=told.transcripts,
        review=told.review,
    )


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the file, with a Swedish description of every type and field."""
    fields = tomllib.loads((files("reports") / "schema" / "fields.toml").read_text(encoding="utf-8"))
    # Made of what is written, not of what is read: no key is ever left out, so all are required.
    (_, types) = msgspec.json.schema_components([RunFile], ref_template="#/$defs/{name}")
    for name, one in types.items():
        told = dict(fields.pop(name))
        one["description"] = told.pop("_")
        for key, value in one.get("properties", {}).items():
            value.pop("default", None)
            one["properties"][key] = value | {"description": told.pop(key)}
        if "properties" in one:
            one["required"] = [*one["properties"]]
        if told:
            raise KeyError(f"fields.toml, {name}: {', '.join(told)}")
    if fields:
        raise KeyError(f"fields.toml: {', '.join(fields)}")
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        **types.pop("RunFile"),
        "$defs": types,
    }
    return whole


def tables() -> str:
    """The schema as Markdown tables, one for each type: what docs/run-json.md shows."""
    whole = schema()
    types = {"RunFile": whole, **whole["$defs"]}
    return "\n".join(_table(name, one) for name, one in types.items())


def _table(name: str, one: dict[str, Any]) -> str:
    if "enum" in one:
        return f"### {name}\n\n{one['description']} Värden: {', '.join(f'`{value}`' for value in one['enum'])}.\n"
    rows = [f"| `{key}` | {_type(value)} | {value['description']} |" for key, value in one["properties"].items()]
    return "\n".join(
        [f"### {name}\n", f"{one['description']}\n", "| nyckel | typ | betydelse |", "| --- | --- | --- |", *rows, ""]
    )


def _type(told: dict[str, Any]) -> str:
    if "$ref" in told:
        name = told["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in told:
        return " eller ".join(_type(one) for one in told["anyOf"])
    if "enum" in told:
        return ", ".join(f'`"{one}"`' for one in told["enum"])
    match told.get("type"):
        case "array":
            return f"lista av {_type(told['items'])}"
        case "object":
            return f"objekt, värden {_type(told['additionalProperties'])}"
        case other:
            return {"string": "text", "integer": "heltal", "number": "tal", "boolean": "ja/nej", "null": "`null`"}[
                str(other)
            ]


def _write() -> None:
    root = Path(__file__).parent
    text = msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"
    (root / "schema" / "run-1.json").write_text(text, encoding="utf-8")
    page = root.parent / "docs" / "run-json.md"
    before, mark, _ = page.read_text(encoding="utf-8").partition(MARK)
    page.write_text(f"{before}{mark}\n\n{tables()}", encoding="utf-8")


MARK = "<!-- Härifrån skrivs sidan av `python -m reports.run_json`. -->"

FORMAT = Format(
    id="json", file="run.json", title=Text("Hela körningen som JSON", "The whole run as JSON"), render=render
)

if __name__ == "__main__":
    _write()
