"""Överförmyndarverksamhet."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="OF-1",
    title="God man lämnar in årsräkning",
    area=Area.OVERFORMYNDARE,
    audience=Audience.INVANARE,
    surface="kundportal",
    story="""Jag är god man. Jag vill redovisa min huvudmans inkomster, utgifter och kvitton för året, så att
    överförmyndarnämnden kan granska dem och besluta om mitt arvode.""",
)
def lamna_arsrakning(resident: Page, walk: Walk) -> None:
    page = resident
    page.get_by_role("link", name="Lämna årsräkning").click()
    expect(page.get_by_role("heading", name="Årsräkning: uppdraget")).to_be_visible()
    walk.state("steg 1 tomt")

    page.get_by_label("Periodens sista dag").fill("31/12")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("steg 1 med fel")

    page.get_by_label("Berit Skissgren").check()
    page.get_by_label("Periodens första dag").fill("2026-01-01")
    page.get_by_label("Periodens sista dag").fill("2026-12-31")
    page.get_by_label("Tillgångar vid periodens början").fill("12 500")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Inkomster och utgifter")).to_be_visible()
    walk.state("steg 2 tomt")

    page.locator("#vad-1").fill("Pension")
    page.locator("#belopp-1").fill("tolvtusen")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("steg 2 med fel")

    page.locator("#belopp-1").fill("182 400")
    page.get_by_role("button", name="Lägg till en post").click()
    page.get_by_label("Typ").nth(1).select_option("Utgift")
    page.locator("#vad-2").fill("Hyra")
    page.locator("#belopp-2").fill("84 000")
    page.get_by_role("button", name="Lägg till en post").click()
    expect(page.get_by_role("group", name="Post 3")).to_be_visible()
    walk.state("steg 2 flera poster")

    page.locator(".item__remove").nth(2).click()
    expect(page.get_by_role("group", name="Post 3")).to_be_hidden()
    walk.state("steg 2 en post borttagen")

    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Bilagor")).to_be_visible()
    walk.state("steg 3 tomt")

    page.locator("#fil").set_input_files(
        {"name": "kvitton.docx", "mimeType": "application/octet-stream", "buffer": b"ord"}
    )
    page.get_by_role("button", name="Ladda upp").click()
    expect(page.get_by_role("link", name="går inte att ta emot")).to_be_visible()
    walk.state("steg 3 fel filtyp")

    page.locator("#fil").set_input_files(
        {"name": "kontoutdrag.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    page.get_by_role("button", name="Ladda upp").click()
    expect(page.get_by_text("kontoutdrag.pdf")).to_be_visible()
    walk.state("steg 3 fil uppladdad")

    page.get_by_role("link", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Granska årsräkningen")).to_be_visible()
    walk.state("sammanfattningen")

    page.get_by_role("button", name="Skicka in").click()
    expect(page.get_by_role("link", name="Intyga att uppgifterna stämmer")).to_be_visible()
    walk.state("sammanfattningen utan intygande")

    page.get_by_label("Jag intygar").check()
    page.get_by_role("button", name="Skicka in").click()
    expect(page.get_by_role("heading", name="Årsräkningen är inskickad")).to_be_visible()
    walk.state("kvittot")
