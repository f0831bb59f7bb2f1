"""Äldreomsorg: en anhörig ser planeringen."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="AO-3",
    title="Anhörig ser planeringen",
    area=Area.ALDREOMSORG,
    audience=Audience.INVANARE,
    surface="kundportal",
    story="""Jag är dotter till en man med hemtjänst. Jag vill se när någon kommer hem till honom och dela det med
    min bror, så att vi kan planera våra egna besök och han inte blir ensam.""",
)
def anhorig_ser_planeringen(resident: Page, walk: Walk) -> None:
    page = resident
    page.get_by_role("link", name="Anhörigs planering").click()
    expect(page.get_by_role("heading", name="Planering för Anders")).to_be_visible()
    walk.state("veckan")

    page.get_by_role("link", name="Vecka 49").click()
    expect(page.get_by_text("måndag 30 november")).to_be_visible()
    walk.state("nästa vecka")

    page.locator("#dela-knapp").click()
    dialog = page.get_by_role("dialog", name="Dela planeringen")
    expect(dialog).to_be_visible()
    walk.state("delningen öppen")

    dialog.get_by_role("button", name="Kopiera länk").click()
    expect(dialog.locator("#kopierad")).to_have_text("Länken är kopierad")
    walk.state("länken kopierad")

    dialog.get_by_label("E-post").fill("karin")
    dialog.get_by_role("button", name="Dela planeringen").click()
    expect(dialog.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("delningen med fel")

    dialog.get_by_label("E-post").fill("karin@exempel.invalid")
    dialog.get_by_label("Bara tiderna").check()
    dialog.get_by_role("button", name="Dela planeringen").click()
    expect(page.get_by_text("Planeringen är delad")).to_be_visible()
    walk.state("planeringen delad")

    page.get_by_role("button", name="Sluta dela med bo.exempelstrom@exempel.invalid").click()
    expect(page.get_by_text("Delningen är avslutad")).to_be_visible()
    walk.state("delningen avslutad")
