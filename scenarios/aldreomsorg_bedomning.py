"""Äldreomsorg: the assessment of home care."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="AO-1",
    title="Biståndsbedöma hemtjänst",
    area=Area.ALDREOMSORG,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är biståndshandläggare. Jag vill bedöma varje livsområde och hur många timmar som behövs, så att den
    som ansöker får den hjälp hen har rätt till och förstår varför.""",
)
def bedoma_hemtjanst(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Samordnare, äldreomsorg")
    page.get_by_role("link", name="Bedöm hemtjänst").click()
    expect(page.get_by_role("heading", name="Bedöm hemtjänst")).to_be_visible()
    walk.state("bedömningen")

    page.get_by_role("treeitem", name="Hemliv").press("ArrowRight")
    expect(page.get_by_role("treeitem", name="Städa")).to_be_visible()
    walk.state("trädet utfällt")

    page.get_by_role("treeitem", name="Städa").click()
    expect(page.get_by_text("Orkar inte dammsuga")).to_be_visible()
    walk.state("livsområdet valt")

    page.locator("#niva-stada-4").check()
    walk.state("nivån vald")

    hours = page.locator("#del-stada output")
    page.locator("#timmar-stada").drag_to(hours)
    expect(hours).to_have_text("10 timmar")
    walk.state("timmarna ändrade")

    page.get_by_role("button", name="Lämna förslaget").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("bedömningen med fel")

    page.get_by_role("link", name="Bedöm hur mycket hjälp som behövs: tvätta sig").click()
    page.locator("#niva-tvatta-2").check()
    page.get_by_label("Varför föreslår du detta?").fill("Astrid behöver hjälp med städning och tillsyn vid dusch.")
    page.get_by_role("button", name="Lämna förslaget").click()
    expect(page.get_by_role("heading", name="Förslaget är lämnat")).to_be_visible()
    walk.state("förslaget lämnat")
