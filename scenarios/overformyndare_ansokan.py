"""Överförmyndarverksamhet: ansökan om god man."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="OF-3",
    title="Ansöka om god man",
    area=Area.OVERFORMYNDARE,
    audience=Audience.INVANARE,
    surface="kundportal",
    story="""Jag är dotter till en man som inte längre klarar sina räkningar. Jag vill ansöka om god man åt honom
    och bara svara på de frågor som gäller oss, så att han får hjälp innan skulderna växer.""",
)
def ansok_om_god_man(resident: Page, walk: Walk) -> None:
    page = resident
    page.get_by_role("link", name="Ansök om god man").click()
    expect(page.get_by_role("heading", name="Ansök om god man")).to_be_visible()
    walk.state("vem tomt")

    page.get_by_label("Någon annan").check()
    expect(page.get_by_label("Personens namn")).to_be_visible()
    walk.state("frågor om personen")

    page.get_by_label("Personens personnummer").fill("1947")
    page.locator("#vet").get_by_label("Nej").check()
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("vem med fel")

    page.get_by_label("Personens namn").fill("Anders Exempelström")
    page.get_by_label("Personens personnummer").fill("19470231-3312")
    page.get_by_label("Personens adress").fill("Skissgränd 8, 123 45 Stockholm")
    page.get_by_label("Vem är personen för dig?").select_option("Min förälder")
    page.locator("#vet").get_by_label("Ja").check()
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Vad behövs hjälp med?")).to_be_visible()
    walk.state("behovet tomt")

    page.get_by_label("Förvalta egendom").check()
    page.locator("#forslag").get_by_label("Ja").check()
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("behovet med fel")

    page.get_by_label("Ungefär hur stora är tillgångarna?").select_option("Under 100 000 kr")
    page.get_by_label("Namn på den du föreslår").fill("Berit Skissgren")
    page.get_by_label("Dit skickar vi brev").fill("Skissgränd 8, 123 45 Stockholm")
    walk.state("behovet ifyllt")

    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Granska ansökan")).to_be_visible()
    walk.state("granskningen")

    page.get_by_role("button", name="Skicka ansökan").click()
    expect(page.get_by_role("link", name="Intyga att uppgifterna stämmer")).to_be_visible()
    walk.state("granskningen utan intygande")

    page.get_by_label("Jag intygar").check()
    page.get_by_role("button", name="Skicka ansökan").click()
    expect(page.get_by_role("heading", name="Ansökan är inskickad")).to_be_visible()
    walk.state("kvittot")
