"""The stop at the state: is the defect there, where, and (while someone watches) after each reload?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from checks.model import Finding, Outcome, Visit
from checks.scripts import script
from checks.state import State
from defects.fingerprint import fingerprint
from harness.budget import looked
from harness.repro.choose import Aim
from harness.walk import REST_LIMIT


class Seen(StrEnum):
    """What was seen of a defect at its state. `UNTESTED`: the check could not be run there."""

    THERE = "there"
    GONE = "gone"
    UNTESTED = "untested"
    NOT_REACHED = "notReached"


@dataclass(frozen=True)
class Sight:
    """What the checks see of an aimed-at defect: its own findings, how many others, and why some were not run."""

    seen: Seen
    own: tuple[Finding, ...] = ()
    others: int = 0
    why: str = ""


@dataclass
class Stop:
    """Plugin that a drive stops by, at the aim's state.

    `tell` is called with each sight; `stay` keeps the page open for a person, and with `watch` looks again at each
    reload until the defect is not seen. `sight` is the last one. `changed`: it was there, and a reload took it away, or
    took the page out of its state; only a new drive tells which. `closed`: the person has closed the page.
    """

    aim: Aim
    tell: Callable[[Sight], None]
    stay: bool = False
    watch: bool = False
    sight: Sight = field(default_factory=lambda: Sight(Seen.NOT_REACHED))
    closed: bool = False
    changed: bool = False
    reached: bool = False

    __name__ = "esset-stop"  # By which pytest, and the driving, know the plugin.

    @property
    def state(self) -> str:
        """The state to stop at."""
        return self.aim.place.state

    @property
    def settled(self) -> bool:
        """Whether there is nothing more to watch for. A target that was reached once may be on its way up again."""
        if self.sight.seen is Seen.NOT_REACHED:
            return not self.reached or self.closed
        return self.closed or (self.sight.seen is not Seen.THERE and not self.changed)

    def begin(self) -> None:
        """Forget the last sight, before a drive."""
        self.sight, self.changed = Sight(Seen.NOT_REACHED), False

    def arrived(self, state: State, visit: Visit) -> None:
        """Judge what was found at the state, mark it, stay as long as asked, and end the drive."""
        self.reached = True
        self._show(state.page, sight(self.aim, visit.findings, visit.url))
        try:
            while self.stay and not self.closed:
                self._wait(state.page)
                if self.watch and not self.closed:
                    self._again(state)
                    if self.changed:
                        break
        except KeyboardInterrupt:
            self.closed = True
        pytest.exit("esset-stop", returncode=0)

    def _wait(self, page: Page) -> None:
        """Until the page is loaded anew, or closed."""
        try:
            page.wait_for_event("load" if self.watch else "close", timeout=0)
            self.closed = page.is_closed() or not self.watch
        except PlaywrightError:
            self.closed = True

    def _again(self, before: State) -> None:
        page = before.page
        page.evaluate(script("harness", "rest.js"), REST_LIMIT)
        with State(page, before.scenario, before.name, before.number) as state:
            findings = [finding for check in self.aim.checks for finding in looked(check, state)]
            now = sight(self.aim, findings, page.url)
            self.changed = now.seen is not Seen.THERE
            if not self.changed:
                self._show(page, now)

    def _show(self, page: Page, now: Sight) -> None:
        self.sight = now
        self.tell(now)
        for one in now.own:
            if one.element and mark(page, one.element.path):
                return
        if self.aim.across and self.aim.place.element:
            mark(page, self.aim.place.element.path)


def sight(aim: Aim, findings: Iterable[Finding], url: str) -> Sight:
    """Is the defect among the findings at its state?"""
    told = tuple(findings)
    if aim.across:
        return Sight(Seen.UNTESTED, why="kontrollen jämför flera tillstånd och dömer först när alla är besökta")
    faults = [one for one in told if one.outcome in (Outcome.FAILED, Outcome.CANT_TELL)]
    own = tuple(one for one in faults if _is(aim, one, url))
    if own:
        return Sight(Seen.THERE, own, len(faults) - len(own))
    if untested := [one.observed.sv for one in told if one.outcome is Outcome.UNTESTED]:
        return Sight(Seen.UNTESTED, (), len(faults), untested[0])
    return Sight(Seen.GONE, (), len(faults))


def _is(aim: Aim, finding: Finding, url: str) -> bool:
    """By its fingerprint; or by element and criterion, since a defect has other engines' findings too."""
    if fingerprint(finding, url) == aim.defect.fingerprint:
        return True
    place, element = aim.place.element, finding.element
    alike = finding.kind == aim.defect.kind or bool({*finding.criteria} & {*aim.defect.criteria})
    return bool(place and element and place.path == element.path and alike)


def mark(page: Page, path: tuple[str, ...]) -> bool:
    """Scroll to the element and frame it; False where it is no longer there."""
    try:
        return bool(_mark_in(page, path))
    except PlaywrightError:
        return False


def _mark_in(page: Page, path: tuple[str, ...]) -> bool:
    frame, hops = page.main_frame, list(path)
    for _ in range(len(path)):
        # As many hops as lead to a frame are taken at once: a shadow root is within its document.
        for length in range(1, len(hops) + 1):
            element = frame.evaluate_handle(script("checks", "find.js"), hops[:length]).as_element()
            inner = element.content_frame() if element else None
            if inner and length < len(hops):
                frame, hops = inner, hops[length:]
                break
        else:
            break
    handle = frame.evaluate_handle(script("checks", "find.js"), hops).as_element()
    if handle is None:
        return False
    handle.scroll_into_view_if_needed(timeout=2000)
    handle.evaluate(script("harness.repro", "mark.js"))
    return True
