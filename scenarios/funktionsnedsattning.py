"""Stöd och service till personer med funktionsnedsättning."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="FN-2",
    title="Beställa insats av utförare",
    area=Area.FUNKTIONSNEDSATTNING,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är biståndshandläggare. Jag vill beställa en beviljad insats av den utförare som den enskilde har
    valt, för rätt period, så att stödet börjar den dag som beslutet säger.""",
)
def bestall_insats(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Biståndshandläggare, funktionsnedsättning")
    page.get_by_role("link", name="Beställ insats").click()
    expect(page.get_by_role("heading", name="Beställ insats")).to_be_visible()
    walk.state("beställningen tom")

    provider = page.get_by_role("combobox", name="Utförare")
    provider.press_sequentially("assis")
    expect(page.locator("#utforare-forslag > *")).to_have_count(2)
    walk.state("förslag öppna")

    provider.fill("Tallen")
    expect(page.get_by_text("Ingen utförare heter så")).to_be_visible()
    walk.state("inga utförare")

    provider.fill("gran")
    page.get_by_text("Granens stöd och service").click()
    expect(provider).to_have_value("Granens stöd och service")
    walk.state("utföraren vald")

    page.get_by_label("Ledsagarservice").check()
    page.get_by_label("Timmar per vecka").fill("60")
    page.locator("#fran").fill("2026-12-01")
    page.locator("#till").fill("2026-11-01")
    page.get_by_role("button", name="Granska beställningen").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("beställningen med fel")

    page.get_by_label("Timmar per vecka").fill("6")
    page.locator("#till").fill("2027-05-31")
    page.get_by_role("button", name="Granska beställningen").click()
    expect(page.get_by_role("heading", name="Granska beställningen")).to_be_visible()
    walk.state("beställningen granskas")

    page.get_by_role("button", name="Skicka beställningen").click()
    expect(page.get_by_role("heading", name="Beställningen är skickad")).to_be_visible()
    walk.state("beställningen skickad")
