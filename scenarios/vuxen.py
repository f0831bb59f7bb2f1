"""Vuxen, inklusive våld i nära relationer och hemlöshet."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="VX-2",
    title="Hitta boende åt hemlös",
    area=Area.VUXEN,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är socialsekreterare. Jag vill hitta en ledig plats som passar en människas behov och reservera den,
    så att hen har tak över huvudet i natt.""",
)
def hitta_boende(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Socialsekreterare, vuxen")
    page.get_by_role("link", name="Sök boende").click()
    expect(page.get_by_role("heading", name="10 boenden")).to_be_visible()
    walk.state("alla boenden")

    page.get_by_label("Stödboende").check()
    expect(page.get_by_role("heading", name="4 boenden")).to_be_visible()
    walk.state("filtrerade boenden")

    page.locator("#flik-karta").click()
    expect(page.locator("#karta")).to_be_visible()
    walk.state("kartan visas")

    page.get_by_role("button", name="Akleja").click()
    expect(page.get_by_role("heading", name="Akleja")).to_be_visible()
    walk.state("ett boende på kartan")

    page.locator("#flik-lista").click()
    page.get_by_label("Stödboende").uncheck()
    expect(page.get_by_role("heading", name="10 boenden")).to_be_visible()
    page.get_by_role("link", name="Nästa sida").click()
    expect(page.get_by_role("heading", name="Gullvivan")).to_be_visible()
    walk.state("sida två")

    page.get_by_label("Kungsholmen").check()
    page.get_by_label("Husdjur får följa med").check()
    expect(page.get_by_role("heading", name="Inga boenden")).to_be_visible()
    walk.state("inga boenden")

    page.get_by_label("Husdjur får följa med").uncheck()
    page.get_by_role("link", name="Gullvivan").click()
    expect(page.get_by_role("heading", name="Reservera en plats")).to_be_visible()
    walk.state("ett boende")

    page.get_by_role("button", name="Reservera").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("reservationen med fel")

    page.get_by_label("Vem gäller det?").fill("Erik Utkaster")
    page.get_by_label("Från och med").fill("2026-11-24")
    page.get_by_role("button", name="Reservera").click()
    expect(page.get_by_role("heading", name="Platsen är reserverad")).to_be_visible()
    walk.state("platsen reserverad")
