"""What all areas share: the public web of the project and its newsletter."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="GE-7",
    title="Läsa projektwebben och nyhetsbrevet",
    area=Area.GEMENSAMT,
    audience=Audience.INVANARE,
    surface="kundportal",
    story="""Jag är en invånare som är nyfiken på vad skatten går till. Jag vill läsa om projektet, på mitt språk,
    och få nyhetsbrevet, så att jag vet när det jag använder ändras.""",
)
def lasa_projektwebben(page: Page, walk: Walk) -> None:
    page.goto("/projektwebben/")
    cookies = page.get_by_role("dialog", name="Får vi använda kakor?")
    expect(cookies).to_be_visible()
    walk.state("frågan om kakor")

    cookies.get_by_role("button", name="Inställningar").click()
    expect(cookies.get_by_label("Statistik")).to_be_visible()
    walk.state("inställningar för kakor")

    cookies.get_by_role("button", name="Bara nödvändiga").click()
    expect(cookies).to_be_hidden()
    walk.state("startsidan")

    page.get_by_role("button", name="Nästa").click()
    expect(page.get_by_role("link", name="Följ ditt ärende i Kundportalen")).to_be_visible()
    walk.state("nästa nyhet")

    page.get_by_role("link", name="Följ ditt ärende i Kundportalen").click()
    expect(page.get_by_role("heading", name="Följ ditt ärende i Kundportalen")).to_be_visible()
    walk.state("artikeln")

    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="One Esset for everyone")).to_be_visible()
    walk.state("på engelska")

    page.get_by_role("link", name="Svenska").click()
    page.get_by_label("E-post").fill("kim")
    page.get_by_role("button", name="Prenumerera").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("nyhetsbrevet med fel")

    page.get_by_label("E-post").fill("kim@exempel.invalid")
    page.get_by_label("Fyra gånger om året").check()
    page.get_by_role("button", name="Prenumerera").click()
    expect(page.get_by_role("heading", name="Tack, du prenumererar nu")).to_be_visible()
    walk.state("nyhetsbrevet beställt")
