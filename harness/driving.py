"""What happens around scenarios in one pytest process: the only one, the controller or a worker."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from _pytest.outcomes import Failed
from _pytest.runner import runtestprotocol
from pytest_metadata.plugin import metadata_key

from checks.model import Outcome
from defects.review import judged
from harness.beginning import Begin, resumed, shard_of
from harness.choice import choose, may_be_driven
from harness.config import load_config
from harness.errors import EssetError, RunBroken
from harness.fixtures import TRACED
from harness.incremental import Earlier
from harness.journal import Begun, Journal, Line
from harness.masked import mask_of
from harness.reviewing import book_of
from harness.score import witness_of
from harness.session import chosen_checks, conclude, make_folder, merged, new_run
from harness.shards import longest_first
from harness.standing import durations_of, gate_of, remember, waivers_of
from harness.target import check_target
from harness.walk import ScenarioWalk, Stop, broken_checks
from masking import Mask
from reports.model import Driven, Ending, Run
from reports.registry import write_reports
from reports.reviewed import reviewed
from scenarios.model import Scenario, scenario_of
from scenarios.registry import in_order

SETTINGS = (
    "target",
    "build",
    "profile",
    "checks",
    "output",
    "fail_on",
    "browser",
    "baseline",
    "waivers",
    "review",
    "history",
    "version",
    "visits",
    "incremental",
    "headless",
    "unmasked",
)
"""What of the configuration the plugin's options set."""

_FIRST_FAULT = pytest.StashKey[pytest.CallInfo[None]]()
_ENDING = pytest.StashKey[Ending]()


class DefectsFound(Failed):
    """A scenario was driven to its end, and barriers were found on the way."""


class Driving:
    """Plugin of a pytest process that drives scenarios.

    Everything that may be wrong with what it was told is found here, before anything is written.
    """

    def __init__(self, config: pytest.Config) -> None:
        option = config.option
        told = {name: getattr(option, f"esset_{name}") for name in SETTINGS}
        self.config = load_config(option.esset_config, told)
        self.mask = mask_of(self.config)
        self.checks = chosen_checks(self.config)
        self.waivers = waivers_of(self.config)
        self.book = book_of(self.config)
        self.gate = gate_of(self.config, self.waivers)
        chosen = choose(option.esset_scenario, option.esset_area, option.esset_audience)
        self.chosen, self.refused = may_be_driven(chosen, self.config.production, named=bool(option.esset_scenario))
        self.shard: str = option.esset_shard or ""
        self.mine = shard_of(self.chosen, self.shard, self.config)
        self.witness = witness_of(self.config.build) if option.esset_score else None
        self.result: Run | None = None
        self.stop: Stop | None = config.pluginmanager.getplugin("esset-stop")
        self.fault = ""
        """What broke the run itself, in one line."""
        self._unfinished: set[str] = set()
        told_as_worker = getattr(config, "workerinput", None)
        self.controls = told_as_worker is None
        if told_as_worker is None:
            self._begin(option)
        else:
            self.run = msgspec.convert(told_as_worker["esset_run"], Begin)
            self.folder = Path(self.config.output) / self.run.id.name
        self.attempts = dict(self.run.attempts)
        self.earlier = Earlier(self.config, self.checks, self.folder) if self.config.incremental else None
        self.journal = Journal(self.folder, told_as_worker["workerid"] if told_as_worker else "main", self.mask)
        if self.controls and not option.collectonly and not self.run.resumed:
            ids = tuple(one.id for one in self.chosen)
            begun = Begun(self.run.id.started, self.config.told(), ids, self.shard)
            self.journal.write(Line(begun=begun))

    def _begin(self, option: Any) -> None:
        if option.collectonly:
            self.run, self.folder = Begin(new_run()), Path(self.config.output)
            return
        check_target(self.config)
        if option.esset_resume:
            self.folder, self.run = resumed(option.esset_resume, self.config)
        else:
            self.run = Begin(new_run())
            self.folder = make_folder(self.config, self.run.id)
        if getattr(option, "numprocesses", None):
            with suppress(EssetError, OSError):  # A history that can't be used is told at the end.
                self.run = msgspec.structs.replace(self.run, seconds=durations_of(self.config))
        if not option.htmlpath:
            option.htmlpath, option.self_contained_html = str(self.folder / "pytest.html"), True

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """xdist asks what a worker must know: the run that it takes part in."""
        node.workerinput["esset_run"] = msgspec.to_builtins(self.run)

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        declared = {item: scenario for item in items if (scenario := scenario_of(getattr(item, "obj", None)))}
        for item, scenario in declared.items():
            item.add_marker(scenario.audience.replace("å", "a"))
            item.add_marker(scenario.area.name.lower())
            item.extra_keyword_matches.add(scenario.id)
        chosen = {one.id for one in self.mine} - set(self.run.done)
        left_out = [item for item, scenario in declared.items() if scenario.id not in chosen]
        if left_out:
            config.hook.pytest_deselected(items=left_out)
        own = longest_first([one.id for one in sorted(declared.values(), key=in_order)], self.run.seconds)
        items[:] = sorted(
            (item for item in items if item not in left_out),
            key=lambda item: own.index(declared[item].id) if item in declared else len(own),
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, Any, Any]:
        result = yield
        walk = pyfuncitem.funcargs.get("walk")
        if isinstance(walk, ScenarioWalk):
            if broken := broken_checks(walk.visits):
                raise RuntimeError("; ".join(broken))
            found = merged(walk.visits, [walk.scenario], self.config)
            defects = self.gate.stopped_by(judged(found, self.book.decisions))
            if defects:
                lines = [
                    f"{one.priority.level} {one.kind} ({', '.join(one.criteria)}), {len(one.places)} ställen"
                    for one in defects
                ]
                raise DefectsFound("\n".join([f"{len(defects)} brister:", *lines]), pytrace=False)
        return result

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        """Drive a scenario, again where it broke (with a trace) or where several visits are asked for."""
        scenario = scenario_of(getattr(item, "obj", None))
        if scenario is None or not isinstance(item, pytest.Function):
            return None
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        first = self.attempts.get(scenario.id, 0) + 1
        for attempt in count(first):
            self.attempts[scenario.id] = attempt
            item.stash[_ENDING] = Ending.BROKEN
            reports = runtestprotocol(item, nextitem=nextitem, log=False)
            broken = item.stash[_ENDING] is Ending.BROKEN
            if self.fault or attempt - first >= (self.config.retries if broken else self.config.visits - 1):
                break
            item._initrequest()
            item.stash[TRACED] = broken
            if _FIRST_FAULT in item.stash:
                del item.stash[_FIRST_FAULT]
        for report in reports:
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
        report = yield
        walk = item.funcargs.get("walk") if isinstance(item, pytest.Function) else None
        if call.excinfo and isinstance(walk, ScenarioWalk):
            walk.learn()
        _mask(report, self.mask)
        if call.excinfo and _FIRST_FAULT not in item.stash:
            item.stash[_FIRST_FAULT] = call
        scenario = scenario_of(getattr(item, "obj", None))
        if report.when == "teardown" and scenario:
            driven, states = _how_it_ended(item, scenario)
            try:
                self.journal.write(Line(attempt=self.attempts.get(scenario.id, 1), driven=driven))
            except RunBroken as error:
                # There is nowhere to write: to drive on would be to drive in vain.
                self.fault = item.session.shouldstop = str(error)
            item.stash[_ENDING] = driven.ending
            # What progress shows has to travel from a worker to the controller.
            report.user_properties.append(
                (
                    "esset",
                    {"title": f"{driven.id} {driven.title}", "error": self.mask.text(driven.error), "states": states},
                )
            )
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep count of what began and did not end: a worker that dies leaves no other trace of its scenario."""
        if report.when == "teardown":
            self._unfinished.discard(report.nodeid)
        else:
            self._unfinished.add(report.nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self.journal.close()
        if not self.controls or session.config.option.collectonly or self.stop:
            return
        try:
            self.result = self._concluded()
        except (EssetError, OSError) as error:
            self.fault = self.fault or str(error)
        if self.fault:
            session.exitstatus = 3
        if self.result is None:
            return
        session.config.stash[metadata_key].update(_traceability(self.result))  # What pytest-html shows above its table.
        if self.fault or self._unfinished or any(one.ending is Ending.BROKEN for one in self.result.scenarios):
            session.exitstatus = 3
        elif session.exitstatus in (0, 1) or (session.exitstatus == 5 and (self.shard or self.run.resumed)):
            # What only the whole run shows: a fault that reaches far weighs more, one that wavers does not count.
            excused = self.gate.excused | frozenset(self.result.unstable)
            stopped = replace(self.gate, excused=excused).stopped_by(self.result.defects)
            session.exitstatus = 1 if stopped or self.result.waived.expired else 0

    def _concluded(self) -> Run:
        """The run with its reports written; where the history can't be, the reports are written all the same."""
        target = self.config.target or f"inbyggda Esset ({self.config.build})"
        run = conclude(self.run.id, self.folder, self.config, self.chosen, self.checks, target, self.shard)
        result = reviewed(run, self.book, self.config.review)
        try:
            if not self.witness:  # Faults that were put in on purpose are no history.
                result = remember(result, self.config, self.waivers)
        except (EssetError, OSError) as error:
            self.fault = str(error)
        write_reports(result)
        return result

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self.fault:
            terminalreporter.write_line(f"FEL: {self.fault}")
        if self.result:
            terminalreporter.write_sep("=", "Esset")
            terminalreporter.write_line(f"Rapport: {self.folder / 'report.html'}")


def _mask(report: pytest.TestReport, mask: Mask) -> None:
    """What pytest tells on the terminal, in pytest.html and from worker to controller, as it may be kept."""
    if report.longrepr and not isinstance(report.longrepr, tuple):
        report.longrepr = mask.text(str(report.longrepr))
    report.sections = [(name, mask.text(said)) for name, said in report.sections]


def _traceability(run: Run) -> dict[str, str]:
    trace = run.trace
    told = {
        "Körning": trace.run,
        "Start": trace.started,
        "Slut": trace.ended,
        "Mål": trace.target,
        "Profil": trace.profile,
    }
    return told | trace.versions | {f"Inställning: {name}": value for name, value in trace.configuration.items()}


def _how_it_ended(item: pytest.Item, scenario: Scenario) -> tuple[Driven, list[dict[str, Any]]]:
    walk = item.funcargs.get("walk") if isinstance(item, pytest.Function) else None
    visits = walk.visits if isinstance(walk, ScenarioWalk) else []
    fault = item.stash.get(_FIRST_FAULT, None)
    excinfo = fault.excinfo if fault else None
    broken = excinfo is not None and not excinfo.errisinstance(DefectsFound)
    driven = Driven(
        id=scenario.id,
        title=scenario.title,
        area=scenario.area,
        audience=scenario.audience,
        surface=scenario.surface,
        story=scenario.story,
        ending=Ending.BROKEN if broken else Ending.COMPLETED,
        seconds=sum(sum(visit.seconds.values()) for visit in visits),
        error=" ".join(excinfo.exconly().split())[:500] if broken and excinfo else "",
    )
    states = [
        {
            "name": visit.state,
            "seconds": sum(visit.seconds.values()),
            "failed": sum(1 for finding in visit.findings if finding.outcome is Outcome.FAILED and finding.criteria),
        }
        for visit in visits
    ]
    return driven, states
