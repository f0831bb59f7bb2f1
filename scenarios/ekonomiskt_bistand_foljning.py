"""Ekonomiskt bistånd: en invånare följer sitt ärende."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="EB-3",
    title="Följa mitt ärende",
    area=Area.EKONOMISKT_BISTAND,
    audience=Audience.INVANARE,
    surface="kundportal",
    story="""Jag är sökande och väntar på besked. Jag vill se hur långt ärendet har kommit, fråga min handläggare
    och läsa beslutet, så att jag vet om jag kan betala hyran och hur jag överklagar.""",
)
def folja_mitt_arende(resident: Page, walk: Walk) -> None:
    page = resident
    page.get_by_role("link", name="Följ mitt ärende").click()
    expect(page.get_by_role("heading", name="Mitt ärende")).to_be_visible()
    walk.state("ärendet")

    page.get_by_role("button", name="Vad gör jag om något ändras?").click()
    expect(page.get_by_text("Skriv till oss samma dag")).to_be_visible()
    walk.state("svaret utfällt")

    page.get_by_role("link", name="Skriv meddelande").click()
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("meddelandet med fel")

    page.get_by_label("Vad handlar det om?").select_option("Utbetalningen")
    page.get_by_label("Meddelande").fill("Kommer pengarna före den 1 december?")
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("Meddelandet är skickat")).to_be_visible()
    walk.state("meddelandet skickat")

    page.get_by_role("link", name="Läs beslutet").click()
    expect(page.get_by_role("heading", name="Lås upp beslutet")).to_be_visible()
    walk.state("koden efterfrågas")

    page.get_by_label("Kod", exact=True).fill("123")
    page.get_by_role("button", name="Lås upp", exact=True).click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("koden är fel")

    page.get_by_label("Kod", exact=True).fill("471147")
    page.get_by_role("button", name="Lås upp", exact=True).click()
    expect(page.get_by_role("heading", name="Beslutet", exact=True)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta beslutet").click()
    assert download.value.suggested_filename.endswith(".pdf")
    walk.state("beslutet")

    page.get_by_role("button", name="Överklaga").click()
    expect(page.get_by_role("dialog", name="Överklaga beslutet?")).to_be_visible()
    walk.state("överklagan bekräftas")

    page.get_by_role("button", name="Påbörja överklagande").click()
    expect(page.get_by_text("Överklagandet är påbörjat")).to_be_visible()
    walk.state("överklagan påbörjad")
