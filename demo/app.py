"""Makes the application: every area's pages, found by discovery, in one build."""

from __future__ import annotations

import importlib
import pkgutil
import secrets
from collections.abc import Collection
from typing import Any

from flask import Flask, Response, abort, current_app, request, session

from demo import areas, clock, money
from demo.faults import fault
from demo.menu import joined
from demo.people import COLLEAGUES, RESIDENT, Resident, Staff
from demo.scripts import bundle
from demo.store import Store

# No inline script or style, nothing from elsewhere but one frame: what the city's own systems must hold too.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "media-src 'self'; object-src 'self'; frame-src 'self' {frames}; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self' {ancestors}"
)

AN_HOUR = 3600


def create_app(faults: Collection[str] = ()) -> Flask:
    """An Esset with the given faults switched on (see `demo.answer_key`).

    Its configuration's ESSET and BESLUTSSTOD are the two origins that it is served from, empty where that is one and
    the same (see `demo.server`).
    """
    app = Flask("demo")
    app.config.update(
        FAULTS=frozenset(faults),
        ESSET="",
        BESLUTSSTOD="",
        SECRET_KEY=secrets.token_bytes(32),
        SESSION_COOKIE_SAMESITE="Lax",
        SEND_FILE_MAX_AGE_DEFAULT=AN_HOUR,
        MAX_CONTENT_LENGTH=20_000_000,
    )
    app.extensions["store"] = Store()
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(fault=fault, today=clock.TODAY, days_left=clock.days_left)
    app.jinja_env.filters.update(datum=clock.in_words, veckodag=clock.with_weekday, kronor=money.kronor)
    areas = _areas()
    for blueprint in (one for module in areas for one in module.BLUEPRINTS):
        app.register_blueprint(blueprint)
    sections = joined(module.SECTION for module in areas)
    app.context_processor(
        lambda: {"sections": sections, "role": session.get("role"), "staff": _staff(), "resident": _resident()}
    )
    app.add_url_rule("/static/esset.js", "scripts", _scripts)
    app.before_request(_at_its_origin)
    app.after_request(_headers)
    return app


def _areas() -> list[Any]:
    """The modules of `demo/areas`, in the order of the rollout that each of them states."""
    found = [importlib.import_module(one.name) for one in pkgutil.iter_modules(areas.__path__, "demo.areas.")]
    return sorted(found, key=lambda module: module.ORDER)


def _staff() -> Staff | None:
    name = session.get("staff")
    return COLLEAGUES.get(name, Staff(name, name)) if name else None


def _resident() -> Resident | None:
    return RESIDENT if "resident" in session else None


def _at_its_origin() -> None:
    """Beslutsstöd's origin has its own pages only, and Esset's has all but them."""
    other = current_app.config["BESLUTSSTOD"]
    theirs = request.blueprint == "beslutsstod"
    if (
        other
        and not (request.endpoint or "").startswith("static")
        and theirs != (request.host_url.rstrip("/") == other)
    ):
        abort(404)


def _scripts() -> Response:
    response = Response(bundle(), mimetype="text/javascript")
    response.cache_control.max_age = AN_HOUR
    return response


def _headers(response: Response) -> Response:
    config = current_app.config
    ancestors = config["ESSET"] if request.blueprint == "beslutsstod" else ""
    response.headers["Content-Security-Policy"] = POLICY.format(frames=config["BESLUTSSTOD"], ancestors=ancestors)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    if response.mimetype == "text/html":
        response.headers["Cache-Control"] = "no-store"
    return response
