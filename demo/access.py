"""Who is logged in. The demo takes anyone at their word; what matters is that the pages are there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import redirect, request, session, url_for
from flask.typing import ResponseReturnValue

P = ParamSpec("P")

View = Callable[P, ResponseReturnValue]


def staff_only(view: View[P]) -> View[P]:
    """Send those who are not logged in with a role to the log-in of the case system."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if "role" in session:
            return view(*args, **kwargs)
        if "staff" in session:
            return redirect(url_for("gemensamt.choose_role"))
        return redirect(url_for("gemensamt.log_in"))

    return guarded


def resident_only(view: View[P]) -> View[P]:
    """Send those who are not logged in to the log-in of the portal, and then back."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if "resident" in session:
            return view(*args, **kwargs)
        return redirect(url_for("kundportal.log_in_resident", till=request.path))

    return guarded
