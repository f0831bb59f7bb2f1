"""What all areas share: the way in, and finding a person."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import PASSWORD, LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="GE-1",
    title="Logga in och välja roll",
    area=Area.GEMENSAMT,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är handläggare med två uppdrag. Jag vill logga in, välja vilken roll jag arbetar i och logga ut
    igen, så att jag bara ser de ärenden som jag har rätt till.""",
    sends=("POST /arendesystem/logga-in", "POST /arendesystem/roll"),
)
def logga_in_och_valja_roll(page: Page, walk: Walk) -> None:
    page.clock.install()
    page.goto("/arendesystem/logga-in")
    walk.state("inloggningen tom")

    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("inloggningen med fel")

    page.get_by_label("Användarnamn").fill("handlaggare")
    page.locator("#losenord").fill("fel")
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("link", name="hör inte ihop")).to_be_visible()
    walk.state("inloggningen med fel lösenord")

    page.locator("#losenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("heading", name="Välj roll")).to_be_visible()
    walk.state("rollvalet")

    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("rollvalet utan val")

    page.get_by_label("Socialsekreterare, vuxen").check()
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Mina uppgifter")).to_be_visible()
    walk.state("mina uppgifter")

    page.get_by_text("Kim Handledarsson").click()
    expect(page.get_by_role("menuitem", name="Logga ut")).to_be_visible()
    walk.state("rollmenyn öppen")

    page.keyboard.press("Escape")
    page.clock.fast_forward("18:30")
    expect(page.get_by_role("dialog", name="Du loggas snart ut")).to_be_visible()
    walk.state("varning om utloggning")

    page.get_by_role("link", name="Logga ut nu").click()
    expect(page.get_by_role("heading", name="Du är utloggad")).to_be_visible()
    walk.state("utloggad")


@scenario(
    id="GE-2",
    title="Söka person",
    area=Area.GEMENSAMT,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är socialsekreterare. Jag vill hitta en person på namn eller personnummer, så att jag öppnar rätt
    ärende, och utan att den som har skyddade uppgifter röjs.""",
)
def soka_person(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Socialsekreterare, vuxen")
    page.get_by_role("link", name="Sök person").click()
    expect(page.get_by_role("heading", name="Sök person")).to_be_visible()
    walk.state("sökningen tom")

    search = page.get_by_label("Namn eller personnummer")
    search.press_sequentially("exempel")
    expect(page.locator("#q-forslag > *")).to_have_count(5)
    walk.state("förslag visas")

    search.press("ArrowDown")
    expect(page.locator("#q-forslag > .is-active")).to_have_count(1)
    walk.state("förslag markerat")

    search.press("Escape")
    search.fill("e")
    page.get_by_role("button", name="Sök").click()
    expect(page.get_by_text("13 personer hittades")).to_be_visible()
    walk.state("träfflistan")

    page.get_by_role("button", name="Ärende").click()
    expect(page.locator("tbody tr").first).to_contain_text("Ekonomiskt bistånd")
    walk.state("träfflistan sorterad")

    page.locator("#nasta-sida").click()
    expect(page.get_by_text("sida 2 av 3")).to_be_visible()
    walk.state("sida två")

    search.fill("Elin")
    page.get_by_role("button", name="Sök").click()
    expect(page.get_by_text("1 person hittades")).to_be_visible()
    walk.state("träfflistan med skyddad person")

    page.get_by_role("button", name="Öppna Elin").click()
    expect(page.get_by_role("dialog", name="Skyddade personuppgifter")).to_be_visible()
    walk.state("dialogen öppen")

    page.get_by_role("button", name="Avbryt").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    walk.state("dialogen stängd")

    page.get_by_role("button", name="Öppna Elin").click()
    page.get_by_label("Skäl").fill("Ansökan om boende")
    page.get_by_role("button", name="Öppna kortet").click()
    expect(page.get_by_role("heading", name="Elin Provberg")).to_be_visible()
    walk.state("kortet öppet")

    page.get_by_role("link", name="Sök person").first.click()
    search.fill("xyz")
    page.get_by_role("button", name="Sök").click()
    expect(page.get_by_text("Ingen person hittades")).to_be_visible()
    walk.state("inga träffar")
