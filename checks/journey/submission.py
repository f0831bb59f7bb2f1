"""What a stop tells of submissions that bind: what was sent, what can be sent, what is said to be done.

What was entered is kept in memory only, to see whether a later page shows it; of it nothing but names is noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import msgspec

from checks.gather import Sight, elements, gather
from checks.journey.commitments import commitments
from checks.model import Element
from checks.recording import Recording, recording
from checks.sent import pairs
from checks.state import State

MANY = 3
"""Entered values that a page must show, where it doesn't show half of them, to be one of review."""


class Button(msgspec.Struct, frozen=True):
    """A button that binds or deletes, with what stands by it.

    `address` is where its form is sent, empty where a script sends it; `pair` is what it adds to the form. `labels` are
    those of its form's own fields, `free` the number that are no check boxes; `watched`: the browser checks them;
    `wrong`: errors are shown of them. `vouches`: a box says that what was entered is right. `asks`: it answers a
    question; `refusable`: a control beside it says no. `changes`: there is a way to change what was entered.
    """

    name: str
    sort: str
    address: str
    pair: tuple[str, str] | None
    labels: tuple[str, ...]
    free: int
    watched: bool
    wrong: bool
    vouches: bool
    asks: bool
    refusable: bool
    changes: bool
    path: tuple[str, ...]


class Said(msgspec.Struct, frozen=True):
    """A heading or a message that says that something is done. `may`: it can be taken back; `final`: it can't."""

    text: str
    may: bool
    final: str
    element: Element | None


class Submission(msgspec.Struct, frozen=True):
    """What a stop tells.

    `sent`: addresses, names and buttons' pairs of what was sent since the stop before; `clicked`: what was clicked
    last; `back`: controls that take something back. Of `entered` values before this page, `shown` stand on it as text.
    """

    address: str
    sent: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]], ...]
    clicked: tuple[str, ...]
    entered: int
    shown: int
    buttons: tuple[Button, ...]
    done: tuple[Said, ...]
    back: tuple[str, ...]

    @property
    def reviews(self) -> bool:
        """Whether the page shows what was entered before."""
        return self.shown >= MANY or (self.entered > 0 and self.shown * 2 >= self.entered)


@dataclass
class Memory:
    """What is kept of a journey and never written: fields' and buttons' names, and what was entered."""

    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    entered: dict[str, str] = field(default_factory=dict)
    heard: int = 0


def submission(state: State, id: str) -> Submission | None:
    """What a stop tells; None where the page isn't recorded. `id` is the check's, under which it keeps its memory."""
    kept = recording(state.page)
    sights = gather(state, "checks.journey", "submissions.js", top=True)
    if kept is None or not sights:
        return None
    memory: Memory = kept.memory.setdefault(id, Memory())
    page, *rest = sights
    here = {name for name, _, _ in page.told["fields"]}
    sent = list(_heard(kept, memory))
    entered = {name: word for name, word in memory.entered.items() if name not in here}
    text = _plain(page.told["text"])
    about = " ".join(one.told["text"] for one in rest if one.told["sort"] == "said" and one.told["heading"])
    done = _done(state, [one for one in rest if one.told["sort"] == "said"], page.told["text"])
    told = Submission(
        address=page.told["address"],
        sent=tuple(sent),
        clicked=_clicked(kept),
        entered=len(entered),
        shown=sum(1 for word in entered.values() if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)),
        buttons=tuple(_buttons(rest, about)),
        done=done,
        back=tuple(one for one in page.told["controls"] if commitments().takes_back(one)),
    )
    _remember(memory, page, rest)
    if sent and done:
        memory.entered.clear()  # That errand is over.
    return told


def _heard(kept: Recording, memory: Memory) -> Iterator[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]]:
    """What was sent since the stop before; what was entered goes into the memory."""
    fresh, memory.heard = kept.sent[memory.heard :], len(kept.sent)
    for request in fresh:
        given = pairs(request)
        for name, value in given:
            if name in memory.fields:
                _enter(memory, name, memory.fields[name].get(value, value))
        own = tuple(pair for pair in given if pair in memory.pairs)
        yield urlsplit(request.url).path, tuple(dict.fromkeys(name for name, _ in given)), own


def _clicked(kept: Recording) -> tuple[str, ...]:
    acts = [one for one in kept.acts().acts if one["kind"] in ("click", "key")]
    return tuple(acts[-1]["path"]) if acts else ()


def _buttons(sights: Iterable[Sight], about: str) -> Iterator[Button]:
    for one in sights:
        told = one.told
        sort = commitments().sort(told["name"], about) if told["sort"] == "button" else ""
        if sort:
            yield Button(
                name=told["name"],
                sort=sort,
                address=told["sends"],
                pair=told["pair"] and (told["pair"][0], told["pair"][1]),
                labels=tuple(told["labels"]),
                free=told["free"],
                watched=told["watched"],
                wrong=told["wrong"],
                vouches=told["vouches"],
                asks=told["asks"],
                refusable=told["refusable"],
                changes=told["changes"],
                path=one.path,
            )


def _done(state: State, sights: list[Sight], page: str) -> tuple[Said, ...]:
    """Headings and messages that say that something is done, with what all the page says of taking it back."""
    says = [one for one in sights if commitments().is_done(one.told["text"])]
    said = [(one.told["text"], element) for one, element in zip(says, elements(state, says), strict=True)]
    may, final = commitments().may_be_taken_back(page), commitments().finally_said(page)
    return tuple(Said(text[:160], may, final[:160], element) for text, element in said)


def _remember(memory: Memory, page: Sight, rest: Iterable[Sight]) -> None:
    for name, value, label in page.told["fields"]:
        memory.fields.setdefault(name, {})
        if label:
            memory.fields[name][value] = label
    memory.pairs |= {tuple(one.told["pair"]) for one in rest if one.told["sort"] == "button" and one.told["pair"]}
    for name, word in page.told["entered"]:
        _enter(memory, name, word)


def _enter(memory: Memory, name: str, word: str) -> None:
    """Keep a value that can be told in a text: one letter or figure stands everywhere."""
    if len(plain := _plain(word)) > 1:
        memory.entered[name] = plain
    else:
        memory.entered.pop(name, None)


def _plain(text: str) -> str:
    """As it is compared: lower case, with no space within numbers."""
    return re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d)", "", " ".join(text.split())).casefold()
