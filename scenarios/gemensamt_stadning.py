"""What all areas share: data is put right before it is moved."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="GE-3",
    title="Städa data före flytt",
    area=Area.GEMENSAMT,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är superanvändare. Jag vill hitta ärenden med fel och rätta många på en gång, så att rätt uppgifter
    följer med till Esset och ingen får post till en gammal adress.""",
)
def stada_data(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Enhetschef")
    page.get_by_role("link", name="Städa data").click()
    rows = page.locator("#arenden tbody tr:not(.spacer)")
    expect(rows.first).to_contain_text("P-2026-029993")
    walk.state("arbetslistan")

    page.locator("#rullyta").hover()
    page.mouse.wheel(0, 8000)
    expect(page.get_by_text("P-2025-028761")).to_be_in_viewport()
    walk.state("listan rullad")

    page.get_by_label("Vad som är fel").select_option("Förslag utan beslut")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("#valda")).to_have_text("0 valda av 167")
    walk.state("listan filtrerad")

    for row in range(3):
        rows.nth(row).get_by_role("checkbox").check()
    expect(page.locator("#valda")).to_have_text("3 valda av 167")
    walk.state("rader valda")

    page.get_by_role("button", name="Välj alla").click()
    expect(page.locator("#valda")).to_have_text("167 valda av 167")
    walk.state("alla valda")

    page.get_by_role("button", name="Rätta valda").click()
    dialog = page.get_by_role("dialog", name="Vilken adress gäller?")
    expect(dialog).to_be_visible()
    walk.state("rättningen väntar på svar")

    dialog.get_by_role("button", name="Provgatan 14").click()
    expect(page.locator("#forlopp-text")).to_have_text("167 av 167 ärenden är rättade.")
    expect(page.locator("#valda")).to_have_text("0 valda av 0")
    walk.state("rättningen klar")
