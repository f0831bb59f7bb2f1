"""Instructions that can only be followed by who sees place, shape or colour.

What fails: an instruction that points at a part of the page by its place, shape or colour alone, when
nothing on the page bears a name or role that fits, or several things fit and none is named. What is
asked about: any other sentence that tells things apart by place, shape or colour.

For whom: people who cannot see, or who see a small part at a time, or whose page is laid out
otherwise because it is magnified or read aloud.

How to fix: name the thing as its own label does: "knappen Spara, till höger".

Limits: Swedish and English. "Above" and "below" are taken to speak of the order of the text, as WCAG
lets them. What another page looks like is not known.

Source: WCAG 2.2 success criterion 1.3.3, technique G96; failures F14, F26. ACT rule 9bd38c.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, Told, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "sensory-instructions"

POINT = (
    r"(?<!\p{L})(till (?:höger|vänster)|på (?:höger|vänster) sida|högra|vänstra|to the (?:right|left)|(?:on|at|in) the"
    r" (?:right|left)(?:-hand)?|(?:right|left)-hand|runda?|fyrkantiga?|trekantiga?|cirkeln?|triangeln?|stjärnan?|pilen"
    r"|round|square|triangular|triangle|circular|circle|star|arrow|gröna?|röda?|blåa?|gula?|orangea?|gråa?|green|red|blue"
    r"|yellow|orange|grey|gray)(?!\p{L})"
)
INSTRUCT = (
    r"(?<!\p{L})(klickar?|tryck(?:er)?|välj(?:er)?|använd(?:er)?|se|sök(?:er)?|gå(?:r)? till|hitta|hittar|hittas|finns"
    r"|fyll(?:er)? i|drar?|öppnar?|stäng(?:er)?|kontrollera"
    r"|click|press|choose|select|use|find|found|look|go to|see|open|close|fill in|drag|check"
    r"|the \w+ (?:on|to) the (?:left|right)|\w+(?:en|et|an|arna|erna) till (?:höger|vänster))(?!\p{L})"
)
SKIP = (
    r"(?<!\p{L})(nedan|ovan|below|above)(?!\p{L}).{0,12}$|röda korset|red cross|röd tråd|grönt ljus|blå flagg"
    r"|gula sidor|se rött|right to|rätt till"
)
NOUNS = [
    {"label": "knapp", "word": "knapp(?:en|ar|arna)?|button|buttons", "roles": ["button"]},
    {"label": "länk", "word": "länk(?:en|ar|arna)?|links?", "roles": ["link"]},
    {"label": "meny", "word": "meny(?:n|er)?|menus?", "roles": ["menu", "menubar"]},
    {"label": "navigering", "word": "navigering(?:en)?|navigation", "roles": ["navigation"]},
    {"label": "fält", "word": "fält(?:et|en)?|rutan?|fields?|box", "roles": ["textbox", "searchbox", "combobox"]},
    {"label": "bild", "word": "bild(?:en|er)?|picture|image|photo", "roles": ["img", "image"]},
    {"label": "tabell", "word": "tabell(?:en)?|table", "roles": ["table", "grid"]},
    {"label": "lista", "word": "listan?|list", "roles": ["list"]},
    {"label": "ikon", "word": "ikon(?:en)?|icon|symbol(?:en)?", "roles": ["img", "image"]},
    {"label": "stjärna", "word": "stjärnan?|star", "roles": []},
    {"label": "pil", "word": "pil(?:en)?|arrow", "roles": []},
]
"""What may be pointed at, with the roles that fit it."""

PARTS = {"knapp", "länk", "meny", "navigering", "fält", "stjärna", "pil"}
"""Things that an instruction means to be found, so that one that is not there, or is one of several, can't be."""


@check(
    id=ID,
    title=Text("Anvisningar som inte bygger på syn", "Instructions that need no sight"),
    criteria=("1.3.3",),
    looks_at=Text("Löpande text med plats, form eller färg.", "Running text with place, shape or colour."),
    certainty=Text("Hög när inget eller flera passar; frågar annars.", "High where nothing or several fit; else asks."),
)
def look(state: State) -> Iterator[Finding]:
    """`failed` where nobody could find the thing meant, `cantTell` for other talk of place, shape and colour."""
    argument = {"point": POINT, "instruct": INSTRUCT, "skip": SKIP, "nouns": NOUNS}
    sights = gather(state, "checks.content", "sensory.js", argument)
    yield from tell(state, (one for sight in sights if (one := _told(sight))))


def _told(sight: Sight) -> Told | None:
    told = sight.told
    if told["fitting"] == 1:
        return None
    # What a page that is linked to looks like is not known.
    sure = told["thing"] in PARTS and not told["linked"]
    say = "inget på sidan passar" if not told["fitting"] else f"{told['fitting']} saker på sidan passar"
    say_en = "nothing on the page fits" if not told["fitting"] else f"{told['fitting']} things on the page fit"
    return sight, partial(
        found,
        ID,
        "by-senses-alone",
        "sensory-instruction",
        criteria=("1.3.3",),
        expected=("Anvisningen nämner det den pekar på vid namn", "The instruction names what it points at"),
        observed=(
            f"”{told['sentence']}” pekar med ”{told['sense']}”, och {say}",
            f"“{told['sentence']}” points by “{told['sense']}”, and {say_en}",
        ),
        question=None
        if sure
        else (
            f"Går ”{told['sentence'][:100]}” att förstå för den som inte ser sidan?",
            f"Can “{told['sentence'][:100]}” be understood without seeing the page?",
        ),
    )
