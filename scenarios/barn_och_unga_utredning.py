"""Barn och unga: the investigation of a child's needs."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="BU-3",
    title="Utreda barns behov",
    area=Area.BARN_OCH_UNGA,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är socialsekreterare. Jag vill skriva utredningen del för del och veta att texten är sparad, så att
    barnet får det stöd som det har rätt till inom fyra månader.""",
)
def utreda_barns_behov(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Socialsekreterare, barn och unga")
    page.get_by_role("link", name="Utredningar").click()
    page.get_by_role("link", name="Annika Provlund").click()
    expect(page.get_by_role("heading", name="Utredning, Annika Provlund")).to_be_visible()
    walk.state("utredningen")

    text = page.locator("#text-behov")
    text.press("Control+End")
    page.locator("#del-behov .editor__button--bold").click()
    expect(page.locator("#del-behov .editor__button--bold")).to_contain_class("is-on")
    walk.state("fetstil vald")

    text.press_sequentially(" Annika säger själv att hon vill bo kvar hemma.")
    expect(page.get_by_text("Sparat klockan 09.30.")).to_be_visible()
    walk.state("texten sparad")

    page.get_by_role("button", name="Visa stödfrågor").click()
    dialog = page.get_by_role("dialog", name="Stödfrågor: barnets behov")
    expect(dialog).to_be_visible()
    walk.state("stödfrågorna öppna")

    dialog.get_by_role("button", name="Stäng").click()
    page.get_by_role("tab", name="Föräldraförmåga").click()
    expect(page.get_by_role("heading", name="Föräldraförmåga")).to_be_visible()
    walk.state("fliken föräldraförmåga")

    # The list is held back until the user has seen that it is on its way.
    held: list[Route] = []
    page.route("**/samtal", lambda route: held.append(route))
    with page.expect_request("**/samtal"):
        page.get_by_role("tab", name="Samtal").click()
    expect(page.locator(".late__waiting")).to_be_visible()
    walk.state("samtalen hämtas")

    held.pop().continue_()
    expect(page.get_by_role("heading", name="Samtal med skolan")).to_be_visible()
    walk.state("samtalen hämtade")

    page.get_by_role("button", name="Lämna för beslut").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("förslaget med fel")

    page.get_by_label("Insats föreslås").check()
    page.get_by_label("Vad bygger förslaget på?").fill("Annika behöver någon hos sig på kvällarna.")
    page.get_by_role("button", name="Lämna för beslut").click()
    expect(page.get_by_role("heading", name="Utredningen är lämnad")).to_be_visible()
    walk.state("utredningen lämnad")
