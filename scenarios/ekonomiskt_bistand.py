"""Ekonomiskt bistånd."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from scenarios.conftest import LogIn
from scenarios.model import Area, Audience, Walk, scenario


@scenario(
    id="EB-1",
    title="Ansöka om ekonomiskt bistånd",
    area=Area.EKONOMISKT_BISTAND,
    audience=Audience.INVANARE,
    surface="kundportal",
    story="""Jag är en människa utan pengar till hyran. Jag vill ansöka om ekonomiskt bistånd och signera hemifrån,
    så att jag får ett beslut i tid utan att behöva be någon om hjälp.""",
)
def ansok_om_bistand(resident: Page, walk: Walk) -> None:
    page = resident
    page.clock.install()
    page.get_by_role("link", name="Ansök om ekonomiskt bistånd").click()
    expect(page.get_by_role("heading", name="Ansök om ekonomiskt bistånd")).to_be_visible()
    walk.state("steg 1 tomt")

    page.locator("#epost").fill("alma")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("steg 1 med fel")

    page.get_by_label("Telefon").fill("070-174 06 00")
    page.locator("#epost").fill("alma@exempel.invalid")
    page.get_by_role("radio", name="Hyresrätt").click()
    expect(page.get_by_label("Hur mycket är hyran")).to_be_visible()
    walk.state("steg 1 hyran efterfrågas")

    page.get_by_label("Hur mycket är hyran").fill("7 400")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Din ekonomi")).to_be_visible()
    walk.state("steg 2 tomt")

    page.get_by_label("Lön efter skatt").fill("ingen")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("steg 2 med fel")

    page.get_by_label("Lön efter skatt").fill("0")
    page.get_by_label("Bidrag och ersättningar").fill("1 300")
    page.get_by_label("Hushållsel").fill("620")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Bilagor")).to_be_visible()
    walk.state("steg 3 tomt")

    page.get_by_label("Fil").set_input_files(
        {"name": "hyresavi.jpg", "mimeType": "image/jpeg", "buffer": b"0" * 1_200_000}
    )
    page.get_by_role("button", name="Ladda upp").click()
    expect(page.get_by_role("link", name="hyresavi.jpg är för stor")).to_be_visible()
    walk.state("steg 3 för stor fil")

    page.get_by_label("Fil").set_input_files(
        {"name": "hyresavi.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    page.get_by_role("button", name="Ladda upp").click()
    expect(page.get_by_text("hyresavi.pdf")).to_be_visible()
    walk.state("steg 3 fil uppladdad")

    page.get_by_role("link", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Granska ansökan")).to_be_visible()
    walk.state("granskningen")

    page.clock.fast_forward("18:30")
    expect(page.get_by_role("dialog", name="Du loggas snart ut")).to_be_visible()
    walk.state("varning om tidsgräns")

    page.get_by_role("button", name="Fortsätt vara inloggad").click()
    page.get_by_role("button", name="Gå till signering").click()
    expect(page.get_by_role("link", name="Intyga att uppgifterna stämmer")).to_be_visible()
    walk.state("granskningen utan intygande")

    page.get_by_label("Jag intygar").check()
    page.get_by_role("button", name="Gå till signering").click()
    page.get_by_role("button", name="Öppna legitimationen").click()
    expect(page.get_by_text("Väntar på att du skriver")).to_be_visible()
    walk.state("signeringen väntar")

    page.get_by_role("button", name="Låtsas skriva rätt kod").click()
    expect(page.get_by_role("heading", name="Ansökan är inskickad")).to_be_visible()
    walk.state("kvittot")


@scenario(
    id="EB-2",
    title="Handlägga återansökan",
    area=Area.EKONOMISKT_BISTAND,
    audience=Audience.MEDARBETARE,
    surface="arendesystem",
    story="""Jag är handläggare. Jag vill räkna igenom en återansökan, ändra det som inte kan godkännas, fatta beslut
    och betala ut, så att sökanden har pengar när månaden börjar.""",
)
def handlagga_ateransokan(page: Page, walk: Walk, log_in: LogIn) -> None:
    log_in("Handläggare, ekonomiskt bistånd")
    page.get_by_role("link", name="Återansökningar").click()
    expect(page.get_by_role("heading", name="Återansökningar")).to_be_visible()
    walk.state("inkomna återansökningar")

    page.get_by_role("link", name="Fatima Testlund").click()
    expect(page.get_by_role("heading", name="Beräkning")).to_be_visible()
    walk.state("beräkningen")

    travel = page.get_by_role("gridcell", name="1 020 kr").last
    travel.dblclick()
    editor = page.locator(".grid__editor")
    expect(editor).to_be_focused()
    walk.state("beloppet redigeras")

    editor.fill("tusen")
    editor.press("Enter")
    expect(page.get_by_text("Skriv godkänt belopp")).to_be_visible()
    walk.state("beloppet är fel")

    editor.fill("900")
    editor.press("Enter")
    expect(page.get_by_text("8 390 kr")).to_be_visible()
    walk.state("beräkningen ändrad")

    page.get_by_role("button", name="Fatta beslut").click()
    expect(page.get_by_role("heading", name="Något behöver rättas")).to_be_visible()
    walk.state("beslutet ofullständigt")

    page.get_by_label("Delvis bifall").check()
    page.get_by_label("Motivering").fill(
        "Resorna godkänns till kostnaden för SL-kort. Elen godkänns till skälig kostnad."
    )
    page.get_by_role("button", name="Fatta beslut").click()
    expect(page.get_by_role("dialog", name="Fatta beslut och betala ut?")).to_be_visible()
    walk.state("utbetalningen bekräftas")

    page.get_by_role("button", name="Besluta och betala ut").click()
    expect(page.get_by_role("heading", name="Beslutet är fattat")).to_be_visible()
    walk.state("beslutet fattat")
