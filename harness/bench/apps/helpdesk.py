"""django-helpdesk: a real ticket system: a table filled by script, filters in a side panel, tabs, dialogs, a board."""

from __future__ import annotations

from playwright.sync_api import Page

from harness.bench.apps.model import App
from scenarios.model import Walk

SEND = "(button) => { button.form.noValidate = true; button.form.requestSubmit(button); }"
"""Sends a form although the browser would hold it back: what is looked at is how the application tells of errors."""


def drive(page: Page, walk: Walk) -> None:
    page.goto("/login/")
    walk.state("inloggningen")
    page.locator("#id_username, [name=username]").first.fill("prov")
    page.locator("[name=password]").first.fill("prov")
    page.locator("main form [type=submit], form[method=post] [type=submit]").first.click()
    page.goto("/dashboard/")
    walk.state("översikten")
    page.goto("/tickets/")
    page.locator("#ticketTable tbody tr td a").first.wait_for()
    walk.state("listan")
    page.locator("#advanced-filters").click()
    page.locator("#offcanvasFilters.show:not(.showing)").wait_for()
    walk.state("filtren öppna")
    page.keyboard.press("Escape")
    page.locator("#offcanvasFilters.show").wait_for(state="hidden")
    page.locator("#actions-dropdown > button").click()
    walk.state("åtgärdsmenyn öppen")
    page.goto("/tickets/1/")
    walk.state("ett ärende")
    page.locator("[data-bs-target='#createChecklistModal']").first.click()
    page.locator("#createChecklistModal.show").wait_for()
    walk.state("dialogrutan ny checklista")
    page.goto("/tickets/1/edit/")
    walk.state("ändra ett ärende")
    page.goto("/tickets/submit/")
    walk.state("nytt ärende, tomt")
    with page.expect_navigation():
        page.locator("form[enctype] [type=submit]").first.evaluate(SEND)
    walk.state("nytt ärende med fel")
    page.goto("/kanban/")
    walk.state("tavlan")
    page.goto("/kb/bistand/")
    walk.state("kunskapsbanken")
    page.goto("/reports/")
    walk.state("rapporterna")
    page.goto("/settings/")
    walk.state("inställningarna")


APP = App(
    id="helpdesk",
    title="django-helpdesk",
    requirements=("Django==5.2.19", "django-helpdesk==2.6.1"),
    site="helpdesk",
    ready="/login/",
    drive=drive,
)
