"""`esset-a11y bench`: the measurements, as commands. Long ones, that are no part of `make test`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from checks.registry import Check
from harness.bench.nightly_cli import add_commands

app = typer.Typer(help="Mät sviten mot andra, på fall som ingen här har skrivit.", no_args_is_help=True)

add_commands(app)

Json = Annotated[bool, typer.Option("--json", help="Skriv siffrorna som JSON på standard ut.")]


@app.command()
def corpus(
    folder: Annotated[Path, typer.Argument(help="Mapp med cases.json och sidor.", metavar="MAPP")],
    checks: Annotated[list[str], typer.Option("--checks", help="Bara denna kontroll. Kan ges flera gånger.")] = [],
    profile: Annotated[str, typer.Option(help="Profil av kontroller: snabb, natt eller full.")] = "full",
    peers: Annotated[bool, typer.Option(help="Mät också HTML_CodeSniffer och IBM:s motor, var för sig.")] = True,
    case: Annotated[str, typer.Option(help="Visa ett fall: vad som väntades och vad som hittades.", metavar="ID")] = "",
    missed: Annotated[
        bool, typer.Option("--missed", help="Lista de fall som missas, frågas om eller är falska.")
    ] = False,
    compare: Annotated[
        Path | None, typer.Option(help="Visa vad som ändrats sedan ett sparat resultat.", metavar="FIL")
    ] = None,
    reuse: Annotated[
        Path | None,
        typer.Option(help="Ta oförändrade motorer från ett sparat resultat i stället för att köra dem.", metavar="FIL"),
    ] = None,
    earl: Annotated[Path | None, typer.Option(help="Skriv resultatet som EARL (JSON-LD).", metavar="FIL")] = None,
    output: Annotated[Path, typer.Option(help="Mapp för resultatet.", metavar="MAPP")] = Path("reports/out/bench"),
    workers: Annotated[int, typer.Option("-n", "--workers", help="Antal processer.", min=1)] = 2,
    json: Json = False,
) -> None:
    """Kör en korpus fall för fall och jämför med vad som väntas, för varje motor och för hela sviten."""
    from harness.bench import keep, tell
    from harness.bench.cases import read_corpus
    from harness.bench.digest import digests
    from harness.bench.earl import write_earl
    from harness.bench.engines import PEERS
    from harness.bench.measure import measure
    from harness.bench.serving import serve_folder
    from harness.config import load_config
    from harness.session import chosen_checks

    console = Console(stderr=True)
    read = read_corpus(folder)
    if case:
        read = keep.only(read, case)
    earlier = keep.read(compare) if compare else None
    before = keep.read(reuse) if reuse else None
    names = tuple(one.id for one in chosen_checks(load_config(None, {"checks": tuple(checks), "profile": profile})))
    engines = (*names, *(PEERS if peers else ()))
    current = digests(read.folder, engines)
    reused = keep.usable(before, current) if before else ()
    known = {one.id: set(reused) for one in read.cases if before and one.id in before.seen}
    with serve_folder(read.folder) as address, Progress(console=console, transient=True) as progress:
        bar = progress.add_task(f"{read.format}: {len(read.cases)} fall", total=len(read.cases))
        results = measure(
            read, address, engines, workers=workers, tell=lambda result: progress.advance(bar), known=known
        )
    if before:
        keep.add(results, before, reused)
    if case:
        tell.print_case(Console(), read.cases[0], results[0])
        return
    kept = keep.kept(read, results, names, current, reused)
    file = keep.write(kept, output)
    if earl:
        write_earl(earl, read, kept)
    if json:
        tell.print_json(kept)
    else:
        tell.print_corpus(Console(), read, kept)
        if missed:
            tell.print_missed(Console(), read, kept)
        if earlier:
            tell.print_changes(Console(), keep.changes(earlier, kept))
    console.print(f"Resultat: {file}", highlight=False)


@app.command()
def trust(
    folders: Annotated[list[Path], typer.Argument(help="Mappar med cases.json och sidor.", metavar="MAPP…")],
    write: Annotated[bool, typer.Option(help="Skriv standards/data/trust.toml på nytt.")] = False,
    workers: Annotated[int, typer.Option("-n", "--workers", help="Antal processer.", min=1)] = 2,
) -> None:
    """Mät hur ofta varje motors regel har rätt: det som avgör om dess ord räcker ensamt."""
    from harness.bench import tell
    from harness.bench import trust as figures
    from harness.bench.cases import Case, read_corpus
    from harness.bench.engines import PEERS, versions
    from harness.bench.measure import Result, measure
    from harness.bench.serving import serve_folder

    pairs: list[tuple[Case, Result]] = []
    corpora = [read_corpus(folder) for folder in folders]
    for read in corpora:
        with serve_folder(read.folder) as address, Progress(console=Console(stderr=True), transient=True) as progress:
            bar = progress.add_task(f"{read.format}: {len(read.cases)} fall", total=len(read.cases))
            results = measure(
                read, address, PEERS, workers=workers,
                tell=lambda result, progress=progress, bar=bar: progress.advance(bar),  # type: ignore[misc]
            )  # fmt: skip
        pairs += zip(read.cases, results, strict=True)
    counts = figures.counted(pairs)
    tell.print_trust(Console(), counts)
    if write:
        figures.FILE.write_text(figures.written(counts, corpora, versions()), encoding="utf-8")


@app.command()
def speed(
    checks: Annotated[list[str], typer.Option("--checks", help="Bara denna kontroll. Kan ges flera gånger.")] = [],
    rounds: Annotated[int, typer.Option(help="Antal mätningar av var och en; medianen visas.", min=1)] = 5,
    ibm: Annotated[bool, typer.Option(help="Mät också IBM:s motor, som är långsam på stora sidor.")] = True,
    json: Json = False,
) -> None:
    """Mät tiden per sida mot pa11y-ci, axe som den kommer och IBM:s motor, på samma sidor, om varandra."""
    from harness.bench import tell
    from harness.bench.speed import BOTH, measure_speed
    from harness.config import load_config
    from harness.session import chosen_checks

    def chosen(**settings: object) -> tuple[Check, ...]:
        return chosen_checks(load_config(None, settings))

    line_ups = {"axe och HTML_CodeSniffer": chosen(checks=BOTH)}
    if checks:
        line_ups["valda kontroller"] = chosen(checks=tuple(checks))
    else:
        line_ups |= {f"profil {name}": chosen(profile=name) for name in ("snabb", "natt")}
    measured = measure_speed(line_ups, rounds, with_ibm=ibm)
    if json:
        tell.print_speed_json(measured)
    else:
        tell.print_speed(Console(), measured)


@app.command("answer-key")
def answer_key(
    each: Annotated[bool, typer.Option("--each", help="Ett fel i taget: bara det ska rapporteras.")] = False,
    fault: Annotated[list[str], typer.Option(help="Bara detta fel (med --each). Kan ges flera gånger.")] = [],
    resume: Annotated[
        Path | None,
        typer.Option(help="Skriv dit (med --each), och gå vidare där det slutade.", metavar="FIL"),
    ] = None,
    build: Annotated[str, typer.Option(help="Bygge: delivered, clean eller fel-id:n med komma.")] = "delivered",
    scenario: Annotated[list[str], typer.Option(help="Bara detta scenario. Kan ges flera gånger.")] = [],
    profile: Annotated[str, typer.Option(help="Profil av kontroller: snabb, natt eller full.")] = "",
    checks: Annotated[list[str], typer.Option("--checks", help="Bara denna kontroll. Kan ges flera gånger.")] = [],
    output: Annotated[str, typer.Option(help="Mapp för körningarna.", metavar="MAPP")] = "",
    workers: Annotated[int, typer.Option("-n", "--workers", help="Antal processer.", min=1)] = 1,
    json: Json = False,
) -> None:
    """Kör mot det inbyggda Esset och jämför med facit, hela bygget eller ett fel i taget."""
    from harness.errors import UsageError

    if not each:
        if fault or resume:
            raise UsageError("--fault och --resume hör till --each", "", "Lägg till --each, eller välj med --build.")
        from harness.cli import score

        score(
            scenario=scenario,
            build=build,
            profile=profile,
            checks=checks,
            output=output,
            workers=str(workers),
            json=json,
        )
        return
    from harness.bench import tell
    from harness.bench.alone import chosen_faults, measure_alone

    console = Console(stderr=True)
    told = measure_alone(
        chosen_faults(fault),
        resume,
        lambda one: console.print(f"{one.fault}: {tell.outcome(one)}", highlight=False),
        profile=profile,
        checks=checks,
        output=output,
    )
    if json:
        tell.print_alone_json(told)
    else:
        tell.print_alone(Console(), told)


@app.command()
def keyboard(
    rounds: Annotated[int, typer.Option(help="Antal mätningar; medianen visas.", min=3)] = 3,
    json: Json = False,
) -> None:
    """Mät vad ett stopp i tangentbordsvandringen kostar på sidor med 50, 500 och 2 000 kontroller."""
    from harness.bench import tell
    from harness.bench.keyboard import measure_keyboard

    tell.print_keyboard(Console(), measure_keyboard(rounds), json=json)


@app.command("contrast")
def contrast_(
    samples: Annotated[int, typer.Option(help="Antal textprov.", min=400)] = 480,
    run: Annotated[
        Path | None, typer.Option(help="Visa också hur axe och mätningen är överens i en körning.", metavar="MAPP")
    ] = None,
    json: Json = False,
) -> None:
    """Mät känd kontrast: hur ofta utfallet är rätt, hur fel kvoten är, och hur tiden växer med mängden text."""
    from harness.bench import contrast, tell_contrast
    from harness.browser import launch, need_browser
    from harness.playwright_start import playwright_running

    with playwright_running() as playwright:
        browser = launch(playwright, need_browser())
        answers = contrast.measure_samples(browser, contrast.samples(samples))
        paces = contrast.measure_pace(browser)
        browser.close()
    agreed = contrast.agreement(run) if run else {}
    if json:
        tell_contrast.print_contrast_json(answers, paces, agreed)
    else:
        tell_contrast.print_contrast(Console(), answers, paces, agreed)


@app.command()
def merging(
    findings: Annotated[int, typer.Option(help="Antal fynd.", min=1)] = 20_000,
) -> None:
    """Mät hur lång processortid det tar att göra brister av många fynd."""
    from harness.bench.merging import measure_merging

    for share in (4, 2, 1):
        told = measure_merging(findings // share)
        print(f"{told.findings} fynd, {told.defects} brister: {told.seconds:.2f} s")


@app.command()
def memory(
    states: Annotated[int, typer.Option(help="Antal tillstånd.", min=1)] = 500,
    checks: Annotated[list[str], typer.Option("--checks", help="Bara denna kontroll. Kan ges flera gånger.")] = [],
) -> None:
    """Mät hur mycket minne Pythondelen tar över många tillstånd; webbläsaren och Node är inte med."""
    from harness.bench.memory import measure_memory
    from harness.config import load_config
    from harness.session import chosen_checks

    chosen = chosen_checks(load_config(None, {"checks": tuple(checks)}))
    measured = measure_memory(states, chosen, lambda one: print(f"{one.states} tillstånd: {one.megabytes:.0f} MB"))
    print(f"Högst {max(one.megabytes for one in measured):.0f} MB; det sista är när rapporterna är skrivna.")


@app.command("app")
def application(
    name: Annotated[str, typer.Argument(help="Programmets namn; utan det listas de som finns.", metavar="NAMN")] = "",
    checks: Annotated[list[str], typer.Option("--checks", help="Bara denna kontroll. Kan ges flera gånger.")] = [],
    unjudged: Annotated[
        Path | None, typer.Option(help="Skriv de brister som ingen bedömt, färdiga att bedöma.", metavar="FIL")
    ] = None,
    output: Annotated[str, typer.Option(help="Mapp för körningen.", metavar="MAPP")] = "reports/out",
    json: Json = False,
) -> None:
    """Kör ett verkligt program med påhittade data och jämför fynden med vad en människa bedömt."""
    from harness.bench import tell
    from harness.bench.application import judged, precision, run_app, to_judge
    from harness.bench.apps.model import all_apps
    from harness.config import load_config
    from harness.errors import UsageError
    from harness.session import chosen_checks

    known = all_apps()
    if name not in known:
        raise UsageError(f"Programmet {name!r} finns inte", "", f"Välj bland: {', '.join(known)}.")
    run = run_app(known[name], chosen_checks(load_config(None, {"checks": tuple(checks)})), output)
    verdicts = judged(name)
    if unjudged:
        unjudged.write_text(to_judge(run, verdicts), encoding="utf-8")
    tell.print_app(Console(), run, verdicts, precision(run, verdicts), json=json)
