"""Äldreomsorg."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="AO-2",
    title="Planera hemtjänstbesök",
    area=Area.ALDREOMSORG,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är samordnare i hemtjänsten. Jag vill se dagens besök och flytta ett som blir sent till någon som
    hinner, så att ingen blir utan sin hjälp.""",
)
def planera_hemtjanst(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Samordnare, äldreomsorg")
    page.get_by_role("link", name="Planera hemtjänst").click()
    expect(page.get_by_role("heading", name="Planera hemtjänst")).to_be_visible()
    walk.state("schemat")

    visit = page.get_by_role("button", name="Astrid Ö. Frukost")
    visit.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    walk.state("verktygstips visas")

    visit.click(button="right")
    expect(page.get_by_role("menuitem", name="Flytta")).to_be_visible()
    walk.state("snabbmenyn öppen")

    page.get_by_role("menuitem", name="Flytta").click()
    dialog = page.get_by_role("dialog", name="Flytta besök")
    expect(dialog).to_be_visible()
    walk.state("dialogen öppen")

    dialog.get_by_label("Vem").select_option("Noor Stödberg")
    dialog.get_by_label("Tid").select_option("12")
    dialog.get_by_role("button", name="Flytta besöket").click()
    expect(dialog.get_by_role("link", name="Välj en annan tid")).to_be_visible()
    walk.state("flytten krockar")

    dialog.get_by_label("Tid").select_option("10")
    dialog.get_by_role("button", name="Flytta besöket").click()
    expect(page.get_by_text("Besöket är flyttat")).to_be_visible()
    walk.state("besöket flyttat")

    page.get_by_role("link", name="Nästa dag").click()
    expect(page.get_by_text("onsdag 25 november")).to_be_visible()
    walk.state("nästa dag")
