"""Barn och unga: familjerätten bokar möten."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="BU-4",
    title="Boka familjerättsmöte",
    area=Area.BARN_OCH_UNGA,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är familjerättssekreterare. Jag vill hitta en dag som är ledig, boka ett samtal och kalla båda
    föräldrarna, så att barnet slipper vänta på att de vuxna kommer överens.""",
)
def boka_familjerattsmote(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Socialsekreterare, barn och unga")
    page.get_by_role("link", name="Familjerättsmöten").click()
    expect(page.get_by_role("heading", name="Familjerättsmöten")).to_be_visible()
    walk.state("bokningen tom")

    page.locator("#oppna-kalender").click()
    calendar = page.get_by_role("dialog", name="Välj datum")
    expect(calendar.get_by_text("november 2026", exact=True)).to_be_visible()
    walk.state("kalendern öppen")

    calendar.get_by_role("button", name="Nästa månad").click()
    expect(calendar.get_by_text("december 2026", exact=True)).to_be_visible()
    walk.state("nästa månad")

    calendar.get_by_role("gridcell", name="torsdag 3 december 2026").click()
    expect(calendar).to_be_hidden()
    expect(page.get_by_label("Datum", exact=True)).to_have_value("2026-12-03")
    walk.state("datumet valt")

    page.get_by_label("Vad gäller mötet?").select_option("Samarbetssamtal")
    page.get_by_label("13.00").check()
    page.get_by_role("button", name="Boka mötet").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("bokningen med fel")

    page.get_by_label("Amir Testberg").check()
    page.get_by_label("Johanna Skisslund").check()
    page.get_by_label("14.30").check()
    page.get_by_role("button", name="Boka mötet").click()
    expect(page.get_by_text("Mötet är bokat")).to_be_visible()
    walk.state("mötet bokat")

    page.get_by_role("button", name="Avboka Samarbetssamtal torsdag 26 november").click()
    expect(page.get_by_text("Mötet är avbokat")).to_be_visible()
    walk.state("mötet avbokat")
