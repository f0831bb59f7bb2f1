"""What a statement says of how a service was tested: honest about what nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.clauses import ClauseState, Mark
from reports.document import Block, items, paragraph
from reports.model import Ending, Run, Surface
from reports.page import swedish_moment
from reports.sampling import Planned, sampled, tally


def tests_of(run: Run, surface: Surface) -> tuple[Planned, ...]:
    """The manual tests of a surface."""
    flows = {one.id for one in run.scenarios if one.surface == surface.name}
    return tuple(one for one in sampled(run) if one.scenario in flows or one.surface == surface.name)


def how_it_was_tested(run: Run, surface: Surface, states: Sequence[ClauseState]) -> Iterator[Block]:
    """Method, date, what was tested, and what was not."""
    flows = [one for one in run.scenarios if one.surface == surface.name]
    visits = [one for one in run.visits if one.scenario in {flow.id for flow in flows}]
    tests = tests_of(run, surface)
    count = tally(tests, run.trace.version)
    tools = ", ".join(f"{part} {version}" for part, version in run.trace.versions.items())
    by_hand = "och manuella prov av människor." if count.done else "men inga manuella prov än."
    yield paragraph(
        "Vi har gjort en självskattning (intern testning): automatiska test i webbläsare "
        f"{swedish_moment(run.trace.started)}, {by_hand}"
    )
    told = [
        f"Arbetsflöden: {', '.join(f'{one.id} {one.title}' for one in flows) or 'inga'}. {len(visits)} "
        f"tillstånd prövades.",
        f"Automatiska test: {tools}." + (f" Version av tjänsten: {run.trace.version}." if run.trace.version else ""),
        f"Manuella prov: {count.done} av {count.planned} i urvalet är gjorda"
        + (f", {count.failed} av dem underkända" if count.failed else "")
        + ". Urvalet följer WCAG-EM.",
    ]
    if methods := list(dict.fromkeys(one.test.method for one in tests if one.test)):
        told.append(f"Metoder i de manuella proven: {'; '.join(methods[:12])}.")
    yield items(told)
    if left := list(_untested(run, surface, states)):
        yield paragraph(
            "Det här är inte prövat, eller inte färdigprövat, så här kan finnas brister som vi inte känner till:"
        )
        yield items(left)


def _untested(run: Run, surface: Surface, states: Sequence[ClauseState]) -> Iterator[str]:
    floor = [one for one in states if one.floor]
    for mark, words in (
        (Mark.UNREVIEWED, "Avsnitt i EN 301 549 som ingen människa har prövat"),
        (Mark.PARTLY, "Avsnitt som är delvis prövade"),
    ):
        if some := [one.clause for one in floor if one.mark is mark]:
            yield f"{words}: {', '.join(some)}."
    if failing := [one.clause for one in floor if one.mark is Mark.REMARK and one.count.done < one.count.planned]:
        yield f"Avsnitt med kända brister som inte är färdigprövade: {', '.join(failing)}."
    asked = {one.fingerprint for state in floor for one in state.questions}
    if asked:
        yield f"{len(asked)} frågor från de automatiska testerna väntar på en människas svar."
    if broken := [one for one in run.scenarios if one.surface == surface.name and one.ending is Ending.BROKEN]:
        yield f"Arbetsflöden som bröts innan de var klara: {', '.join(one.id for one in broken)}."
    yield "Delar av tjänsten som inget av arbetsflödena ovan går igenom, och dokument som inte ingår i dem."
