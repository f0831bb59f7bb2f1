"""What all areas share: the public web of the project, with its newsletter, open to anyone."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from demo.form import Form
from demo.menu import Section
from demo.store import mine

ORDER = 0

SECTION = Section("Gemensamt")

web = Blueprint("projektwebb", __name__, url_prefix="/projektwebben")

BLUEPRINTS = (web,)


@dataclass(frozen=True)
class Photo:
    """An image of an article, what it shows, and the line under it."""

    file: str
    shows: str
    caption: str


@dataclass(frozen=True)
class Article:
    """A piece of news. `text`: its paragraphs."""

    id: str
    title: str
    lead: str
    text: tuple[str, ...]
    photo: Photo


ARTICLES = (
    Article(
        "barn-och-unga",
        "Nu börjar barn och unga arbeta i Esset",
        "Först ut är tre stadsdelar. Resten följer under våren.",
        (
            "I november började de första handläggarna ta emot orosanmälningar i Esset. De ser genast hur många "
            "dagar som är kvar till förhandsbedömningen.",
            "Allt går att göra med tangentbord och skärmläsare. Det har medarbetare som använder hjälpmedel "
            "varit med och prövat sedan den första skissen.",
        ),
        Photo(
            "projekt-kontor.svg",
            "Två kollegor vid ett skrivbord tittar på samma skärm.",
            "Handläggare prövar den nya mottagningen.",
        ),
    ),
    Article(
        "kundportalen",
        "Följ ditt ärende i Kundportalen",
        "Du ser vad som händer, skriver till din handläggare och läser beslutet.",
        (
            "Kundportalen visar ditt ärende steg för steg. Du behöver inte längre ringa för att få veta hur det går.",
            "Den som inte vill använda datorn får brev och samtal som förut.",
        ),
        Photo(
            "projekt-telefon.svg",
            "En hand håller en telefon med en tidslinje av fyra steg.",
            "Tidslinjen visar hur långt ärendet har kommit.",
        ),
    ),
    Article(
        "tillganglighet",
        "Så prövar vi att alla kan använda Esset",
        "Varje natt går ett program igenom varje arbetsflöde.",
        (
            "Programmet letar efter hinder. Det som det inte kan avgöra frågar det en människa om.",
            "Hittar du själv ett hinder vill vi veta det. Ring kontaktcenter eller skriv till oss.",
        ),
        Photo(
            "projekt-natt.svg",
            "Stadens hus i mörker, med ett upplyst fönster.",
            "Proven går på natten när ingen arbetar.",
        ),
    ),
)

WORDS = (("trygghet", 5), ("barn", 4), ("skärmläsare", 3), ("beslut", 4), ("enkelt", 5), ("tid", 2), ("hemtjänst", 3))
"""What readers wrote about, and how much of it, from 1 to 5."""

OFTEN = (("manad", "Varje månad"), ("kvartal", "Fyra gånger om året"))


@dataclass
class Reader:
    """What a reader has chosen about cookies: nothing yet while it is empty."""

    cookies: str = ""


@web.get("/")
def start() -> str:
    return _start(Form())


@web.post("/nyhetsbrev")
def subscribe() -> ResponseReturnValue:
    form = Form.of(request.form)
    address = form.text("epost", "Ange din e-postadress")
    if address and "@" not in address:
        form.wrong("epost", "Skriv e-postadressen med @, till exempel namn@exempel.se")
    form.text("ofta", "Välj hur ofta du vill ha nyhetsbrevet")
    if form.ok:
        return redirect(url_for("projektwebb.subscribed"))
    return _start(form)


@web.get("/nyhetsbrev")
def subscribed() -> str:
    return _page("prenumererar")


@web.post("/kakor")
def cookies() -> ResponseReturnValue:
    """What the dialog on cookies was answered with; the page where it stood comes again."""
    mine(Reader).cookies = request.form.get("val", "nodvandiga")
    return redirect(url_for("projektwebb.start"))


@web.get("/nyheter/<id>")
def article(id: str) -> str:
    return _page("artikel", article=next((one for one in ARTICLES if one.id == id), None) or abort(404))


@web.get("/en/")
def english() -> str:
    return _page("engelska")


@web.get("/sok")
def search() -> str:
    asked = request.args.get("q", "").strip()
    wanted = asked.casefold()
    found = [one for one in ARTICLES if wanted and wanted in " ".join((one.title, one.lead, *one.text)).casefold()]
    return _page("sok", asked=asked, found=found)


@web.get("/webbkarta")
def site_map() -> str:
    return _page("webbkarta", articles=ARTICLES)


def _start(form: Form) -> str:
    return _page("start", form=form, articles=ARTICLES, words=WORDS, often=OFTEN)


def _page(name: str, **more: object) -> str:
    return render_template(f"gemensamt_projektwebb/{name}.html", chosen=mine(Reader).cookies, **more)
