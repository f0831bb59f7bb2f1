"""Vuxen: interventions planned on a board."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="VX-3",
    title="Planera insats vid beroende",
    area=Area.VUXEN,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är socialsekreterare. Jag vill se alla insatser på en tavla, flytta dem när något händer och lägga
    till nya, så att den jag hjälper får rätt stöd i rätt ordning.""",
)
def planera_insats(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Socialsekreterare, vuxen")
    page.get_by_role("link", name="Planera insatser").click()
    expect(page.get_by_role("heading", name="Planera insatser")).to_be_visible()
    walk.state("tavlan")

    card = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Boendestöd"))
    card.hover()
    card.get_by_text("Visa mer").click()
    expect(card.get_by_text("Två besök i veckan")).to_be_visible()
    walk.state("ett kort visar mer")

    card.get_by_role("button", name="Flytta Boendestöd").click()
    expect(page.get_by_role("menuitem", name="Pågår")).to_be_visible()
    walk.state("menyn öppen")

    page.get_by_role("menuitem", name="Pågår").click()
    ongoing = page.get_by_role("region", name="Pågår")
    expect(ongoing.get_by_role("heading", name="Boendestöd")).to_be_visible()
    walk.state("kortet flyttat")

    page.get_by_role("heading", name="Återfallsprevention").drag_to(page.locator("#kolumn-beviljad"))
    granted = page.get_by_role("region", name="Beviljad")
    expect(granted.get_by_role("heading", name="Återfallsprevention")).to_be_visible()
    walk.state("kortet draget")

    goals = page.locator("#mal > li")
    goals.nth(2).drag_to(goals.nth(0))
    expect(goals.first).to_contain_text("Träffa sina barn varje vecka")
    walk.state("målen omordnade")

    page.get_by_role("button", name="Ny insats").click()
    dialog = page.get_by_role("dialog", name="Ny insats")
    expect(dialog).to_be_visible()
    walk.state("dialogen öppen")

    dialog.get_by_label("Startar").fill("i vår")
    dialog.get_by_role("button", name="Lägg till insatsen").click()
    expect(dialog.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("dialogen med fel")

    dialog.get_by_label("Insats", exact=True).fill("Stödgrupp för anhöriga")
    dialog.get_by_label("Ansvarig").select_option("Noor Stödberg")
    dialog.get_by_label("Startar").fill("2027-01-11")
    dialog.get_by_role("button", name="Lägg till insatsen").click()
    expect(page.get_by_text("Insatsen är tillagd")).to_be_visible()
    walk.state("insatsen tillagd")
