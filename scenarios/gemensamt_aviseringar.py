"""What all areas share: the notices of what has happened."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="GE-6",
    title="Läsa aviseringar",
    area=Area.GEMENSAMT,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är socialsekreterare. Jag vill se vad som har hänt i mina ärenden och få veta när något nytt
    kommer, så att jag hinner göra det som är bråttom.""",
)
def lasa_aviseringar(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Socialsekreterare, vuxen")
    page.clock.install()
    page.get_by_role("link", name="Aviseringar").click()
    expect(page.get_by_text("3 olästa av 5")).to_be_visible()
    walk.state("listan")

    page.locator("#klocka").click()
    expect(page.get_by_role("menuitem", name="Alla aviseringar")).to_be_visible()
    walk.state("menyn öppen")

    page.keyboard.press("Escape")
    page.get_by_role("button", name="Markera som läst Nytt meddelande", exact=True).click()
    expect(page.get_by_text("2 olästa av 5")).to_be_visible()
    walk.state("en avisering läst")

    page.clock.fast_forward("05:00")
    expect(page.get_by_text("3 olästa av 6")).to_be_visible()
    expect(page.locator(".bell__badge")).to_have_text("3")
    walk.state("ny avisering")

    page.get_by_role("button", name="Markera alla som lästa").click()
    expect(page.get_by_text("0 olästa av 6")).to_be_visible()
    walk.state("alla lästa")

    page.get_by_role("link", name="Mötet är flyttat").click()
    expect(page.get_by_role("heading", name="Mötet är flyttat")).to_be_visible()
    walk.state("aviseringen öppen")
