"""Every part's licence is listed, and one that nobody may use without a look is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from harness.licences import main


@pytest.mark.parametrize(
    ("licenses", "line", "code"),
    [
        ([{"license": {"id": "MIT"}}], "MIT\tdel\t1", 0),
        ([{"expression": "MIT OR GPL-2.0"}], "MIT OR GPL-2.0\tdel\t1", 0),
        ([{"license": {"name": "OSI Approved :: BSD License"}}], "OSI Approved :: BSD License\tdel\t1", 0),
        ([{"license": {"name": "\n\nMIT License\nPermission is hereby granted"}}], "MIT License\tdel\t1", 0),
        ([{"license": {"id": "AGPL-3.0-only"}}], "AGPL-3.0-only\tdel\t1", 1),
        ([{"license": {"name": "Proprietary"}}], "Proprietary\tdel\t1", 1),
        ([], "?\tdel\t1", 1),
    ],
)  # fmt: skip
def test_each_part_is_listed_and_judged(
    licenses: list[Any], line: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bill = tmp_path / "sbom.json"
    parts = [{"name": "del", "version": "1", "licenses": licenses}]
    bill.write_text(json.dumps({"components": parts}), encoding="utf-8")
    assert main([str(bill)]) == code
    told = capsys.readouterr()
    assert told.out.splitlines() == [line]
    assert ("del" in told.err) is bool(code)
