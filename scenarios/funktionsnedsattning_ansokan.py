"""Funktionsnedsättning: en invånare ansöker om insats enligt LSS."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="FN-1",
    title="Ansöka om LSS-insats",
    area=Area.FUNKTIONSNEDSATTNING,
    audience=Audience.INVANARE,
    surface="kundportal",
    story="""Jag är en ung man med intellektuell funktionsnedsättning. Jag vill läsa lättläst, lyssna och se film om
    hur man söker, så att jag själv kan ansöka om en ledsagare.""",
)
def ansok_om_lss(resident: Page, walk: Walk) -> None:
    page = resident
    page.get_by_role("link", name="Ansök om stöd enligt LSS").click()
    expect(page.get_by_role("heading", name="Stöd enligt LSS")).to_be_visible()
    walk.state("om LSS")

    page.get_by_role("link", name="Lättläst").click()
    expect(page.get_by_role("heading", name="Se film")).to_be_visible()
    walk.state("lättläst vald")

    for summary in page.locator("summary").all():
        summary.click()
    walk.state("filmens text utfälld")

    page.get_by_role("link", name="Ansök", exact=True).click()
    expect(page.get_by_role("heading", name="Ansök här")).to_be_visible()
    walk.state("ansökan tom")

    page.get_by_label("Ledsagare").check()
    page.get_by_role("button", name="Granska ansökan").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("ansökan med fel")

    page.get_by_label("Jag själv").check()
    page.get_by_label("Vad behöver du hjälp med?").fill("Jag vill gå på fotboll. En gång i veckan.")
    page.get_by_label("Inspelad på video").check()
    walk.state("ansökan ifylld")

    page.get_by_role("button", name="Granska ansökan").click()
    expect(page.get_by_role("heading", name="Stämmer det här?")).to_be_visible()
    walk.state("granskningen")

    page.get_by_role("button", name="Skicka ansökan").click()
    expect(page.get_by_role("heading", name="Vi har fått din ansökan")).to_be_visible()
    walk.state("kvittot")
