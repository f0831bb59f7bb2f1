"""Vuxen: någon söker skydd vid våld i nära relationer."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="VX-1",
    title="Söka skydd vid våld i nära relationer",
    area=Area.VUXEN,
    audience=Audience.INVANARE,
    surface="kundportal",
    story="""Jag är rädd för den jag bor med. Jag vill få kontakt på ett sätt som inte syns, och kunna lämna sidan
    på ett ögonblick, så att jag får hjälp utan att det blir farligare hemma.""",
)
def soka_skydd(page: Page, walk: Walk) -> None:
    page.goto("/kundportal/skydd/")
    walk.state("startsidan")

    page.get_by_role("button", name="Kan någon se att jag har varit här?").click()
    dialog = page.get_by_role("dialog", name="Så döljer du ditt besök")
    expect(dialog).to_be_visible()
    walk.state("råd om spår")

    dialog.get_by_role("button", name="Stäng").click()
    page.get_by_role("link", name="Ta kontakt").click()
    expect(page.get_by_role("heading", name="Ta kontakt")).to_be_visible()
    walk.state("kontaktvalet tomt")

    page.get_by_label("Ring mig").check()
    page.get_by_label("Vilket nummer är säkert?").fill("070")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("kontaktvalet med fel")

    page.get_by_label("Sms utan avsändare").check()
    expect(page.get_by_role("group", name="Är du ensam om telefonen?")).to_be_hidden()
    page.get_by_label("Vilket nummer är säkert?").fill("070-174 06 00")
    page.get_by_label("Vardagar 9–12").check()
    walk.state("kontaktvalet ifyllt")

    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Vi hör av oss")).to_be_visible()
    walk.state("kontakten ordnad")

    page.get_by_role("link", name="Chatta i stället").click()
    expect(page.get_by_text("Hur är det?")).to_be_visible()
    walk.state("chatten öppen")

    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("Skriv ett meddelande först")).to_be_visible()
    walk.state("chatten med fel")

    page.locator("#meddelande-text").fill("Jag vågar inte gå hem")
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("Tack för att du skriver.")).to_be_visible()
    walk.state("chatten svarar")

    page.get_by_text("Lämna sidan snabbt").click()
    expect(page.get_by_role("heading", name="Vädret i Stockholm")).to_be_visible()
    walk.state("vädret i stället")
