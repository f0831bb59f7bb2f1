"""What a field is called in a finding."""

from __future__ import annotations

from checks.found import Words


def field_called(label: str) -> Words:
    """A field by its label."""
    return (f"”{label}”", f"“{label}”") if label else ("ett fält utan namn", "a field with no name")
