"""The review pages: an overview, a page a defect, a page a manual test. They need no script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, redirect, request, send_file
from werkzeug.exceptions import HTTPException, NotFound

import standards
from defects.review import is_question
from defects.review_file import Key, Overtaken, ReviewError, mark
from harness.review import forms, listing
from harness.review.desk import Desk
from harness.review.forms import Filled
from harness.review.guard import HEADERS, Guard
from reports.page import write_served_page
from reports.view import card_of

LARGEST = 100_000
"""Most bytes of a form."""


@dataclass
class Sitting:
    """One reviewer at work: the desk, the secrets, and the name that was filled in last."""

    desk: Desk
    port: int = 0
    by: str = ""
    guard: Guard = field(default_factory=Guard)
    today: Callable[[], date] = date.today

    @property
    def root(self) -> str:
        """Path that every page begins with."""
        return f"/{self.guard.token}"


def create_app(sitting: Sitting) -> Flask:
    """The application. `sitting.port` must be the one it is served on before the first request."""
    app = Flask("esset-review", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST

    @app.before_request
    def guard() -> Response | None:
        if why := sitting.guard.refuses(request, sitting.port):
            return Response(why, 403, content_type="text/plain; charset=utf-8")
        return None

    @app.after_request
    def headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        return response

    @app.errorhandler(ReviewError)
    def unusable(error: ReviewError) -> Response:
        return _page(sitting, "stopped.j2", 409, title="Granskningen går inte att läsa", why=str(error))

    @app.errorhandler(HTTPException)
    def lost(error: HTTPException) -> Response:
        return _page(
            sitting,
            "stopped.j2",
            error.code or 500,
            title="Sidan finns inte" if error.code == 404 else "Något gick fel",
            why="Inget är sparat.",
        )

    @app.get("/<token>/")
    def overview(token: str) -> Response:
        laid = sitting.desk.now()
        chosen = listing.Choice.of(request.args)
        return _page(
            sitting,
            "overview.j2",
            title="Granska",
            laid=laid,
            listing=listing.overview(laid, chosen),
            choices={"sort": listing.SORTS, "state": listing.STATES},
        )

    @app.route("/<token>/brist/<fingerprint>", methods=["GET", "POST"])
    def defect(token: str, fingerprint: str) -> Response:
        return _defect(sitting, fingerprint)

    @app.get("/<token>/prov/<place>")
    def tests(token: str, place: str) -> Response:
        laid = sitting.desk.now()
        if not (told := listing.tests_of(laid, place)):
            raise NotFound
        return _page(
            sitting,
            "tests.j2",
            title=f"Manuella prov, {told.title}",
            laid=laid,
            told=told,
            label_of=lambda num: standards.criterion(num).label,
            all_criteria=standards.criteria,
        )

    @app.get("/<token>/prov/<place>/valt")
    def chosen(token: str, place: str) -> Any:
        number, criterion = request.args.get("tillstand", 0, type=int), request.args.get("kriterium", "")
        return redirect(f"{sitting.root}/prov/{quote(place, safe='')}/{number}/{quote(criterion, safe='')}", 303)

    @app.route("/<token>/prov/<place>/<int:number>/<criterion>", methods=["GET", "POST"])
    def test(token: str, place: str, number: int, criterion: str) -> Response:
        return _test(sitting, place, number, criterion)

    @app.get("/<token>/bild/<int:number>")
    def picture(token: str, number: int) -> Response:
        """The picture of a visit, by its number in the run."""
        visits, folder = sitting.desk.run.visits, sitting.desk.run.folder.resolve()
        file = (folder / visits[number].picture).resolve() if number < len(visits) else Path()
        if not file.is_relative_to(folder) or not file.is_file():
            raise NotFound
        return send_file(file)

    return app


def _defect(sitting: Sitting, fingerprint: str) -> Response:
    laid = sitting.desk.now()
    defect = laid.defect(fingerprint)
    if defect is None:
        raise NotFound
    before = laid.decision(fingerprint)
    around = listing.around(laid, fingerprint)

    def show(filled: Filled, status: int = 200, theirs: Any = None, seen: str | None = None) -> Response:
        return _page(
            sitting, "defect.j2", status, title=listing.title(defect), laid=laid, card=card_of(laid.run, defect),
            page={"run": laid.run, "scenarios": {one.id: one for one in laid.run.scenarios}},
            filled=filled, before=before, seen=mark(before) if seen is None else seen, theirs=theirs,
            verdicts=forms.verdicts(defect), question=is_question(defect), around=around,
        )  # fmt: skip

    if request.method == "GET":
        return show(forms.shown(before, sitting.by))
    filled = forms.decision(request.form, defect, sitting.today())
    here = f"{sitting.root}/brist/{fingerprint}"
    after = f"{sitting.root}/brist/{around.left}" if around.left else f"{sitting.root}/"
    return _save(sitting, (fingerprint,), filled, show, here, after)


def _test(sitting: Sitting, place: str, number: int, criterion: str) -> Response:
    laid = sitting.desk.now()
    told = listing.one_test(laid, place, number, criterion)
    if told is None:
        raise NotFound
    before = laid.test(told.planned.key)
    usual, others = forms.kinds_for(criterion) if told.planned.scenario else ((), ())
    methods = list(dict.fromkeys(one.method for one in reversed(laid.book.tests)))[:8]

    def show(filled: Filled, status: int = 200, theirs: Any = None, seen: str | None = None) -> Response:
        return _page(
            sitting, "test.j2", status, title=f"Prov {criterion}, {told.title}", laid=laid, told=told, filled=filled,
            before=before, seen=mark(before) if seen is None else seen, theirs=theirs, results=forms.RESULTS,
            usual=usual, others=others, methods=methods,
        )  # fmt: skip

    if request.method == "GET":
        filled = forms.shown(before, sitting.by)
        if methods and not before:
            filled = Filled({**filled.values, "method": methods[0]}, {})
        return show(filled)
    filled = forms.manual_test(request.form, told.planned.key, laid.run.trace.version, sitting.today())
    here = f"{sitting.root}/prov/{place}/{number}/{criterion}"
    after = f"{sitting.root}/prov/{place}" + (f"/{told.left}" if told.left else "")
    return _save(sitting, told.planned.key, filled, show, here, after)


def _save(sitting: Sitting, key: Key, filled: Filled, show: Callable[..., Response], here: str, after: str) -> Response:
    """Write what was filled in, or show the form again with what is wrong; what was written there is never lost."""
    seen = request.form.get("seen", "")
    if filled.faults:
        return show(filled, 422, seen=seen)
    sitting.by = filled.values["by"]
    try:
        sitting.desk.save({key: filled.entry}, {key: seen})
    except Overtaken as changed:
        theirs = changed.theirs[key]
        return show(filled, 409, theirs=(theirs,), seen=mark(theirs))
    except ReviewError as error:
        return show(Filled(filled.values, {"fil": str(error)}), 409, seen=seen)
    onward = after if request.form.get("then") == "next" else here
    return _redirected(f"{onward}?sparat={'bort' if filled.entry is None else 'ja'}")


def _redirected(address: str) -> Response:
    return Response(status=303, headers={"Location": address})


def _page(sitting: Sitting, template: str, status: int = 200, **told: Any) -> Response:
    page, policy = write_served_page(
        f"review/{template}", root=sitting.root, form=sitting.guard.form, saved=request.args.get("sparat", ""),
        file=str(sitting.desk.file), **told,
    )  # fmt: skip
    return Response(page, status, {"Content-Security-Policy": policy}, content_type="text/html; charset=utf-8")
