"""What `esset-a11y bench` prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from rich.console import Console
from rich.table import Table

from harness.bench.alone import Alone
from harness.bench.application import Judged, Precision, breaches
from harness.bench.cases import Case, Corpus
from harness.bench.keep import Kept
from harness.bench.keyboard import StopCost
from harness.bench.measure import Result
from harness.bench.speed import Measured
from harness.bench.trust import Counts
from harness.bench.verdict import SUITE, Tally, Verdict, consistent, is_meant, tally, verdict
from reports.model import Run


def print_json(kept: Kept) -> None:
    """The kept result without each observation, with recall and rate of false alarms worked out."""
    told = msgspec.to_builtins(kept)
    del told["seen"]
    for name, figures in kept.figures.items():
        told["figures"][name] |= {
            "recall": round(figures.recall, 4),
            "pointed": round(figures.pointed, 4),
            "false_rate": round(figures.false_rate, 4),
        }
    print(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())


def print_corpus(console: Console, corpus: Corpus, kept: Kept) -> None:
    """Two tables: line-up by line-up, and for the whole suite group by group; then what could not be tested."""
    act = corpus.format == "act"
    table = _table(f"{kept.corpus}: {len(corpus.cases)} fall", "Motor", *_headings(act))
    for name, figures in kept.figures.items():
        table.add_row(name, *_row(figures, act))
    console.print(table)
    if act:
        for name, own in kept.verdicts.items():
            told = (
                f"{len(consistent(corpus.cases, own))}, utan frågor {len(consistent(corpus.cases, own, strict=True))}"
            )
            console.print(f"Helt konsekventa regler, {name}: {told}", highlight=False)
    own = kept.verdicts[SUITE]
    table = _table("Hela sviten, per regel eller kategori", "", *_headings(act))
    for group in dict.fromkeys(case.group for case in corpus.cases):
        figures = tally((case, own[case.id]) for case in corpus.cases if case.group == group)
        if figures.expected or figures.silent:
            table.add_row(group, *_row(figures, act))
    console.print(table)
    unmapped = [case.id for case in corpus.cases if case.expected == "unmapped"]
    if unmapped:
        console.print(f"Utan översättning till kriterium, inte räknade: {', '.join(unmapped)}", highlight=False)
    _print_untested(console, kept)
    longest = sorted(kept.seconds.items(), key=lambda one: -one[1])
    times = ", ".join(f"{engine or 'öppna sidan'} {took:.0f}" for engine, took in longest if took >= 1)
    console.print(f"Sekunder, alla fall och processer: {times}.", highlight=False)
    if kept.reused:
        console.print(f"Återanvänt, inte kört: {', '.join(kept.reused)}.", highlight=False)


def print_missed(console: Console, corpus: Corpus, kept: Kept) -> None:
    """The cases that the whole suite is wrong about, or asks about, group by group."""
    act = corpus.format == "act"
    for case in sorted(corpus.cases, key=lambda one: one.group):
        group = case.group.partition(" ")[2] if act else case.group
        told = kept.verdicts[SUITE][case.id]
        if case.counts and told not in (Verdict.FOUND, Verdict.QUIET):
            wanted = ", ".join(sorted(case.criteria | case.kinds))
            line = f"{told:<15} {case.id}  {group}: {case.title} ({wanted})"
            console.print(line, highlight=False, markup=False, soft_wrap=True)


def print_case(console: Console, case: Case, result: Result) -> None:
    """One case: what was expected, and what every engine saw; `*` stands before what speaks of the case's own fault."""
    wanted = ", ".join([*sorted(case.criteria), *sorted(case.kinds)]) or "inget kriterium"
    console.print(
        f"{case.id}\n{case.title} ({case.group})\nVäntat: {case.expected}, {wanted}", highlight=False, markup=False
    )
    if case.example:
        console.print(f"Felet: {' '.join(case.example.split())[:200]}", highlight=False, markup=False)
    for engine, seen in result.seen.items():
        console.print(f"\n{engine}: {verdict(case, result, [engine])}", highlight=False)
        for one in seen:
            mark = "*" if is_meant(one, case) else " "
            told = f"{mark} {one.outcome} {one.rule} {one.kind} {', '.join(one.criteria) or 'god praxis'} – "
            console.print(told + (one.path[-1] if one.path else "sidan"), highlight=False, markup=False)
    for engine, reason in result.untested.items():
        console.print(f"Otestad {engine}: {reason}", highlight=False, markup=False)


def print_changes(console: Console, changes: Sequence[tuple[str, Verdict | None, Verdict]]) -> None:
    """What has changed since, case by case."""
    console.print(f"\nÄndrade fall: {len(changes)}", highlight=False)
    for case, before, after in changes:
        console.print(f"  {case}: {before or 'fanns inte'} → {after}", highlight=False, markup=False)


def print_trust(console: Console, counts: Counts) -> None:
    """Each rule that spoke, with how often it was right, and each engine in all."""
    for engine, rules in counts.items():
        right, wrong = (sum(one[at] for one in rules.values()) for at in (0, 1))
        table = _table(f"{engine}: rätt i {right} av {right + wrong}", "Regel", "Rätt", "Fel", "Träffsäkerhet")
        for rule, (right, wrong) in rules.items():
            table.add_row(rule, str(right), str(wrong), f"{right / (right + wrong):.0%}")
        console.print(table)


def print_app(console: Console, run: Run, verdicts: Mapping[str, Judged], told: Precision, *, json: bool) -> None:
    """What was found in an application, and how much of it a person held to be true."""
    if json:
        figures = {"run": run.trace.run, "states": len(run.visits), "precision": round(told.precision, 4)}
        figures |= {"precision_of_defects": round(told.precision_of_defects, 4)} | msgspec.to_builtins(told)
        print(msgspec.json.format(msgspec.json.encode(figures), indent=2).decode())
        return
    table = _table(f"{run.trace.target}: {len(run.visits)} tillstånd", "Brist", "Fynd", "Bedömd")
    for defect in breaches(run):
        one = verdicts.get(defect.fingerprint)
        element = defect.places[0].element
        what = f"{defect.fingerprint} {defect.rules[0]} {element.selector if element else ''}"
        table.add_row(what, str(len(defect.places)), "nej" if one is None else "sann" if one.true else "falsk")
    console.print(table)
    findings = f"{told.true} sanna, {told.false} falska, {told.unjudged} obedömda, precision {told.precision:.1%}"
    console.print(f"Fynd: {findings}", highlight=False)
    defects = f"{told.true_defects} sanna, {told.false_defects} falska, {told.unjudged_defects} obedömda"
    console.print(f"Brister: {defects}, precision {told.precision_of_defects:.1%}", highlight=False)
    console.print(f"Rapport: {run.folder / 'report.html'}", highlight=False)


def print_alone(console: Console, told: Sequence[Alone]) -> None:
    """A line for each fault driven alone: whether it was found, and what else was failed."""
    table = _table(f"Ett fel i taget: {len(told)} fel", "Fel", "Utfall")
    table.add_column("Annat som underkändes", overflow="fold")
    for one in told:
        table.add_row(one.fault, outcome(one), "; ".join(one.also) or "inget")
    console.print(table)
    machine = [one for one in told if one.judged == "automatic" and not one.problem]
    found = sum(one.found for one in machine)
    only = sum(not one.also for one in told if not one.problem)
    console.print(
        f"Hittade {found} av {len(machine)} som en maskin kan avgöra. Inget annat underkändes i {only} av "
        f"{sum(not one.problem for one in told)}.",
        highlight=False,
    )


def print_alone_json(told: Sequence[Alone]) -> None:
    """The same as JSON."""
    print(msgspec.json.format(msgspec.json.encode({"faults": told}), indent=2).decode())


def outcome(one: Alone) -> str:
    """How it went for one fault, in a word or two."""
    if one.problem:
        return one.problem
    if one.found:
        return "hittat"
    asked = "fråga ställd" if one.asked else ""
    return asked or ("missat" if one.judged == "automatic" else "bedöms av människa")


def print_speed(console: Console, measured: Sequence[Measured]) -> None:
    """Medians, and the ratio to the peer."""
    sizes = list(measured[0].milliseconds)
    table = _table("Tid per sida (median)", "", *(heading for size in sizes for heading in (f"{size}, ms", "andel")))
    for one in measured:
        figures = ((f"{one.milliseconds[size]:.0f}", f"{one.ratio[size]:.2f}") for size in sizes)
        table.add_row(one.contestant, *(figure for pair in figures for figure in pair))
    console.print(table)


def print_keyboard(console: Console, measured: Sequence[StopCost], *, json: bool) -> None:
    """Milliseconds a stop, by how many controls the page has."""
    if json:
        print(msgspec.json.format(msgspec.json.encode({"measured": measured}), indent=2).decode())
        return
    headings = ("bara tangenten, ms", "vandringen, ms", "med bild, ms", "varav svitens eget, ms")
    table = _table("Tid per stopp (median)", "Kontroller", *headings)
    for one in measured:
        told = (one.bare, one.plain, one.pictured, one.own)
        table.add_row(str(one.controls), *(f"{each:.1f}" for each in told))
    console.print(table)


def print_speed_json(measured: Sequence[Measured]) -> None:
    """The same as JSON."""
    print(msgspec.json.format(msgspec.json.encode({"measured": measured}), indent=2).decode())


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_edge=False, header_style="bold")
    for at, heading in enumerate(headings):
        if at:
            table.add_column(heading, justify="right")
        else:
            table.add_column(heading, no_wrap=True, overflow="ellipsis", max_width=40)
    return table


def _print_untested(console: Console, kept: Kept) -> None:
    """What could not be tested, told once for all the cases that it is the same for."""
    cases: dict[tuple[str, str], list[str]] = {}
    for case, reasons in kept.untested.items():
        for engine, reason in reasons.items():
            cases.setdefault((engine, reason), []).append(case)
    for (engine, reason), own in sorted(cases.items(), key=lambda one: -len(one[1])):
        where = own[0] if len(own) == 1 else f"{len(own)} fall, t.ex. {own[0]}"
        console.print(f"Otestat {engine or 'av alla'}: {where}: {reason}", highlight=False, markup=False)


def _headings(act: bool) -> tuple[str, ...]:
    if act:
        return "Funna", "Täckning", "Fråga ställd", "Falska", "Fråga i onödan", "Otestade"
    return "Brist", "God praxis", "Fråga på felet", "Utan frågor", "Med frågor", "Otestade"


def _row(figures: Tally, act: bool) -> tuple[str, ...]:
    if act:
        return (
            f"{figures.found} av {figures.expected}",
            f"{figures.recall:.0%}",
            str(figures.asked),
            f"{figures.false} av {figures.silent}",
            str(figures.doubted),
            str(figures.untested),
        )
    return (
        str(figures.found),
        str(figures.practice),
        str(figures.asked),
        f"{figures.found + figures.practice} av {figures.expected} ({figures.recall:.0%})",
        f"{figures.found + figures.practice + figures.asked} av {figures.expected} ({figures.pointed:.0%})",
        str(figures.untested),
    )
