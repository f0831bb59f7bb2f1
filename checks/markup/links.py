"""Links: what their markup alone tells to be tiresome, misleading or broken. All of it good practice, none a breach.

What fails: a title that repeats the link's text; an image in a link whose alternative text repeats the text beside
it; two links in a row to the same place; a link to nothing (`#`, empty, `javascript:`) or to a part of the page that
is not there; a link to a document or a picture file that doesn't say so; a new window without warning. A link to a
sound or film file asks whether there is a text alternative (1.2.1).

For whom: screen reader users hear the same thing twice, or follow a link to nothing; people who find it hard to get
their bearings are lost in new windows and other programs.

How to fix: drop the title, or give the image an empty alt; put image and text in one link; use a button for what is
no link; write the file's format in the link's text.

Limits: a link that a script takes over can lead somewhere although its address does not; where it bears the role of
a button nothing is said. Addresses without a file ending are not looked up.

Source: WCAG techniques H2, H33, H30, G201, F42; G158 and G159 for sound and film.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import Tag
from bs4.element import NavigableString

from checks.markup.document import Fault, Markup, findings, rendered, shown, text_of, value
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

DOCUMENTS = {
    "pdf": "pdf",
    "doc": "word",
    "docx": "word",
    "odt": "word",
    "xls": "excel",
    "xlsx": "excel",
    "ods": "excel",
    "ppt": "powerpoint",
    "pptx": "powerpoint",
    "zip": "zip",
    "csv": "csv",
}
PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "bmp", "svg", "avif"})
MEDIA = frozenset({"mp3", "wav", "ogg", "m4a", "aac", "flac", "mp4", "webm", "mov", "avi", "wmv"})

_SAYS_PICTURE = re.compile(r"\b(bild|foto|fotografi|image|photo|picture|jpe?g|png|gif|webp)", re.IGNORECASE)
_SAYS_NEW = re.compile(r"nytt? (fönster|flik)|(new|another) (window|tab)|extern|external", re.IGNORECASE)
_SAYS_TEXT = re.compile(r"transkri|utskrift|avskrift|textversion|text version|transcript|undertext|caption", re.I)
_TO_TOP = re.compile(r"\b(topp|upp|top)\b|toppen|början", re.IGNORECASE)


@check(
    id="markup-links",
    title=Text("Länkar i koden", "Links in the markup"),
    criteria=("1.2.1",),
    looks_at=Text("Alla länkar med adress.", "All links with an address."),
    certainty=Text(
        "Hög, men bara god praxis; ljud och film blir en fråga.", "High, but good practice only; media is asked about."
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Faults of each link, and of each pair of neighbours."""
    for markup in state.once(rendered):
        yield from findings(state, "markup-links", markup, _faults(markup, markup.document.frame.url))


def _faults(markup: Markup, base: str) -> Iterator[Fault]:
    targets = {value(tag, name) for tag in markup.soup.find_all(True) for name in ("id", "name") if value(tag, name)}
    text_elsewhere = bool(_SAYS_TEXT.search(markup.soup.get_text(" ")))
    for link in markup.soup.find_all("a", href=True):
        if shown(link) and value(link, "role") in ("", "link"):
            yield from _repeats(link)
            yield from _leads_nowhere(link, targets)
            yield from _file(link, text_elsewhere)
            yield from _window(link)
            yield from _neighbour(link, base)


def _repeats(link: Tag) -> Iterator[Fault]:
    title, text = value(link, "title"), text_of(link)
    if title and _same(title, text):
        yield Fault(
            link,
            "title-repeats",
            "redundant-alt",
            (),
            Text("title säger något annat än länktexten, eller saknas", "title says something else, or is left out"),
            Text(f"title upprepar länktexten ”{text}”", f"title repeats the link text “{text}”"),
        )
    images = [one for one in link.find_all("img") if value(one, "alt") and shown(one)]
    for image in images:
        beside = " ".join(part for part in (str(node) for node in link.find_all(string=True)) if part.strip())
        if _same(value(image, "alt"), beside):
            yield Fault(
                image,
                "alt-repeats",
                "redundant-alt",
                (),
                Text("Tom alt när texten i länken säger samma sak", "An empty alt where the link's text says the same"),
                Text(
                    f"alt upprepar länktexten ”{text_of(image) or value(image, 'alt')}”",
                    f"alt repeats the link text “{value(image, 'alt')}”",
                ),
            )


def _leads_nowhere(link: Tag, targets: set[str]) -> Iterator[Fault]:
    href = value(link, "href")
    scripted = href.lower().startswith("javascript:")
    empty = href in ("", "#") and not _TO_TOP.search(text_of(link))
    fragment = unquote(href[1:]) if href.startswith("#") and len(href) > 1 else ""
    # A fragment with a path or a directive in it (#/, #!, #:~:) is a route of the page's script.
    broken = bool(re.fullmatch(r"[\w.-]+", fragment)) and fragment != "top" and fragment not in targets
    if scripted or empty or broken:
        yield Fault(
            link,
            "leads-nowhere",
            "invalid-markup",
            (),
            Text(
                "Länken leder någonstans; det som gör något är en knapp",
                "The link leads somewhere; what does something is a button",
            ),
            Text(
                f"Länkens adress är ”{href}”" + (", som inte finns på sidan" if broken else ""),
                f"The link's address is “{href}”" + (", which is not on the page" if broken else ""),
            ),
        )


def _file(link: Tag, text_elsewhere: bool) -> Iterator[Fault]:
    ending = urlsplit(value(link, "href")).path.rpartition(".")[2].lower()
    said = f"{text_of(link)} {value(link, 'title')} {value(link, 'aria-label')}"
    if (word := DOCUMENTS.get(ending)) and not re.search(rf"\b({word}|{ending})", said, re.IGNORECASE):
        yield Fault(
            link,
            "document-format",
            "link-purpose",
            (),
            Text("Länken säger vilket slags fil den öppnar", "The link says what kind of file it opens"),
            Text(
                f"Länken öppnar en {ending}-fil utan att säga det", f"The link opens a {ending} file without saying so"
            ),
        )
    elif ending in PICTURES and not _SAYS_PICTURE.search(said) and not link.find("img", alt=True):
        yield Fault(
            link,
            "picture-file",
            "link-purpose",
            (),
            Text(
                "Bilden visas på en sida, med ett textalternativ",
                "The picture is shown on a page, with a text alternative",
            ),
            Text(
                "Länken öppnar en bildfil utan textalternativ", "The link opens a picture file with no text alternative"
            ),
        )
    elif ending in MEDIA and not text_elsewhere:
        yield Fault(
            link,
            "media-file",
            "media-alternative",
            ("1.2.1",),
            Text("Det finns en text som säger detsamma", "There is a text that says the same"),
            Text(
                f"Länken öppnar en {ending}-fil; ingen textversion nämns på sidan",
                f"The link opens a {ending} file; the page mentions no text version",
            ),
            Text(
                "Finns det en textversion av ljudet eller filmen, och hittar man den härifrån?",
                "Is there a text version of the sound or film, and can it be found from here?",
            ),
        )


def _window(link: Tag) -> Iterator[Fault]:
    said = f"{text_of(link)} {value(link, 'title')} {value(link, 'aria-label')}"
    if value(link, "target").lower() == "_blank" and not _SAYS_NEW.search(said) and not link.get("aria-describedby"):
        yield Fault(
            link,
            "new-window",
            "new-window",
            (),
            Text("Länken säger att den öppnar ett nytt fönster", "The link says that it opens a new window"),
            Text("Öppnas i ett nytt fönster utan att säga det", "Opens in a new window without saying so"),
        )


def _neighbour(link: Tag, base: str) -> Iterator[Fault]:
    after = link.next_sibling
    while isinstance(after, NavigableString) and not after.strip():
        after = after.next_sibling
    if not isinstance(after, Tag) or after.name != "a" or not after.get("href") or not shown(after):
        return
    here, there = (urljoin(base, value(one, "href")) for one in (link, after))
    if here == there and value(link, "href") not in ("", "#") and text_of(link) and text_of(after):
        yield Fault(
            after,
            "adjacent-links",
            "redundant-alt",
            (),
            Text("Bild och text med samma mål ligger i samma länk", "Image and text with one target lie in one link"),
            Text("Länken bredvid leder till samma ställe", "The link beside it leads to the same place"),
        )


def _same(one: str, other: str) -> bool:
    fold = [re.sub(r"[\W_]+", " ", text).strip().casefold() for text in (one, other)]
    return bool(fold[0]) and fold[0] == fold[1]
