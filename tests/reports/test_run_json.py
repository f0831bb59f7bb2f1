"""run.json: valid by its schema, documented, read back whole, and refused in one line when broken."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from reports.model import Run
from reports.run_json import FORMAT, MARK, RunFileError, load_run, render, schema, tables
from reports.summary import summarise

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(run: Run) -> Path:
    path = run.folder / FORMAT.file
    path.write_bytes(render(run))
    return path


def test_output_is_valid_by_the_schema(run: Run) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(json.loads(render(run)))


def test_schema_refuses_what_is_not_a_run(run: Run) -> None:
    told = json.loads(render(run))
    del told["defects"][0]["priority"]
    with pytest.raises(jsonschema.ValidationError, match="'priority' is a required property"):
        jsonschema.Draft202012Validator(schema()).validate(told)


def test_committed_schema_and_page_are_the_generated_ones() -> None:
    committed = json.loads((ROOT / "reports" / "schema" / "run-1.json").read_text(encoding="utf-8"))
    assert committed == schema(), "types have changed: run python -m reports.run_json"
    page = (ROOT / "docs" / "run-json.md").read_text(encoding="utf-8")
    assert page.partition(MARK)[2].strip() == tables().strip(), "types have changed: run python -m reports.run_json"


def test_every_type_and_key_is_described() -> None:
    whole = schema()
    for one in [whole, *whole["$defs"].values()]:
        assert one["description"]
        assert all(value["description"] for value in one.get("properties", {}).values())


def test_round_trip(run: Run, file: Path) -> None:
    assert load_run(file) == run
    assert load_run(file.parent) == run


def test_holds_no_folder_and_the_numbers(run: Run) -> None:
    told = json.loads(render(run))
    assert str(run.folder) not in render(run).decode()
    assert told["schema"] == "esset-a11y/run-1"
    assert told["summary"]["by_priority"] == {"P1": 2, "P2": 1, "P3": 1, "P4": 1}
    assert told["summary"]["breaches"] == summarise(run).breaches == 5


def test_keys_that_are_not_known_are_overlooked(run: Run, file: Path) -> None:
    told = json.loads(file.read_text(encoding="utf-8"))
    told["later"] = told["trace"]["later"] = 1
    file.write_text(json.dumps(told), encoding="utf-8")
    assert load_run(file) == run


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "trasig"),
        (b"{", "trasig"),
        (b"[]", "trasig"),
        (b"\xff\xfe{}", "trasig"),
        (b"{}", "dess schema är ingen"),
        (b'{"schema": "esset-a11y/run-2"}', "run-2"),
        (b'{"schema": "esset-a11y/run-1"}', "trace"),
        (b'{"schema": ["' + b"x" * 9999 + b'"]}', "schema"),
    ],
)
def test_a_broken_file_is_refused_in_one_line(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "run.json"
    file.write_bytes(content)
    with pytest.raises(RunFileError) as refused:
        load_run(file)
    line = str(refused.value)
    assert says in line
    assert str(file) in line
    assert "\n" not in line
    assert len(line) < 500 + len(str(file))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunFileError, match="går inte att läsa"):
        load_run(tmp_path / "none.json")
