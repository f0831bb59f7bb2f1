"""Generated pages through every check: never an error, and the same page gives the same findings twice.

Pages are put together, fifty pieces in one document and some in frames, since most of what a check costs is the page
and not what stands on it. All checks take minutes even so: it is the night that tries them
(`ESSET_A11Y_HYPOTHESIS=nightly`).
"""

from __future__ import annotations

import html

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from checks.model import Finding, Outcome
from checks.recording import record
from checks.registry import Check, all_checks
from checks.state import State
from defects.fingerprint import fingerprint
from harness.budget import looked

PIECES, FRAMES = 50, 2
pytestmark = [pytest.mark.browser, pytest.mark.nightly]
PAGES = 40
"""Of fifty pieces each: two thousand."""

ONCE = {"focus-appearance"}
"""Checks that tell of each look the first time in a run only."""

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
    "", "a", "b", "a b", "a a", "#a", "1", "-1", "0", "99999", "true", "false", "mixed", "none", "button", "link", "dialog", "grid", "tab",
    "presentation", "alert", "påhittad", "sv", "en", "xx-invalid", "text", "checkbox", "radio", "hidden", "image", "submit", "date", "col",
    "row", "name", "tel", "off", "javascript:void 0", "data:,", "//", "about:blank", "%", "?x=1#y", "http://127.0.0.1:9/", "this.hidden = true",
    "display:none", "visibility:hidden", "opacity:0", "position:fixed;top:0", "position:absolute;left:-9999px", "color:#777;background:#888",
    "font-size:0", "font-size:300px", "transform:rotate(90deg) scale(0)", "width:1px;height:1px;overflow:hidden", "display:contents",
    "float:right;order:-1", "animation:x 1s infinite", "columns:3", "writing-mode:vertical-rl", "background:url(x)", "content:'x'",
    "outline:none", "pointer-events:none", "zoom:3", "height:99999px", "\u202e", "\U0001f469\u200d\U0001f9d1", "ÅÄÖ", "a\nb", "'", "[x]", "\\",
)  # fmt: skip
SAID = (
    "Hej", "Läs mer", "här", "Klicka på den gröna knappen till höger", "This is written in English for all of us", "  ", "*", "1.", "\u200b",
    "Ärende 4711 är klart", "x" * 300, "\u05d0\u05d1", "<", "&nbsp;", "-", "|", "Pris: 100 kr", "←",
)  # fmt: skip


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    tag = draw(st.sampled_from(TAGS.split()))
    told = draw(st.lists(st.tuples(st.sampled_from(NAMES.split()), st.sampled_from(VALUES)), max_size=3))
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in told)
    if tag in VOID:
        return f"<{tag}{attributes}>"
    inner = draw(st.lists(elements(depth - 1), max_size=3)) if depth else []
    text = draw(st.sampled_from(SAID))
    shadow = draw(st.sampled_from(["", "", "", "", "open", "closed"]))
    if shadow and inner:
        inner[0] = f"<template shadowrootmode={shadow}>{inner[0]}<slot></slot></template>"
    # Left open at times, as people do.
    end = f"</{tag}>" if tag in SWALLOWS or draw(st.integers(0, 9)) else ""
    return f"<{tag}{attributes}>{text}{''.join(inner)}{end}"


@st.composite
def documents(draw: st.DrawFn) -> str:
    head = draw(st.sampled_from(["<!DOCTYPE html>", ""])) + draw(
        st.sampled_from(["<html lang=sv>", "<html lang=en>", "<html>"])
    )
    title = draw(st.sampled_from(["<title>Sida</title>", "<title></title>", ""]))
    return head + title + "".join(draw(st.lists(elements(), min_size=1, max_size=4)))


@st.composite
def pages(draw: st.DrawFn) -> str:
    framed = [
        f'<iframe width=300 height=80 title="Ram {n}" srcdoc="{html.escape(draw(documents()))}"></iframe>'
        for n in range(FRAMES)
    ]
    pieces = [f"<section>{draw(elements(2))}</section>" for _ in range(PIECES)]
    return draw(documents()) + "".join([*framed, *pieces])


# IBM's engine stops at a slot that is no HTML element; its check then tells the state as untested.
CHECKS = [one for one in all_checks() if one.id != "ibm"]
URL = "http://example.test/"


@settings(
    max_examples=PAGES,
    phases=[Phase.generate],  # To shrink a page would take an hour; the one that failed is told.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
@given(source=pages())
def test_every_check_takes_every_page(source: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    first, second = (seen(context.new_page(), source) for _ in range(2))
    context.close()
    for check in CHECKS:
        one, other = first[check.id], second[check.id]
        broken = [finding.observed.sv for finding in one + other if "error" in finding.evidence]
        assert broken == [], f"{check.id}: {broken}"
        # One that had too little time, on a slow machine, has not seen it all.
        if check.id not in ONCE and not any("budget" in finding.evidence for finding in one + other):
            assert told(one) == told(other), f"{check.id} finds something else the second time"


def seen(page: Page, source: str) -> dict[str, list[Finding]]:
    """What every check finds at a page."""
    page.route(URL, lambda route: route.fulfill(body=source, content_type="text/html; charset=utf-8"))
    page.on("dialog", lambda dialog: dialog.dismiss())
    record(page)
    page.goto(URL)
    with State(page, "X-1", "sidan", 1) as state:
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
