"""Barn och unga: a child's needs are investigated, in texts that are saved while they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup, escape

from demo.access import staff_only
from demo.clock import NOW
from demo.form import Form
from demo.menu import Section, Task
from demo.store import mine

ORDER = 2

SECTION = Section("Barn och unga", tasks=(Task("Utredningar", "utredning.open_ones"),))

investigations = Blueprint("utredning", __name__, url_prefix="/arendesystem/barn-och-unga/utredningar")

BLUEPRINTS = (investigations,)

PARTS = (
    ("behov", "Barnets behov", ("Hur mår barnet, och vad säger barnet självt?", "Hur går det i skolan?")),
    ("foraldrar", "Föräldraförmåga", ("Hur svarar föräldrarna på barnets behov?", "Vad behöver de stöd i?")),
    ("miljo", "Familj och miljö", ("Hur bor familjen?", "Vilka finns omkring barnet?")),
)

PROPOSALS = (
    ("utan", "Utredningen läggs ned utan insats"),
    ("insats", "Insats föreslås"),
    ("vard", "Ansökan om vård föreslås"),
)

CONVERSATIONS = (
    ("Samtal med barnet", date(2026, 11, 18), "Annika berättar att hon trivs i skolan men är orolig på kvällarna."),
    ("Samtal med förälder", date(2026, 11, 16), "Föräldern arbetar kvällar och har ingen som kan vara hemma."),
    ("Samtal med skolan", date(2026, 11, 12), "Läraren ser att Annika är trött, men hon följer undervisningen."),
)

_ALLOWED = re.compile(r"&lt;(/?(?:p|b|i|u|ul|li|br|div|strong|em))&gt;")
_ENTITY = re.compile(r"&amp;(amp|lt|gt|nbsp);")


@dataclass
class Investigation:
    """An investigation of a child. `texts`: what is written of each part, as safe markup."""

    id: int
    child: str
    due: date
    texts: dict[str, Markup] = field(default_factory=dict)
    proposal: str = ""

    @property
    def number(self) -> str:
        return f"BU-2026-{self.id:06}"


@dataclass
class Desk:
    """The investigations that are open."""

    investigations: list[Investigation] = field(
        default_factory=lambda: [
            Investigation(
                2988,
                "Annika Provlund",
                date(2027, 2, 12),
                {
                    "behov": Markup(
                        "<p>Annika är 14 år och bor med sin mamma. Hon beskrivs som vetgirig och omtänksam.</p>"
                        "<p>Enligt skolan har hon varit <b>ensam hemma flera kvällar</b> i veckan.</p>"
                    )
                },
            ),
            Investigation(2951, "Dawit Exempelsson", date(2027, 1, 20)),
            Investigation(2947, "Hanna Exempelkvist", date(2027, 1, 14)),
        ]
    )


@investigations.get("/")
@staff_only
def open_ones() -> str:
    return render_template("barn_och_unga_utredning/lista.html", investigations=mine(Desk).investigations)


@investigations.route("/<int:id>", methods=["GET", "POST"])
@staff_only
def investigation(id: int) -> ResponseReturnValue:
    found, form = _investigation(id), Form.of(request.form)
    if request.method == "POST":
        form.text("forslag", "Välj vad du föreslår")
        form.text("skal", "Skriv vad förslaget bygger på")
        if form.ok:
            found.proposal = dict(PROPOSALS)[form.values["forslag"]]
            return redirect(url_for("utredning.handed_in", id=id))
    return render_template(
        "barn_och_unga_utredning/utredning.html",
        investigation=found,
        form=form,
        parts=PARTS,
        proposals=PROPOSALS,
    )


@investigations.post("/<int:id>/<part>")
@staff_only
def save(id: int, part: str) -> ResponseReturnValue:
    """Keep what has been written so far; the answer says when."""
    if part not in {name for name, _, _ in PARTS}:
        abort(404)
    _investigation(id).texts[part] = safe(request.form.get("text", ""))
    return f"Sparat klockan {NOW:%H.%M}."


@investigations.get("/<int:id>/samtal")
@staff_only
def conversations(id: int) -> str:
    """The list that comes after the page."""
    _investigation(id)
    return render_template("barn_och_unga_utredning/samtal.html", conversations=CONVERSATIONS)


@investigations.get("/<int:id>/lamnad")
@staff_only
def handed_in(id: int) -> str:
    return render_template("barn_och_unga_utredning/lamnad.html", investigation=_investigation(id))


def safe(written: str) -> Markup:
    """Markup of the editor with nothing in it but plain elements without attributes."""
    return Markup(_ENTITY.sub(r"&\1;", _ALLOWED.sub(r"<\1>", str(escape(written)))))


def _investigation(id: int) -> Investigation:
    return next((one for one in mine(Desk).investigations if one.id == id), None) or abort(404)
