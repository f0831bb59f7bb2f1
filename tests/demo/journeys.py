"""More journeys of the demo's tests: the workflows of staff that have a module of their own."""

from __future__ import annotations

import io
from typing import Any

Step = tuple[str, str, dict[str, Any]]

INVESTIGATION = "/arendesystem/barn-och-unga/utredningar/2988"
BOARD = "/arendesystem/vuxen/insatser/"
ASSESSMENT = "/arendesystem/aldreomsorg/bedomning/"
RECORD = "/arendesystem/halso-och-sjukvard/journal/"
SUPPORT = "/arendesystem/support/"
CLEANING = "/arendesystem/stadning/"
FIGURES = "/arendesystem/statistik/"
ACCOUNTS = "/arendesystem/overformyndare/granskning/"


def staff_journeys(log_in: list[Step]) -> dict[str, list[Step]]:
    """Every page of these workflows, with its forms empty, wrong and right."""
    return {name: [*log_in, *steps] for name, steps in _steps().items()}


def _steps() -> dict[str, list[Step]]:
    right = {"saldo": "ja", "inkomster": "ja", "utgifter": "nej", "anmarkning": "Text"}
    return {
        "examination": [
            ("GET", ACCOUNTS, {}),
            ("GET", f"{ACCOUNTS}?q=olle&lage=Granskad", {}),
            ("GET", f"{ACCOUNTS}114", {}),
            ("POST", f"{ACCOUNTS}114", {"utgifter": "nej"}),
            ("POST", f"{ACCOUNTS}114", right),
            ("POST", f"{ACCOUNTS}114/beslut", {"tom": ""}),
            ("POST", f"{ACCOUNTS}114/beslut", {"beslut": "med"}),
        ],
        "investigation": [
            ("GET", INVESTIGATION.removesuffix("2988"), {}),
            ("GET", INVESTIGATION, {}),
            ("POST", f"{INVESTIGATION}/foraldrar", {"text": "<p>Text</p>"}),
            ("GET", f"{INVESTIGATION}/samtal", {}),
            ("POST", INVESTIGATION, {"skal": ""}),
            ("POST", INVESTIGATION, {"forslag": "insats", "skal": "Text"}),
        ],
        "board": [
            ("GET", BOARD, {}),
            ("POST", f"{BOARD}flytta", {"id": "3", "till": "pagar"}),
            ("POST", BOARD, {"startar": "x"}),
            ("POST", BOARD, {"insats": "Text", "ansvarig": "Robin Ledberg", "startar": "2027-01-11"}),
        ],
        "assessment": [
            ("GET", ASSESSMENT, {}),
            ("POST", ASSESSMENT, {"timmar-stada": "x", "timmar-mat": "99"}),
            (
                "POST",
                ASSESSMENT,
                {f"niva-{one}": "2" for one in ("tvatta", "kla", "mat", "stada", "ga")} | {"motivering": "Text"},
            ),
        ],
        "record": [
            ("GET", RECORD, {}),
            ("POST", RECORD, {"tid": "nio", "sok-somn": ""}),
            ("POST", RECORD, {"tid": "11.15", "sok-somn": "Text"}),
            ("POST", RECORD, {"tid": "09.15", "orsak": "Text", "sok-somn": "Text"}),
        ],
        "support": [
            ("GET", SUPPORT, {}),
            ("POST", SUPPORT, {"epost": "x"}),
            ("POST", f"{SUPPORT}bilaga", {"fil": (io.BytesIO(b"x"), "a.tiff")}),
            ("POST", f"{SUPPORT}bilaga", {"fil": (io.BytesIO(b"x" * 1_000_001), "a.png")}),
            ("POST", f"{SUPPORT}bilaga", {"fil": (io.BytesIO(b"x"), "a.png")}),
            ("POST", f"{SUPPORT}bilaga/0/ta-bort", {}),
            ("POST", SUPPORT, {"plats": "Annat", "prioritet": "stopp", "beskrivning": "Text", "epost": "a@b.c"}),
        ],
        "cleaning": [
            ("GET", CLEANING, {}),
            ("POST", f"{CLEANING}ratta", {"nummer": ["1", "2"]}),
            ("GET", f"{CLEANING}rader", {}),
        ],
        "statistics": [
            ("GET", FIGURES, {}),
            ("GET", f"{FIGURES}?period=h1&fil=csv", {}),
            ("POST", f"{FIGURES}exportera", {"period": "h1"}),
            ("POST", f"{FIGURES}exportera", {"period": "h1", "format": "txt"}),
            ("GET", f"{FIGURES}nya-arenden.csv", {}),
            ("GET", "/beslutsstod/?verksamhet=Hemtjänst", {}),
            ("POST", "/arendesystem/roll", {"roll": "Socialsekreterare, vuxen"}),
            ("GET", FIGURES, {}),
        ],
    }
