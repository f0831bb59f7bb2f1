"""Wagtail: an editor's tool with rich text, blocks, dialogs that choose, lists with filters, menus and side panels."""

from __future__ import annotations

from playwright.sync_api import Page

from harness.bench.apps.model import App
from scenarios.model import Walk

SEND = "(form) => { form.noValidate = true; form.requestSubmit(); }"
"""Sends a form although the browser would hold it back: what is looked at is how the application tells of errors."""


def drive(page: Page, walk: Walk) -> None:
    page.goto("/admin/login/")
    walk.state("inloggningen")
    page.locator("[name=username]").fill("prov")
    page.locator("[name=password]").fill("prov")
    page.locator("form [type=submit]").first.click()
    page.goto("/admin/")
    walk.state("startsidan")
    page.goto("/admin/snippets/arbetsplats/arende/")
    walk.state("ärendelistan")
    page.goto("/admin/snippets/arbetsplats/arende/add/")
    page.locator(".public-DraftEditor-content").first.wait_for()
    walk.state("nytt ärende, tomt")
    with page.expect_navigation():
        page.locator("main form[method=POST]").first.evaluate(SEND)
    page.locator(".public-DraftEditor-content").first.wait_for()
    walk.state("nytt ärende med fel")
    page.goto("/admin/pages/3/edit/")
    page.locator(".public-DraftEditor-content").first.wait_for()
    walk.state("riktlinjen i redigering")
    page.locator(".public-DraftEditor-content").first.click()
    walk.state("texten i fokus")
    page.locator("[data-chooser-action-choose]:visible, button.chooser__choose-button:visible").first.click()
    page.locator(".modal.in, .modal[open], dialog[open]").first.wait_for()
    page.get_by_role("dialog").locator("[data-chooser-modal-choice]").first.wait_for()
    walk.state("dialogrutan välj bild")
    page.goto("/admin/pages/2/")
    walk.state("sidlistan")
    page.goto("/admin/images/")
    walk.state("bilderna")
    page.goto("/admin/users/")
    walk.state("användarna")
    page.goto("/admin/pages/3/delete/")
    walk.state("bekräfta borttagning")
    page.goto("/admin/reports/site-history/")
    walk.state("historiken")


APP = App(
    id="wagtail",
    title="Wagtail",
    requirements=("Django==5.2.19", "wagtail==8.0.1"),
    site="wagtail_cms",
    ready="/admin/login/",
    drive=drive,
)
