"""Generated pages through every check: never an error, and the same page gives the same findings twice.

Pages are put together, fifty pieces in one document and some in frames, since most of what a check costs is the page
and not what stands on it. A change is judged by four pages that are always the same, the night
(`ESSET_A11Y_HYPOTHESIS=nightly`) by forty that are new; a page is told by its number, and `FUZZ_PAGES=<number>` makes
it again. Python's own random numbers make them: Hypothesis has room for a few pieces only in what it draws, and fills
a page of fifty with the simplest one.
"""

from __future__ import annotations

import html
import os
import time
from collections.abc import Sequence
from random import Random

import pytest
from playwright.sync_api import Browser, Page

import checks.keyboard.pictured
import checks.keyboard.tabbing
from checks.keyboard import likeness
from checks.model import Finding, Outcome
from checks.recording import record
from checks.registry import Check, all_checks
from checks.state import State
from defects.fingerprint import fingerprint
from harness.budget import looked

PIECES, FRAMES = 50, 2
pytestmark = [pytest.mark.browser, pytest.mark.slow]

NIGHT = os.environ.get("ESSET_A11Y_HYPOTHESIS") == "nightly"
PAGES = 40 if NIGHT else 4
"""Of fifty pieces each: two thousand, or two hundred."""

TAGS = (
    "div p span a button h1 h2 h3 h6 ul ol li dl dt dd table caption thead tr th td label input textarea select option fieldset "
    "legend form img svg math video audio canvas details summary dialog nav main header footer aside section article figure "
    "figcaption blockquote pre code em strong b i u mark sub sup hr br iframe object template slot marquee blink center font "
    "my-element meter progress output map area picture source ruby rt abbr time title style noscript frameset"
)
SWALLOWS = {
    "title",
    "style",
    "textarea",
    "select",
    "template",
    "noscript",
    "frameset",
    "object",
    "option",
    "iframe",
    "svg",
    "math",
}
"""Left open, they would take in all that follows."""

VOID = {"input", "img", "hr", "br", "area", "source"}
NAMES = (
    "id class role tabindex href src alt title name for type value placeholder lang dir hidden style aria-label aria-labelledby "
    "aria-describedby aria-hidden aria-expanded aria-controls aria-live aria-current aria-activedescendant aria-owns headers scope "
    "colspan rowspan autocomplete contenteditable draggable accesskey disabled readonly required multiple size open inert popover "
    "onclick data-x usemap target download srcdoc width height align bgcolor"
)
VALUES = (
    "", "a", "b", "a b", "a a", "#a", "1", "-1", "0", "9999", "true", "false", "mixed", "none", "button", "link", "dialog", "grid", "tab",
    "presentation", "alert", "påhittad", "sv", "en", "xx-invalid", "text", "checkbox", "radio", "hidden", "image", "submit", "date", "col",
    "row", "name", "tel", "off", "javascript:void 0", "data:,", "//", "about:blank", "%", "?x=1#y", "http://127.0.0.1:9/", "this.hidden = true",
    "display:none", "visibility:hidden", "opacity:0", "position:fixed;top:0", "position:absolute;left:-9999px", "color:#777;background:#888",
    "font-size:0", "font-size:300px", "transform:rotate(90deg) scale(0)", "width:1px;height:1px;overflow:hidden", "display:contents",
    "float:right;order:-1", "animation:x 1s infinite", "columns:3", "writing-mode:vertical-rl", "background:url(x)", "content:'x'",
    "outline:none", "pointer-events:none", "zoom:3", "height:9999px", "\u202e", "\U0001f469\u200d\U0001f9d1", "ÅÄÖ", "a\nb", "'", "[x]", "\\",
)  # fmt: skip
LARGEST = ("99999", "height:99999px")
"""On the night's pages only: with a page of a hundred windows every check takes all of its time."""

NEW = 1000
"""The first number of the night's pages."""

SAID = (
    "Hej", "Läs mer", "här", "Klicka på den gröna knappen till höger", "This is written in English for all of us", "  ", "*", "1.", "\u200b",
    "Ärende 4711 är klart", "x" * 300, "\u05d0\u05d1", "<", "&nbsp;", "-", "|", "Pris: 100 kr", "←",
)  # fmt: skip


def element(made: Random, values: Sequence[str], depth: int = 3) -> str:
    """An element with what lies in it, some of it wrong."""
    tag = made.choice(TAGS.split())
    told = [(made.choice(NAMES.split()), made.choice(values)) for _ in range(made.randint(0, 3))]
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in told)
    if tag == "marquee":
        attributes += " scrollamount=0"  # One that moves is not the same page twice.
    if tag in VOID:
        return f"<{tag}{attributes}>"
    inner = [element(made, values, depth - 1) for _ in range(made.randint(0, 3))] if depth else []
    if tag == "object":
        # With a frame in it, the browser shows the one time what lies in it and the other an empty box.
        inner = [one for one in inner if "<iframe" not in one]
    text = made.choice(SAID)
    shadow = made.choice(["", "", "", "", "open", "closed"])
    if shadow and inner:
        inner[0] = f"<template shadowrootmode={shadow}>{inner[0]}<slot></slot></template>"
    # Left open at times, as people do.
    end = f"</{tag}>" if tag in SWALLOWS or made.randint(0, 9) else ""
    return f"<{tag}{attributes}>{text}{''.join(inner)}{end}"


def document(made: Random, values: Sequence[str]) -> str:
    """A page of a few elements, with or without what a page must have."""
    head = made.choice(["<!DOCTYPE html>", ""]) + made.choice(["<html lang=sv>", "<html lang=en>", "<html>"])
    title = made.choice(["<title>Sida</title>", "<title></title>", ""])
    return head + title + "".join(element(made, values) for _ in range(made.randint(1, 4)))


def page_of(number: int) -> str:
    """The page of a number: frames, and pieces in sections of their own, so that one closes what another left open."""
    made, values = Random(number), VALUES if number < NEW else VALUES + LARGEST
    framed = [
        f'<iframe width=300 height=80 title="Ram {n}" srcdoc="{html.escape(document(made, values))}"></iframe>'
        for n in range(FRAMES)
    ]
    pieces = [f"<section>{element(made, values, 2)}</section>" for _ in range(PIECES)]
    return document(made, values) + "".join([*framed, *pieces])


def numbers() -> list[int]:
    """Which pages are tried."""
    if told := os.environ.get("FUZZ_PAGES"):
        return [int(one) for one in told.split(",")]
    first = int(time.strftime("%y%j")) * NEW if NIGHT else 0
    return list(range(first, first + PAGES))


# IBM's engine stops at a slot that is no HTML element; its check then tells the state as untested.
CHECKS = [one for one in all_checks() if one.id != "ibm"]
URL = "http://example.test/"


@pytest.fixture(autouse=True)
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    # What fades in on these pages has no style that makes it fade: to wait for it shows nothing more.
    monkeypatch.setattr(checks.keyboard.pictured, "TRANSITION", 50)
    # What a slow machine did not come to would differ: the check's own budget tells of that, these limits do not.
    monkeypatch.setattr(checks.keyboard.pictured, "LONGEST", 300.0)
    monkeypatch.setattr(checks.keyboard.tabbing, "LONGEST", 300.0)


@pytest.mark.parametrize("number", numbers())
def test_every_check_takes_every_page(number: int, browser: Browser) -> None:
    source = page_of(number)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    first, second = (seen(context.new_page(), source) for _ in range(2))
    context.close()
    wrong = [told for check in CHECKS for told in judged(check, first[check.id], second[check.id])]
    assert wrong == []


def judged(check: Check, one: list[Finding], other: list[Finding]) -> list[str]:
    """What is wrong with what a check found at a page and at the same page once more."""
    broken = [finding.observed.sv for finding in one + other if "error" in finding.evidence]
    # One that had too little time, on a slow machine, has not seen it all.
    hurried = any("budget" in finding.evidence for finding in one + other)
    if not broken and not hurried and told(one) != told(other):
        only = sorted(set(told(one)) ^ set(told(other)))
        untested = {one.observed.en for one in one + other if one.outcome is Outcome.UNTESTED}
        broken.append(f"finds something else the second time: {only[:5]}; not tested: {untested or None}")
    return [f"{check.id}: {said}" for said in broken]


def seen(page: Page, source: str) -> dict[str, list[Finding]]:
    """What every check finds at a page."""
    page.route(URL, lambda route: route.fulfill(body=source, content_type="text/html; charset=utf-8"))
    page.on("dialog", lambda dialog: dialog.dismiss())
    record(page)
    page.goto(URL)
    with State(page, "X-1", "sidan", 1) as state:
        # Looks of controls that were pictured once in a run are not pictured again: here each page is the first.
        likeness._KNOWN.clear()
        found = {check.id: looked(check, state) for check in CHECKS}
    page.close()
    return found


def told(findings: list[Finding]) -> list[tuple[str, Outcome, str, tuple[str, ...]]]:
    faults = [one for one in findings if one.outcome in (Outcome.FAILED, Outcome.CANT_TELL)]
    return sorted(
        (one.rule, one.outcome, fingerprint(one, URL), one.element.path if one.element else ()) for one in faults
    )


def test_there_are_checks(browser: Browser) -> None:
    assert len(CHECKS) > 20 and all(isinstance(one, Check) for one in CHECKS)


def test_pages_are_as_many_and_as_varied_as_is_said() -> None:
    made = [page_of(number) for number in range(4)]
    assert [one.count("<section>") >= PIECES for one in made] == [True] * 4
    assert len({tag for tag in TAGS.split() if any(f"<{tag}" in one for one in made)}) > 0.9 * len(TAGS.split())
    assert min(len(one) for one in made) > 10_000
