"""Överförmyndarverksamhet: the officer's examination of yearly accounts."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="OF-2",
    title="Handläggare granskar årsräkning",
    area=Area.OVERFORMYNDARE,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är handläggare. Jag vill läsa årsräkningen och pröva den del för del bredvid dokumentet, så att
    huvudmannens pengar är trygga och gode mannen får veta vad som ska rättas.""",
)
def granska_arsrakning(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Handläggare, överförmyndarverksamhet")
    page.get_by_role("link", name="Granska årsräkningar").click()
    shown = page.locator("#antal")
    expect(shown).to_contain_text("7 årsräkningar visas")
    walk.state("listan")

    page.get_by_role("button", name="Tillgångar").click()
    expect(page.locator("tbody tr").first).to_contain_text("Alma Exempelsson")
    walk.state("listan sorterad")

    page.get_by_label("Läge").select_option("Inkommen")
    expect(shown).to_contain_text("4 årsräkningar visas")
    walk.state("listan filtrerad")

    page.get_by_label("Huvudman, god man eller nummer").fill("Olle")
    page.get_by_label("Läge").select_option("Granskad")
    expect(shown).to_contain_text("Ingen årsräkning passar")
    walk.state("inga årsräkningar")

    page.get_by_label("Huvudman, god man eller nummer").fill("Berit")
    page.get_by_label("Läge").select_option("Inkommen")
    page.get_by_role("link", name="Berit Skissgren").click()
    expect(page.get_by_role("heading", name="Årsräkning, Berit Skissgren")).to_be_visible()
    walk.state("granskningen")

    document = page.get_by_role("group", name="Årsräkning för Berit Skissgren")
    document.press("ArrowRight")
    expect(page.get_by_text("Sida 2 av 2")).to_be_visible()
    walk.state("dokumentet sida två")

    page.locator("#dokument .larger").click()
    expect(document).to_have_css("--zoom", "1.2")
    walk.state("dokumentet förstorat")

    page.get_by_role("group", name="Ingående saldo").get_by_label("Stämmer", exact=True).check()
    page.get_by_role("group", name="Utgifter").get_by_label("Stämmer inte").check()
    page.get_by_role("button", name="Gå till beslut").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("granskningen med fel")

    page.get_by_role("group", name="Inkomster").get_by_label("Stämmer", exact=True).check()
    page.get_by_label("Anmärkning").fill("Underlag saknas för mat och hygien. Skicka kvitton eller kontoutdrag.")
    page.get_by_role("button", name="Gå till beslut").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Besluta om årsräkningen")).to_be_visible()
    walk.state("beslutet öppet")

    dialog.get_by_role("button", name="Fatta beslut").click()
    expect(dialog.get_by_role("link", name="Välj beslut")).to_be_visible()
    walk.state("beslutet utan val")

    dialog.get_by_label("Begär komplettering").check()
    dialog.get_by_role("button", name="Fatta beslut").click()
    expect(page.get_by_role("heading", name="Beslutet är fattat")).to_be_visible()
    walk.state("beslutet fattat")
