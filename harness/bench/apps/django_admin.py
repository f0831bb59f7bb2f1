"""Django's admin: log-in, lists with filters and search, forms with inlines, date pickers, confirmation."""

from __future__ import annotations

from playwright.sync_api import Page

from harness.bench.apps.model import App
from scenarios.model import Walk


def drive(page: Page, walk: Walk) -> None:
    page.goto("/admin/")
    walk.state("inloggningen")
    page.get_by_label("Användarnamn").fill("prov")
    page.get_by_label("Lösenord").fill("fel")
    page.get_by_role("button", name="Logga in").click()
    walk.state("inloggningen med fel")
    page.get_by_label("Användarnamn").fill("prov")
    page.get_by_label("Lösenord").fill("prov")
    page.get_by_role("button", name="Logga in").click()
    page.goto("/admin/")
    walk.state("startsidan")
    page.goto("/admin/arenden/arende/")
    walk.state("listan")
    page.goto("/admin/arenden/arende/?status__exact=nytt&q=e")
    walk.state("listan filtrerad och sökt")
    page.goto("/admin/arenden/arende/add/")
    walk.state("formuläret tomt")
    page.locator("input[name=_save]").click()
    walk.state("formuläret med fel")
    page.goto("/admin/arenden/arende/1/change/")
    walk.state("ett ärende")
    page.locator(".datetimeshortcuts a[id^=calendarlink]").first.click()
    walk.state("datumväljaren öppen")
    page.goto("/admin/arenden/arende/1/history/")
    walk.state("historiken")
    page.goto("/admin/arenden/arende/1/delete/")
    walk.state("bekräfta borttagning")
    page.goto("/admin/password_change/")
    walk.state("byt lösenord")


APP = App(
    id="django-admin",
    title="Djangos administration",
    requirements=("Django==5.2.19",),
    site="django_admin",
    ready="/admin/login/",
    drive=drive,
)
