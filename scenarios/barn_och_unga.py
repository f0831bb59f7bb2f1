"""Barn och unga, inklusive familjerätt."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="BU-1",
    title="Ta emot orosanmälan",
    area=Area.BARN_OCH_UNGA,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är socialsekreterare i mottagningen. Jag vill registrera en orosanmälan medan jag talar med
    anmälaren, och se när förhandsbedömningen ska vara klar, så att inget barn blir liggande och ingen med
    skydd röjs.""",
)
def ta_emot_orosanmalan(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Socialsekreterare, barn och unga")
    page.get_by_role("link", name="Orosanmälningar").click()
    expect(page.get_by_role("heading", name="Orosanmälningar")).to_be_visible()
    walk.state("inkomna anmälningar")

    page.get_by_role("link", name="Ny orosanmälan").click()
    expect(page.get_by_role("heading", name="Ny orosanmälan")).to_be_visible()
    walk.state("formuläret tomt")

    page.get_by_label("Privatperson").check()
    page.get_by_label("Barnets personnummer").fill("2012")
    page.get_by_role("button", name="Registrera").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("formuläret med fel")

    page.get_by_label("Anmälarens namn").fill("Erik Utkaster")
    page.get_by_label("Barnets namn").fill("Annika Provlund")
    page.get_by_label("Barnets personnummer").fill("20120231-4425")
    page.get_by_label("När kom anmälan in?").fill("2026-11-24")
    page.get_by_label("Vad gäller anmälan?").fill("Barnet har varit ensamt hemma flera kvällar.")
    page.get_by_label("Nej", exact=True).check()
    page.get_by_role("switch", name="Skyddade personuppgifter").click()
    expect(page.get_by_text("Läs inte upp namn")).to_be_visible()
    walk.state("skyddet markerat")

    page.get_by_role("button", name="Registrera").click()
    expect(page.get_by_role("dialog", name="Registrera orosanmälan?")).to_be_visible()
    walk.state("dialogen öppen")

    page.get_by_role("button", name="Registrera anmälan").click()
    expect(page.get_by_text("Anmälan är registrerad")).to_be_visible()
    walk.state("anmälan registrerad")
