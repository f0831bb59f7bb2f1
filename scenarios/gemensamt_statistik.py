"""What all areas share: statistics for managers."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="GE-4",
    title="Läsa statistik",
    area=Area.GEMENSAMT,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är enhetschef och socialsekreterare. Jag vill se hur många ärenden som kommer in, hur lång tid de tar
    och vad de kostar, så att jag sätter in folk där de behövs.""",
    sends=("POST /arendesystem/logga-in", "POST /arendesystem/roll", "POST /arendesystem/statistik/exportera"),
)
def lasa_statistik(page: Page, walk: Walk, stored_session: LogIn) -> None:
    stored_session("Socialsekreterare, vuxen")
    page.goto("/arendesystem/")
    page.get_by_role("link", name="Statistik").click()
    expect(page.get_by_text("Statistiken är för chefer")).to_be_visible()
    walk.state("fel roll")

    page.get_by_role("link", name="Byt roll").click()
    page.get_by_label("Enhetschef").check()
    page.get_by_role("button", name="Fortsätt").click()
    page.get_by_role("link", name="Statistik").click()
    costs = page.frame_locator("#beslutsstod")
    expect(costs.get_by_role("heading", name="Kostnader för hemtjänst")).to_be_visible()
    walk.state("statistiken")

    page.get_by_role("button", name="Visa nya ärenden som tabell").click()
    expect(page.get_by_role("cell", name="958")).to_be_visible()
    walk.state("tabellen visas")

    page.get_by_label("Period").select_option("Januari–juni 2026")
    page.get_by_role("button", name="Visa perioden").click()
    expect(page.get_by_role("paragraph").filter(has_text="Januari–juni 2026")).to_be_visible()
    expect(costs.get_by_role("heading", name="Kostnader för hemtjänst")).to_be_visible()
    walk.state("perioden bytt")

    costs.locator("#verksamhet").select_option("Ekonomiskt bistånd")
    costs.get_by_role("button", name="Visa").click()
    expect(costs.get_by_role("heading", name="Kostnader för ekonomiskt bistånd")).to_be_visible()
    walk.state("beslutsstöd för annan verksamhet")

    page.get_by_role("button", name="Exportera").click()
    dialog = page.get_by_role("dialog", name="Exportera nya ärenden")
    expect(dialog).to_be_visible()
    walk.state("exporten öppen")

    dialog.get_by_role("button", name="Skapa filen").click()
    expect(dialog.get_by_role("link", name="Välj filformat")).to_be_visible()
    walk.state("exporten utan val")

    dialog.get_by_label("Kalkylark").check()
    dialog.get_by_role("button", name="Skapa filen").click()
    expect(page.get_by_text("Filen är klar")).to_be_visible()
    expect(costs.get_by_role("heading", name="Kostnader för hemtjänst")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta nya-arenden.csv").click()
    assert download.value.suggested_filename == "nya-arenden.csv"
    walk.state("filen klar")
