"""Kommunal hälso- och sjukvård."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="HS-2",
    title="Signera läkemedel",
    area=Area.HALSO_OCH_SJUKVARD,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är sjuksköterska. Jag vill signera varje dos när den är given och få veta när en dos håller på att
    bli sen, så att ingen blir utan sin medicin och ingen får den två gånger.""",
)
def signera_lakemedel(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Sjuksköterska, hälso- och sjukvård")
    page.clock.install()
    page.get_by_role("link", name="Signera läkemedel").click()
    expect(page.get_by_text("1 av 5 doser är signerade")).to_be_visible()
    walk.state("signeringslistan")

    page.get_by_role("button", name="Signera Exemplin").click()
    expect(page.get_by_text("2 av 5 doser är signerade")).to_be_visible()
    walk.state("läkemedlet signerat")

    page.get_by_text("Ångra", exact=True).click()
    expect(page.get_by_text("1 av 5 doser är signerade")).to_be_visible()
    walk.state("signeringen ångrad")

    page.clock.fast_forward("05:00")
    expect(page.get_by_text("Providin ska ges senast 09.45")).to_be_visible()
    walk.state("larm om tidsgräns")

    page.get_by_role("button", name="Signera sent Påhittin").click()
    dialog = page.get_by_role("dialog", name="Signera sen dos")
    expect(dialog).to_be_visible()
    walk.state("dialogen för sen dos")

    dialog.get_by_role("button", name="Signera dosen").click()
    expect(dialog.get_by_role("link", name="Välj varför dosen ges sent")).to_be_visible()
    walk.state("dialogen med fel")

    dialog.get_by_label("Patienten sov").check()
    dialog.get_by_role("button", name="Signera dosen").click()
    expect(page.get_by_text("2 av 5 doser är signerade")).to_be_visible()
    walk.state("sen dos signerad")
