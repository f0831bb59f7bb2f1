"""Kommunal hälso- och sjukvård: the note in the record."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="HS-1",
    title="Skriva journalanteckning",
    area=Area.HALSO_OCH_SJUKVARD,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är sjuksköterska. Jag vill skriva vad som hände vid hembesöket under rätt sökord och signera, så att
    nästa som kommer vet vad som gäller och ingenting går förlorat.""",
)
def skriva_journalanteckning(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Sjuksköterska, hälso- och sjukvård")
    page.get_by_role("link", name="Skriv journal").click()
    expect(page.get_by_role("heading", name="Ny journalanteckning")).to_be_visible()
    walk.state("anteckningen tom")

    page.get_by_label("Mall").select_option("Hembesök")
    use = page.get_by_role("button", name="Använd mallen")
    if use.is_visible():
        use.click()
    expect(page.locator("#sok-andning")).to_be_focused()
    walk.state("mallen använd")

    page.get_by_role("button", name="Lägg till sökord").click()
    expect(page.locator("#sokord-meny")).to_be_visible()
    walk.state("sökordsmenyn öppen")

    page.locator("#sokord-meny").get_by_text("Sömn").click()
    expect(page.locator("#sok-somn")).to_be_focused()
    walk.state("sökordet tillagt")

    page.locator("#sok-somn").fill("Sover fem timmar. Vaknar av smärta i höften.")
    page.get_by_label("Tidpunkt").fill("11.15")
    page.get_by_role("button", name="Signera anteckningen").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("anteckningen med fel")

    page.get_by_label("Tidpunkt").fill("09.15")
    page.get_by_role("link", name="Signera läkemedel").click()
    dialog = page.get_by_role("dialog", name="Anteckningen är inte sparad")
    expect(dialog).to_be_visible()
    walk.state("osparat varnas")

    dialog.get_by_text("Stanna kvar").click()
    page.get_by_label("Kontaktorsak").fill("Hembesök efter fall")
    page.get_by_role("button", name="Signera anteckningen").click()
    expect(page.get_by_role("heading", name="Anteckningen är signerad")).to_be_visible()
    walk.state("anteckningen signerad")
