"""The file of decisions: TOML that people read and review as code, and that programs write without disturbing.

A write reads the file anew under a lock, refuses where an entry is no longer as its writer saw it, keeps comments and
order, reads back what it is about to write, and puts the new file in the old one's place in one step.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec
import tomlkit
from filelock import FileLock, Timeout
from tomlkit.items import AoT, Table

import standards
from defects.model import Level
from defects.review import Book, Decision, Entry, ManualTest, Result, Verdict

Key = tuple[str, ...]

HEADER = """\
# Granskning: vad människor har beslutat om brister och frågor, och vad de har prövat för hand.
# Granskas som kod. Skrivs av `esset-a11y review`, eller för hand; se docs/granskning.md.
"""

_PATIENCE = 10
_FINGERPRINT = re.compile("[0-9a-f]{16}")
_UNSEEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")


class ReviewError(Exception):
    """Decisions that can't be used or written; `str()` of it is one Swedish line: what, where, what to do."""


class Overtaken(Exception):
    """Someone else changed entries meanwhile; nothing was written. `theirs` is what stands now, by key."""

    def __init__(self, theirs: Mapping[Key, Entry | None]) -> None:
        super().__init__("besluten har ändrats av någon annan")
        self.theirs = theirs


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    decision: tuple[Decision, ...] = ()
    test: tuple[ManualTest, ...] = ()


def read_book(file: Path) -> Book:
    """All decisions of a file. Raises ReviewError, also where there is no file."""
    try:
        return _parsed(_text(file), file)
    except OSError as error:
        raise ReviewError(f"Granskningen går inte att läsa ({file}): {error.strerror}.") from None


def mark(entry: Entry | None) -> str:
    """A short digest that changes when the entry does; empty for none."""
    return hashlib.sha256(msgspec.json.encode(entry)).hexdigest()[:16] if entry else ""


def find(book: Book, key: Key) -> Entry | None:
    """The entry of a key."""
    return next((one for one in book.entries if one.key == key), None)


def write(file: Path, entries: Mapping[Key, Entry | None], seen: Mapping[Key, str]) -> Book:
    """Put entries into the file, all of them or none; None takes an entry away. What stands there afterwards.

    `seen` holds each entry's `mark` as its writer saw it. Raises Overtaken where one is another now, ReviewError where
    an entry is not right or the file can't be read or written.
    """
    for entry in entries.values():
        if entry:
            check(entry, "beslutet")
    file = file.resolve()
    try:
        with FileLock(file.with_name(f".{file.name}.lock"), timeout=_PATIENCE):
            return _written(file, entries, seen)
    except Timeout:
        raise ReviewError(f"Någon annan skriver i granskningen ({file}): försök igen om en stund.") from None
    except OSError as error:
        raise ReviewError(f"Granskningen går inte att skriva ({file}): {error.strerror}. Inget sparades.") from None


def check(entry: Entry, where: str) -> None:
    """Raises ReviewError where an entry contradicts itself or says too little."""
    fault = _fault_of_decision(entry) if isinstance(entry, Decision) else _fault_of_test(entry)
    if fault:
        raise ReviewError(f"{fault[0]} ({where}): {fault[1]}.")


def plain(text: str) -> str:
    """What someone wrote, without what can't be seen and with one sort of line end."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except UnicodeDecodeError:
        raise ReviewError(f"Granskningen är inte UTF-8 ({file}): spara filen som UTF-8.") from None


def _parsed(text: str, file: Path) -> Book:
    try:
        told = msgspec.toml.decode(text, type=_File)
    except msgspec.ValidationError as error:
        raise ReviewError(_explained(str(error), text, file)) from None
    except msgspec.DecodeError as error:
        raise ReviewError(
            f"Granskningen är inte giltig TOML ({file}): {' '.join(str(error).split())}. Rätta raden."
        ) from None
    keys: set[tuple[str, ...]] = set()
    for one in Book(told.decision, told.test).entries:
        where = f"{file}, {' · '.join(filter(None, one.key))}"
        check(one, where)
        if one.key in keys:
            raise ReviewError(f"Samma sak är avgjord två gånger ({where}): behåll ett av besluten.")
        keys.add(one.key)
    return Book(told.decision, told.test)


def _explained(error: str, text: str, file: Path) -> str:
    """msgspec's own words, with which entry it is and what may stand there."""
    found = re.search(r"\$\.(decision|test)\[(\d+)\](?:\.(\w+))?", error)
    where, remedy = str(file), "Jämför docs/granskning.md"
    if found:
        table, number, field = found[1], int(found[2]), found[3]
        where += f", [[{table}]] nummer {number + 1}"
        lines = [at for at, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*\[\[\s*{table}\s*\]\]", line)]
        if number < len(lines):
            where += f", rad {lines[number]}"
        allowed: Mapping[str | None, Iterable[str]] = {
            "verdict": get_args(Verdict), "outcome": get_args(Result), "level": [one.value for one in Level],
        }  # fmt: skip
        if field in allowed:
            remedy = f"Skriv någon av: {', '.join(allowed[field])}"
    return f"Fel i granskningen ({where}): {' '.join(error.split())}. {remedy}."


def _fault_of_decision(one: Decision) -> tuple[str, str] | None:
    if not _FINGERPRINT.fullmatch(one.defect):
        return f"Fingeravtrycket {one.defect[:40]!r} är inget", "skriv de sexton tecken som står vid bristens Id"
    if not one.by.strip():
        return "Beslutet saknar namn", "fyll i by, vem som beslutade"
    if not (one.verdict or one.level or one.note.strip()):
        return "Beslutet säger inget", "ange verdict, level eller note, eller ta bort det"
    if one.verdict == "falskt larm" and not one.note.strip():
        return "Ett falskt larm behöver ett skäl", "skriv varför i note"
    return None


def _fault_of_test(one: ManualTest) -> tuple[str, str] | None:
    clause = one.criterion in {each.num for each in standards.clauses()}
    if not clause and one.criterion not in {each.num for each in standards.criteria()}:
        return (
            f"Kriteriet {one.criterion[:40]!r} finns inte",
            "skriv ett nummer ur WCAG (1.1.1) eller EN 301 549 (11.7)",
        )
    if clause and not (one.surface and not one.scenario and not one.state):
        return f"Avsnitt {one.criterion} prövas per yta", "ange surface, men inte scenario och state"
    if not clause and not (one.scenario and one.state and not one.surface):
        return f"Kriterium {one.criterion} prövas i ett tillstånd", "ange scenario och state, men inte surface"
    for name, value in (("by", one.by), ("method", one.method)):
        if not value.strip():
            return f"Provet saknar {name}", "fyll i vem som prövade och hur"
    if one.outcome == "underkänd" and not one.note.strip():
        return "Ett underkänt prov behöver det som observerades", "skriv det i note"
    if one.outcome == "underkänd" and not clause and one.kind not in {each.slug for each in standards.kinds()}:
        return f"Feltypen {one.kind[:40]!r} finns inte", "ange kind, till exempel " + ", ".join(kinds_of(one.criterion))
    if one.outcome != "underkänd" and (one.kind or one.level):
        return "Bara ett underkänt prov har kind och level", "ta bort dem"
    return None


def kinds_of(criterion: str) -> tuple[str, ...]:
    """Kinds of fault that usually break a criterion."""
    return tuple(one.slug for one in standards.kinds() if criterion in one.criteria)


def _written(file: Path, entries: Mapping[Key, Entry | None], seen: Mapping[Key, str]) -> Book:
    text = _text(file) if file.exists() else HEADER
    book = _parsed(text, file)
    theirs = {key: find(book, key) for key in entries}
    changed = {key: one for key, one in theirs.items() if mark(one) != seen.get(key, "")}
    if changed:
        raise Overtaken(changed)
    document = tomlkit.parse(text)
    for key, entry in entries.items():
        _put(document, key, theirs[key], entry)
    new = tomlkit.dumps(document)
    after = _parsed(new, file)
    if {key: find(after, key) for key in entries} != dict(entries):
        raise ReviewError(f"Beslutet går inte att skriva så att det läses likadant ({file}). Inget sparades.")
    _replace(file, new)
    return after


def _put(document: tomlkit.TOMLDocument, key: Key, before: Entry | None, entry: Entry | None) -> None:
    name: Literal["decision", "test"] = "decision" if len(key) == 1 else "test"
    tables = document.get(name)
    if not isinstance(tables, AoT):
        tables = tomlkit.aot()
        document.append(name, tables)
        tables = document[name]
        assert isinstance(tables, AoT)
    if before:
        at = next(at for at, one in enumerate(tables) if _key(name, one.unwrap()) == key)
        if entry:
            _fill(tables[at], entry)
        else:
            del tables[at]
    elif entry:
        table = tomlkit.table()
        _fill(table, entry)
        table.add(tomlkit.nl())
        tables.append(table)


def _fill(table: Table, entry: Entry) -> None:
    told: dict[str, Any] = {
        name: value.value if isinstance(value, Level) else value
        for name in entry.__struct_fields__
        if (value := getattr(entry, name)) not in ("", None)
    }
    for name in [name for name in table if name not in told]:
        del table[name]
    for name, value in told.items():
        if name not in table or table[name] != value:
            table[name] = tomlkit.string(value, multiline=True) if "\n" in str(value) else value


def _key(name: str, told: Mapping[str, Any]) -> Key:
    if name == "decision":
        return (told["defect"],)
    return tuple(told.get(field, "") for field in ("criterion", "scenario", "state", "surface"))


def _replace(file: Path, text: str) -> None:
    """The new text is on the disk before it takes the old one's place; a crash leaves one or the other."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".ny")
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(text.encode())
            written.flush()
            os.fsync(written.fileno())
        Path(name).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
