"""Barn och unga: en invånare gör en orosanmälan."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="BU-2",
    title="Göra orosanmälan",
    area=Area.BARN_OCH_UNGA,
    audience=Audience.INVANARE,
    surface="kundportal",
    story="""Jag är granne till ett barn som ofta är ensamt. Jag vill anmäla min oro utan att logga in och få veta
    vad som händer med det jag skriver, så att barnet får hjälp i tid.""",
)
def gora_orosanmalan(page: Page, walk: Walk) -> None:
    page.goto("/kundportal/orosanmalan/")
    walk.state("innan du börjar")

    page.locator(".explain__button").first.click()
    expect(page.get_by_text("Skriv inget som visar vem du är.")).to_be_visible()
    walk.state("förklaringen öppen")

    page.get_by_role("link", name="Börja anmälan").click()
    expect(page.get_by_role("heading", name="Barnet", exact=True)).to_be_visible()
    walk.state("barnet tomt")

    page.get_by_label("Barnets namn").fill("Dawit")
    page.get_by_label("Barnets ålder").fill("åtta")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("barnet med fel")

    page.get_by_label("Barnets ålder").fill("8")
    page.get_by_label("Var bor barnet eller går i skola?").fill("Utkastskolan, klass 2 B")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Din oro")).to_be_visible()
    walk.state("din oro tom")

    page.get_by_label("Berätta vad du är orolig för").fill("Jag hör skrik.")
    page.get_by_label("Ja, med namn").check()
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("din oro med fel")

    page.get_by_label("Berätta vad du är orolig för").fill("Barnet är ensamt hemma varje kväll sedan i oktober.")
    page.get_by_label("Granne eller vän").check()
    page.get_by_label("Nej, jag vill vara anonym").check()
    expect(page.get_by_label("Ditt namn")).to_be_hidden()
    walk.state("din oro ifylld")

    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Granska anmälan")).to_be_visible()
    walk.state("granskningen")

    page.get_by_role("button", name="Skicka anmälan").click()
    expect(page.get_by_role("heading", name="Anmälan är skickad")).to_be_visible()
    walk.state("kvittot")
