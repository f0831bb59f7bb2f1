"""Tabs through one page with trusted key presses and tells every stop, forwards and backwards.

The cost of a stop does not grow with the page: each press is followed by one look at where focus is and at what has had
it since (`probe.js`). A walk ends when focus leaves the document at its end, as it does in a browser, when it has come
back to where it has been, when it does not move, at `MOST` stops or after `LONGEST` seconds.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, Request

from checks.asking import Held, hold
from checks.keyboard.course import Course, Ending, Look, Stop
from checks.keyboard.leaving import try_to_leave
from checks.model import Box
from checks.state import Document, Hops, State, script
from checks.twin.settling import settle

MOST = 400
"""Stops in one direction."""

LONGEST = 7.0
"""Seconds in one direction."""

STILL = 3
"""Presses that don't move focus before it is taken to be stuck; most controls are left by one."""

OWN_PROCESS = 15
"""Looks, 10 ms apart, that a frame gets until something in it has focus."""

SETTLING = 150
"""Milliseconds in which a page that fetches focus back has done so."""

INNER = {"date": 8, "time": 6, "datetime-local": 12, "month": 5, "week": 5, "audio": 14, "video": 20}
FRAMES = ("iframe", "frame", "object", "embed")
INNER |= dict.fromkeys(FRAMES, 40)
"""Controls with stops of their own inside, that a page can't see focus move between, and how many they may have."""

SLOWLY = 60
"""Milliseconds between presses where the page moves focus by itself."""


@dataclass
class Tabbing:
    """A page being walked. `begin` before anything else, `end` after.

    `settling` are the milliseconds that a page gets to fetch focus back that has left it: none are needed where nothing
    in the page listens for keys or focus. On one that is `free`, a twin, any key may be pressed. With `asking`, at each
    stop the page is asked whether it answers Shift+Tab; where it has `answered` the walk is of no more use.
    """

    state: State
    settling: int = SETTLING
    free: bool = False
    asking: bool = False
    answered: bool = False
    _slowly: bool = False
    _fetched: bool = False
    _probed: dict[int, Document] = field(default_factory=dict)
    _probes: dict[int, Held] = field(default_factory=dict)
    _opened: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return self.state.page

    def begin(self) -> None:
        """Put the probe into every document."""
        given = f"{script('checks', 'path.js')}, {script('checks', 'topmost.js')}"
        made = f"() => ({script('checks.keyboard', 'probe.js')})({given})"
        for at, document in enumerate(self.state.documents):
            try:
                self._probes[at] = hold(document.frame, made)
                self._evaluate(at, f"begin({json.dumps(self.asking)})")
                self._probed[at] = document
            except PlaywrightError:
                continue
        self.page.on("popup", self._popup)
        self.page.on("request", self._requested)

    def end(self) -> None:
        """Put focus, selection and scrolling back, and take the probe away."""
        self.page.remove_listener("popup", self._popup)
        self.page.remove_listener("request", self._requested)
        for at in self._probed:
            try:
                self._evaluate(at, "end()")
                self._probes[at].let_go()
            except PlaywrightError:
                continue

    def home(self) -> bool:
        """Put focus before the first stop; False where a modal dialog keeps it from there."""
        return bool(self._evaluate(0, "home()"))

    def press(self, key: str) -> None:
        """One trusted press."""
        self.page.keyboard.press(key)

    def look(self) -> Look:
        """Where focus is now, what else has had it since the last look, and whether it has moved.

        Where it is in a frame, but on nothing there, the frame itself has it: its document can be scrolled.
        """
        at, passed, moved = 0, [], False
        x, y, scroll = 0.0, 0.0, (0.0, 0.0)
        frame: Look | None = None
        while True:
            told = self._evaluate(at, "look()")
            if frame and told["focus"] is None:
                told = self._awaited(at, told)
            focus, moved = told["focus"], moved or told["moved"]
            self.answered = self.answered or told["answered"]
            prefix = self._probed[at].path
            passed += [prefix + tuple(path) for path in told["received"]]
            if at == 0 and focus:
                scroll = tuple(focus["scroll"])
            if focus is None and frame:
                return frame
            inner = self._inner(at, focus)
            if inner is None:
                return Look(at, focus, passed, moved, (x, y), scroll)
            frame = Look(at, focus, passed, moved, (x, y), scroll)
            x, y = x + focus["box"][0] + focus["border"][0], y + focus["box"][1] + focus["border"][1]
            at = inner

    def _awaited(self, at: int, told: dict[str, Any]) -> dict[str, Any]:
        """A frame in a process of its own hears of the key a little later than the page does."""
        for _ in range(OWN_PROCESS):
            self.page.wait_for_timeout(10)
            again = self._evaluate(at, "look()")
            again["received"], again["moved"] = told["received"] + again["received"], told["moved"] or again["moved"]
            told = again
            if told["focus"]:
                break
        return told

    def stops(self, key: str, after: Hops | None = None) -> Iterator[Stop]:
        """The stops of a walk as they come, until one comes back or the walk ends for another reason.

        It begins at the stop `after` one of the page itself, else at the first.
        """
        if not (after and self._focus_at(after)) and not self.home():
            self._to_the_end(key)
        met: set[tuple[int, int]] = set()
        for step in self._steps(key, []):
            if isinstance(step, Ending) or (step.frame, step.id) in met or len(met) >= MOST:
                return
            met.add((step.frame, step.id))
            yield step

    def focus(self, stop: Stop) -> bool:
        """Put focus back at a stop, as shown as after a key press; False where it can't be."""
        return bool(self._evaluate(stop.frame, f"focus({stop.id})"))

    def _focus_at(self, path: Hops) -> bool:
        found = f"({script('checks', 'find.js')})(path)"
        return bool(self._probes[0].ask(f"(probe, path) => probe.focused({found})", list(path)))

    def blur(self, stop: Stop) -> None:
        """Take focus from whatever has it in a stop's document."""
        self._evaluate(stop.frame, "blur()")

    def restless(self) -> list[Box]:
        """Where in the window something moves by itself."""
        scrolled = self.page.evaluate("[scrollX, scrollY]")
        found = []
        for at, document in self._probed.items():
            x, y = (whole - part for whole, part in zip(document.offset, scrolled, strict=True)) if at else (0, 0)
            found += [Box(left + x, top + y, width, height)
                      for left, top, width, height in self._evaluate(at, "restless()")]  # fmt: skip
        return found

    def is_calm(self) -> bool:
        """Whether what lies over a stop is the same in whatever direction it is come to: nothing has been scrolled.

        Where nothing stays in its place while the page scrolls, the page itself may have been.
        """
        return all(self._evaluate(at, "calm()") for at in self._probed)

    def course(self, key: str) -> Course:
        """Walk from the beginning with `key`, "Tab" or "Shift+Tab"."""
        began = time.monotonic()
        self._opened.clear()
        self._fetched = False
        stops: list[Stop] = []
        lost: list[Hops] = []
        ending, back_to, trapped, moved = Ending.BOUND, 0, None, False
        try:
            if not self.home():
                self._to_the_end(key)
            for step in self._steps(key, lost):
                if self.answered:
                    break
                if isinstance(step, Ending):
                    ending = step
                    break
                known = next((n for n, one in enumerate(stops) if (one.frame, one.id) == (step.frame, step.id)), None)
                if known is not None:
                    # Sent back to the first by the page, it is held, unless that is in a dialog, where it should be.
                    moved = moved or bool(step.passed)
                    sent = (self._slowly or self._fetched or moved) and not all(stop.dialog for stop in stops)
                    ending, back_to = (Ending.LOOP if known or sent else Ending.ROUND), known
                    break
                moved = moved or bool(step.passed)
                stops.append(step)
                if len(stops) >= MOST or time.monotonic() - began > LONGEST:
                    break
            if ending in (Ending.STUCK, Ending.LOOP):
                trapped = try_to_leave(self, key, stops[back_to:] if ending is Ending.LOOP else stops[-1:], SETTLING)
        except PlaywrightError:
            ending = Ending.GONE if self.page.is_closed() else Ending.LEFT
        if not self._slowly and (moved or self._fetched) and ending not in (Ending.GONE, Ending.LEFT):
            # The page moves focus by itself, maybe a moment after the key; nobody presses so fast as to pass it by.
            self._slowly = True
            settle(self.page, SETTLING, seen=False)
            return self.course(key)
        taken = time.monotonic() - began
        return Course(key, tuple(stops), ending, back_to, taken, tuple(lost), tuple(self._opened), trapped)

    def rest(self, key: str) -> Stop | None:
        """Where focus is, as a stop of no walk; None for nowhere."""
        now = self.look()
        return self._stop(0, key, now) if now.focus else None

    def _to_the_end(self, key: str) -> None:
        """On from where focus is until it leaves the document, so that the walk then begins at its first stop."""
        seen: set[tuple[int, int]] = set()
        for step in self._steps(key, []):
            if isinstance(step, Ending) or (step.frame, step.id) in seen or len(seen) >= MOST:
                return
            seen.add((step.frame, step.id))

    def _steps(self, key: str, lost: list[Hops]) -> Iterator[Stop | Ending]:
        press, still, last = 0, 0, None
        nothing = 0
        while True:
            self.press(key)
            press += 1
            if self._slowly:
                settle(self.page, SLOWLY, seen=False)
            if self._opened:
                yield Ending.LEFT
                return
            now = self.look()
            if now.focus is None:
                if now.moved:
                    # Something had focus and gave it up: the walk is not at its end, it was thrown off its way.
                    lost += now.passed
                    nothing += 1
                    if nothing <= STILL:
                        continue
                # Backwards, the first press from the beginning stands on the document before it comes to the last stop.
                if press == 1:
                    continue
                if self.settling:
                    settle(self.page, self.settling, seen=False)
                    now = self.look()
                if now.focus is None:
                    yield Ending.ROUND
                    return
                # Focus had left, and was fetched back.
                self._fetched = True
                yield self._stop(press, key, now)
                yield Ending.STUCK
                return
            here = (now.at, now.focus["id"])
            if here == last:
                still += 1
                if still >= max(STILL, INNER.get(now.focus["type"], 0), INNER.get(now.focus["tag"], 0)):
                    yield Ending.STUCK
                    return
                continue
            still, last, nothing = 0, here, 0
            yield self._stop(press, key, now)

    def _stop(self, press: int, key: str, now: Look) -> Stop:
        focus = now.focus or {}
        prefix = self._probed[now.at].path
        path = prefix + tuple(focus["path"])
        (left, top, width, height), (x, y) = focus["box"], now.origin
        return Stop(
            press=press,
            key=key,
            path=path,
            frame=now.at,
            id=focus["id"],
            tag=focus["tag"],
            window=Box(left + x, top + y, width, height),
            scroll=now.scroll,
            inside=focus["inside"],
            covered=focus["covered"],
            by=focus["by"] and prefix + tuple(focus["by"]),
            by_fixed=focus["fixed"],
            drawn=focus["drawn"],
            dialog=focus["dialog"],
            writes=focus["writes"],
            looks=focus["looks"],
            restless=focus["restless"],
            passed=tuple(one for one in now.passed if one != path),
        )

    def _inner(self, at: int, focus: dict[str, Any] | None) -> int | None:
        """The number of the document in the frame that has focus, None where focus is in no frame that is probed."""
        if not focus or not focus["frame"]:
            return None
        path = self._probed[at].path + tuple(focus["path"])
        return next((number for number, one in self._probed.items() if one.path == path), None)

    def _evaluate(self, at: int, call: str) -> Any:
        return self._probes[at].ask(f"(probe) => probe.{call}")

    def _popup(self, page: Page) -> None:
        self._opened.append(page.url or "about:blank")

    def _requested(self, request: Request) -> None:
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self._opened.append(request.url)
