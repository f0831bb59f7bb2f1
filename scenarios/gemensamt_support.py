"""What all areas share: the report of a fault to the support."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="GE-5",
    title="Anmäla fel till Essetsupporten",
    area=Area.GEMENSAMT,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är socialsekreterare. Jag vill anmäla ett fel med en skärmbild och säga hur brådskande det är, så att
    jag får hjälp innan det går ut över dem jag arbetar för.""",
)
def anmala_fel(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Socialsekreterare, vuxen")
    page.get_by_role("link", name="Anmäl fel").click()
    expect(page.get_by_role("heading", name="Anmäl fel till Essetsupporten")).to_be_visible()
    walk.state("formuläret tomt")

    page.locator("#skicka").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("formuläret med fel")

    page.get_by_label("Fil", exact=False).set_input_files(
        {"name": "skärmbild.tiff", "mimeType": "image/tiff", "buffer": b"II*"}
    )
    page.get_by_role("button", name="Bifoga filen").click()
    expect(page.locator("#fil-fel")).to_be_visible()
    walk.state("bilagan nekad")

    page.get_by_label("Fil", exact=False).set_input_files(
        {"name": "skärmbild.png", "mimeType": "image/png", "buffer": b"PNG"}
    )
    page.get_by_role("button", name="Bifoga filen").click()
    expect(page.locator(".files")).to_contain_text("skärmbild.png")
    walk.state("bilagan uppladdad")

    page.get_by_label("Var är felet?").select_option("Ett ärende")
    page.get_by_label("Jag kan arbeta, men det tar längre tid").check()
    page.get_by_label("Vad händer, och vad gjorde du innan?").fill("Sidan blir tom när jag sparar beslutet.")
    page.locator("[name=epost]").fill("kim@exempel.invalid")
    page.locator("[name=telefon]").fill("08-508 00 002")
    walk.state("formuläret ifyllt")

    page.get_by_role("button", name="Ta bort skärmbild.png").click()
    expect(page.locator(".files")).to_have_count(0)
    walk.state("bilagan borttagen")

    page.locator("#skicka").click()
    expect(page.get_by_role("heading", name="Felanmälan är skickad")).to_be_visible()
    walk.state("kvittot")
