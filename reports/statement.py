"""A draft of the *tillgänglighetsredogörelse* that 13 § lagen (2018:1937) asks for, with the parts of 6 § MDFFS 2019:2.

Parts and order are Digg's own (digg.se, Skapa en tillgänglighetsredogörelse); defects are grouped by Digg's ten usage
situations. It is a draft: what no test can know is left blank, and it never says that a service is wholly compliant
because machines found nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import standards
from defects.model import Defect, Mode
from defects.waivers import BURDEN, Waiver
from reports.clauses import ClauseState, Mark, clause_states
from reports.document import Blank, Block, Document, Heading, Line, Link, Piece, items, paragraph
from reports.model import Run, Surface
from reports.page import swedish_day
from reports.sampling import tally
from reports.statement_tests import how_it_was_tested, tests_of

Compliance = Literal["helt", "delvis", "inte"]

EXCUSED = (BURDEN, "utanför lagen")
CLOSED = (standards.Scope.EXTRANET, standards.Scope.INFORMATION_INTRANET)
FROM = date(2019, 9, 23)
"""From when a site for a closed group is covered (2 § förordning (2018:1938))."""


class NoStatement(Exception):
    """Why no statement is written; `str()` of it is one Swedish line."""


@dataclass(frozen=True)
class Publisher:
    """Who answers for the service, and what only they know; empty or None is left blank in the draft.

    `assessed` is when people last evaluated it in depth. `published` and `overhauled` are the surface's own.
    """

    actor: str = ""
    email: str = ""
    phone: str = ""
    form: str = ""
    assessed: date | None = None
    published: date | None = None
    overhauled: date | None = None


def statement(
    run: Run, surface: Surface, publisher: Publisher, today: date, compliance: Compliance | None = None
) -> Document:
    """The draft for one surface. Raises NoStatement where the law asks for none, or where it would not be true."""
    _refuse_out_of_scope(surface, publisher)
    states = clause_states(run, surface)
    floor = [one for one in states if one.floor]
    told = _compliance(run, surface, floor, publisher, compliance)
    actor: Piece = publisher.actor or Blank("den offentliga aktörens namn")
    waivers = {one.defect: one for one in run.waived.in_force}
    breaches = _breaches(floor)
    blocks: list[Block] = [
        paragraph(
            actor, f" står bakom {surface.title}. Vi vill att så många som möjligt ska kunna använda tjänsten. "
            f"Det här "
            "dokumentet beskriver hur den uppfyller lagen om tillgänglighet till digital offentlig service, "
            "vilka brister "
            "vi känner till och hur du rapporterar brister till oss så att vi kan åtgärda dem.",
        ),
        Heading(2, "Hur tillgänglig är tjänsten?"),
        *_how_accessible(told, breaches, floor),
        Heading(2, "Vad kan du göra om du inte kan använda delar av tjänsten?"),
        paragraph(
            "Behöver du innehåll som inte är tillgängligt för dig, men som är undantaget från lagen, kan du "
            "begära det av "
            "oss (15 §). Vi svarar utan onödigt dröjsmål. Kontakta oss så här:"
        ),
        items([
            ("E-post: ", publisher.email or Blank("e-postadress")),
            ("Telefon: ", publisher.phone or Blank("telefonnummer")),
        ]),
        Heading(2, "Rapportera brister i tjänstens tillgänglighet"),
        paragraph(
            "Vi arbetar hela tiden med att förbättra tillgängligheten. Upptäcker du något som inte står här, "
            "eller anser du "
            "att vi inte uppfyller lagens krav, meddela oss: ",
            Link("rapportera en brist", publisher.form) if publisher.form else Blank("länk till formuläret för "
            "brister"),
            ".",
        ),
        Heading(2, "Tillsyn"),
        paragraph(
            "Myndigheten för digital förvaltning, Digg, har tillsyn över lagen om tillgänglighet till digital "
            "offentlig "
            "service. Är du inte nöjd med hur vi hanterar ditt påpekande kan du anmäla det till Digg: ",
            Link("anmäl bristande tillgänglighet", "https://www.digg.se/tdosanmalan"), ".",
        ),
        Heading(2, "Teknisk information om tjänstens tillgänglighet"),
        paragraph(*_technical(told)),
        Heading(2, "Innehåll som inte är tillgängligt"),
        Heading(3, "Bristande förenlighet med lagkraven"),
        *_by_situation([one for one in breaches if _ground(waivers, one) not in EXCUSED], run, waivers),
        *_failed_clauses(floor),
        Heading(3, "Oskäligt betungande anpassning (12 §)"),
        *_waived([one for one in breaches if _ground(waivers, one) == BURDEN], waivers,
                 "Vi åberopar inte undantaget för oskäligt betungande anpassning."),
        Heading(3, "Innehåll som inte omfattas av lagen (9 §)"),
        *_waived([one for one in breaches if _ground(waivers, one) == "utanför lagen"], waivers,
                 "Inget av det vi har prövat är bedömt som undantaget.", ),
        Heading(2, "Hur vi testat tjänsten"),
        *how_it_was_tested(run, surface, states),
        items([
            ("Den senaste fördjupade granskningen gjordes ", _day(publisher.assessed, "datum för den senaste "
             "granskningen av människor; en automatisk körning är ingen sådan"), "."),
            ("Tjänsten publicerades ", _day(publisher.published, "datum då tjänsten publicerades"), "."),
            f"Redogörelsen uppdaterades senast {swedish_day(today)}. Den ses över minst en gång om året och vid "
            f"varje ny version.",
        ]),
    ]  # fmt: skip
    draft = f"gjort {swedish_day(today)} ur körning {run.trace.run}. Läs igenom, fyll i och ta bort den här raden."
    if waiting := sum(one.mode is Mode.AUTOMATIC for one in breaches):
        draft += f" {waiting} av {len(breaches)} brister har bara en maskin sett: bedöm dem med esset-a11y review."
    facts: tuple[tuple[str, Line], ...] = (("Utkast", (draft,)),)
    return Document(f"Tillgänglighet för {surface.title}", facts, tuple(blocks))


def _refuse_out_of_scope(surface: Surface, publisher: Publisher) -> None:
    scope = standards.Scope(surface.scope)
    if scope is standards.Scope.INTERNAL_CASE_SYSTEM:
        raise NoStatement(
            f"{surface.title} är ett internt ärendesystem, och sådana omfattas sannolikt inte av lagen (prop. "
            "2017/18:299 s. 27): ingen tillgänglighetsredogörelse krävs. Använd protocol i stället, eller ändra ytans "
            "scope om någon utanför organisationen möter den."
        )
    early = publisher.published and publisher.published < FROM
    if scope in CLOSED and early and not (publisher.overhauled and publisher.overhauled >= FROM):
        raise NoStatement(
            f"{surface.title} är för en sluten grupp och publicerades före {swedish_day(FROM)}: den omfattas av lagen "
            "först efter en omfattande översyn. Ange overhauled för ytan om en sådan är gjord."
        )


def _compliance(
    run: Run, surface: Surface, floor: list[ClauseState], publisher: Publisher, asked: Compliance | None
) -> Compliance | None:
    """What is said of the whole; None where a person must decide. Raises NoStatement for what is not shown to "
    "be so."""
    known = any(one.mark is Mark.REMARK for one in floor)
    if asked == "inte" or (asked == "delvis" and known):
        return asked
    if asked == "delvis":
        raise NoStatement(
            "Ingen brist mot lagkraven är känd, så delvis förenlig går inte att motivera. Pröva det som "
            "återstår, eller "
            "utelämna --status."
        )
    if asked == "helt":
        if why := list(_against(run, surface, floor, publisher)):
            raise NoStatement(f"Helt förenlig går inte att skriva: {'; '.join(why)}.")
        return "helt"
    return "delvis" if known else None


def _against(run: Run, surface: Surface, floor: list[ClauseState], publisher: Publisher) -> Iterator[str]:
    """Why a surface can't be called wholly compliant."""
    count = tally(tests_of(run, surface), run.trace.version)
    if count.done < count.planned or not count.states:
        yield f"automatiska test räcker inte, {count.done} av {count.planned} manuella prov är gjorda"
    if count.other_version:
        yield f"{count.other_version} av proven gällde en annan version"
    for mark, word in ((Mark.REMARK, "har brister"), (Mark.PARTLY, "är bara delvis granskade"),
                       (Mark.UNREVIEWED, "är inte granskade av någon människa")):  # fmt: skip
        if nums := [one.clause for one in floor if one.mark is mark]:
            yield f"{len(nums)} avsnitt {word} ({', '.join(nums[:6])}{' …' if len(nums) > 6 else ''})"
    if broken := [one.id for one in run.scenarios if one.surface == surface.name and one.ending == "broken"]:
        yield f"arbetsflöden bröts ({', '.join(broken)})"
    if not publisher.assessed:
        yield "datum för en fördjupad granskning saknas (assessed)"


def _how_accessible(told: Compliance | None, breaches: list[Defect], floor: list[ClauseState]) -> Iterator[Block]:
    if told is None:
        left = sum(one.mark in (Mark.UNREVIEWED, Mark.PARTLY) for one in floor)
        yield paragraph(
            "Tjänsten är ", Blank("helt, delvis eller inte förenlig; ingen brist är känd, men "
            f"{left} av {len(floor)} avsnitt i EN 301 549 är inte färdigprövade, så underlaget räcker inte för helt"),
            " förenlig med lagen om tillgänglighet till digital offentlig service.",
        )  # fmt: skip
        return
    yield paragraph(f"Tjänsten är {told} förenlig med lagen om tillgänglighet till digital offentlig service.")
    if breaches:
        yield paragraph("De brister vi känner till drabbar främst den som använder tjänsten på något av dessa sätt:")
        yield items(
            f"{one.sv}: {len(some)} {'slags brist' if len(some) == 1 else 'slags brister'}"
            for one in standards.situations()
            if (some := {each.kind for each in breaches if one.code in standards.kind(each.kind).severity})
        )


def _technical(told: Compliance | None) -> Line:
    standard = (
        "EN 301 549 V3.2.1, som föreskriften MDFFS 2019:2 hänvisar till (WCAG 2.1 nivå A och AA och dess övriga krav)"
    )
    if told is None:
        return (f"Tjänsten är prövad mot {standard}.",)
    because = {"helt": "", "delvis": " på grund av bristerna nedan", "inte": " på grund av bristerna nedan"}[told]
    return (
        f"Tjänsten är {told} förenlig med lag (2018:1937) om tillgänglighet till digital offentlig "
        f"service{because}. Den är "
        f"prövad mot {standard}.",
    )


def _breaches(floor: Iterable[ClauseState]) -> list[Defect]:
    """Breaches of what the law asks for, each once, the most urgent first."""
    told = {one.fingerprint: one for state in floor for one in state.breaches}
    return sorted(told.values(), key=lambda one: (one.priority.level, -one.priority.points))


def _by_situation(breaches: list[Defect], run: Run, waivers: dict[str, Waiver]) -> Iterator[Block]:
    if not breaches:
        yield paragraph("Vi känner inte till någon brist, men allt är inte prövat: se Hur vi testat tjänsten.")
        return
    by_kind: dict[str, list[Defect]] = {}
    for one in breaches:
        by_kind.setdefault(one.kind, []).append(one)
    for situation in standards.situations():
        hit = [slug for slug in by_kind if situation.code in standards.kind(slug).severity]
        if hit:
            yield Heading(4, situation.sv)
            yield items(_described(standards.kind(slug), by_kind[slug], run, waivers) for slug in hit)
    if rest := [slug for slug in by_kind if not standards.kind(slug).severity]:
        yield Heading(4, "Övriga brister")
        yield items(_described(standards.kind(slug), by_kind[slug], run, waivers) for slug in rest)


def _described(kind: standards.Kind, some: list[Defect], run: Run, waivers: dict[str, Waiver]) -> Line:
    titles = {one.id: one.title for one in run.scenarios}
    flows = list(dict.fromkeys(place.scenario for one in some for place in one.places))
    where = ", ".join(f"”{titles[one]}”" for one in flows if one in titles)
    nums = sorted({num for one in some for num in one.criteria}, key=lambda num: standards.criterion(num).order)
    asked = ", ".join(f"{standards.criterion(num).clause} {standards.criterion(num).label}"
                      for num in nums if standards.criterion(num).legal_floor)  # fmt: skip
    until = max((waivers[one.fingerprint].until for one in some if one.fingerprint in waivers), default=None)
    return (
        f"{kind.title.sv}. {kind.hurts.sv} Finns i {where}. Krav: EN 301 549 avsnitt {asked}. ",
        f"Planeras vara åtgärdat {swedish_day(until)}." if until else Blank("när bristen ska vara åtgärdad"),
        " ",
        Blank("tillgängligt alternativ, om det finns"),
    )


def _failed_clauses(floor: list[ClauseState]) -> Iterator[Block]:
    """Clauses beside WCAG that failed when a person tested them."""
    failed = [one for one in floor if one.failed and not one.level]
    if failed:
        yield Heading(4, "Övriga krav i EN 301 549")
        yield items(f"Avsnitt {one.clause} {one.title}: {each.note}" for one in failed for each in one.failed)


def _waived(some: list[Defect], waivers: dict[str, Waiver], none: str) -> Iterator[Block]:
    if not some:
        yield paragraph(none)
        return
    yield items(
        f"{standards.kind(one.kind).title.sv}: {waiver.reason}"
        + (f" Bedömning: {waiver.assessment}." if waiver.assessment else "")
        + f" Gäller till {swedish_day(waiver.until)}."
        for one in some
        for waiver in [waivers[one.fingerprint]]
    )


def _ground(waivers: dict[str, Waiver], defect: Defect) -> str:
    return waivers[defect.fingerprint].ground if defect.fingerprint in waivers else ""


def _day(day: date | None, what: str) -> Piece:
    return swedish_day(day) if day else Blank(what)
