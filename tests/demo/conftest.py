"""What the demo's tests share: the journeys through its pages, without a browser."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

import demo
from demo.faults import fault as switched
from tests.demo.journeys import Step, staff_journeys
from tests.demo.journeys_of_residents import resident_journeys

STAFF = [
    ("POST", "/arendesystem/logga-in", {"anvandarnamn": "handlaggare", "losenord": "övningsmiljö"}),
    ("POST", "/arendesystem/roll", {"roll": "Enhetschef"}),
]
RESIDENT = [("POST", "/kundportal/logga-in", {"till": ""})]


@dataclass(frozen=True)
class Answer:
    """A page that a journey came to."""

    method: str
    address: str
    status: int
    html: str


def upload(name: str, size: int = 10) -> dict[str, Any]:
    return {"fil": (io.BytesIO(b"0" * size), name)}


CASE = "/arendesystem/ekonomiskt-bistand/ateransokningar/8812"
ORDER = "/arendesystem/funktionsnedsattning/bestallning/"
CONCERN = "/arendesystem/barn-och-unga/orosanmalningar/"
DOSES = "/arendesystem/halso-och-sjukvard/lakemedel/"
NOTICES = "/arendesystem/aviseringar/"
ACCOUNTS = "/kundportal/arsrakning/"
APPLICATION = "/kundportal/ekonomiskt-bistand/"
CONCERN_RIGHT = {
    "anmalare": "anonym",
    "barn": "Annika",
    "personnummer": "20120231-4425",
    "skydd": "ja",
    "inkom": "2026-11-24",
    "handelse": "Text",
    "akut": "nej",
}


def journeys() -> dict[str, list[Step]]:
    """Every page of every workflow, with its forms empty, wrong and right. Made anew: uploads are read once."""
    return (
        {
            "log in": [
                ("GET", "/", {}),
                ("GET", "/arendesystem/logga-in", {}),
                ("POST", "/arendesystem/logga-in", {}),
                STAFF[0],
                ("GET", "/arendesystem/roll", {}),
                ("POST", "/arendesystem/roll", {}),
                STAFF[1],
                ("GET", "/arendesystem/", {}),
                ("GET", "/arendesystem/utloggad", {}),
            ],
            "find a person": [
                *STAFF,
                *(
                    ("GET", f"/arendesystem/personer{rest}", {})
                    for rest in ("", "?q=e", "?q=e&sida=2", "?q=Elin", "?q=xyz", "/3")
                ),
            ],
            "accounts": [
                *RESIDENT,
                ("GET", ACCOUNTS, {}),
                ("POST", ACCOUNTS, {}),
                (
                    "POST",
                    ACCOUNTS,
                    {"huvudman": "Berit Skissgren", "fran": "2026-01-01", "till": "2026-12-31", "tillgangar": "1"},
                ),
                ("POST", f"{ACCOUNTS}poster", {"typ": "Inkomst", "vad": "Lön", "belopp": "x"}),
                ("POST", f"{ACCOUNTS}poster", {"typ": "Inkomst", "vad": "Lön", "belopp": "1"}),
                ("POST", f"{ACCOUNTS}bilagor", upload("a.docx")),
                ("POST", f"{ACCOUNTS}bilagor", upload("a.pdf")),
                ("GET", f"{ACCOUNTS}granska", {}),
                ("POST", f"{ACCOUNTS}granska", {}),
                ("POST", f"{ACCOUNTS}granska", {"intygar": "ja"}),
            ],
            "concern": [
                *STAFF,
                ("GET", CONCERN, {}),
                ("GET", f"{CONCERN}ny", {}),
                ("POST", f"{CONCERN}ny", {}),
                ("POST", f"{CONCERN}ny", CONCERN_RIGHT),
                ("POST", f"{CONCERN}ny", CONCERN_RIGHT | {"bekraftad": "ja"}),
            ],
            "home": [
                *STAFF,
                *(
                    ("GET", f"/arendesystem/vuxen/boenden/{rest}", {})
                    for rest in ("", "?sida=2", "?form=Jourboende&behov=markplan", "5")
                ),
                ("POST", "/arendesystem/vuxen/boenden/5", {}),
                ("POST", "/arendesystem/vuxen/boenden/5", {"person": "Erik", "fran": "2026-11-24"}),
            ],
            "application": [
                *RESIDENT,
                ("GET", APPLICATION, {}),
                ("POST", APPLICATION, {"epost": "x"}),
                ("POST", APPLICATION, {"telefon": "1", "epost": "a@b.c", "boende": "saknar"}),
                ("POST", f"{APPLICATION}ekonomi", {}),
                ("POST", f"{APPLICATION}ekonomi", {"lon": "0", "bidrag": "0", "el": "1 200 kr"}),
                ("POST", f"{APPLICATION}bilagor", upload("a.jpg", 1_000_001)),
                ("POST", f"{APPLICATION}bilagor", upload("a.jpg")),
                ("GET", f"{APPLICATION}granska", {}),
                ("POST", f"{APPLICATION}granska", {}),
                ("POST", f"{APPLICATION}granska", {"intygar": "ja"}),
                ("POST", f"{APPLICATION}signera", {}),
                ("GET", "/kundportal/", {}),
                ("GET", "/kundportal/utloggad", {}),
            ],
            "decision": [
                *STAFF,
                ("GET", CASE.removesuffix("8812"), {}),
                ("GET", CASE, {}),
                ("POST", CASE, {}),
                ("POST", CASE, {"beslut": "bifall", "motivering": "Text", "godkant-resor": "900"}),
                ("POST", CASE, {"beslut": "bifall", "motivering": "Text", "bekraftad": "ja"}),
            ],
            "order": [
                *STAFF,
                ("GET", ORDER, {}),
                ("POST", ORDER, {}),
                *(
                    (
                        "POST",
                        ORDER,
                        {
                            "insats": "kontakt",
                            "utforare": "Eken assistans",
                            "timmar": "6",
                            "fran": "2026-12-01",
                            "till": "2027-05-31",
                        }
                        | more,
                    )
                    for more in ({}, {"bekraftad": "ja"})
                ),
            ],
            "schedule": [
                *STAFF,
                ("GET", "/arendesystem/aldreomsorg/planering/", {}),
                ("GET", "/arendesystem/aldreomsorg/planering/?dag=1", {}),
                *(
                    (
                        "POST",
                        "/arendesystem/aldreomsorg/planering/",
                        {"besok": "2", "vem": "Noor Stödberg", "tid": hour},
                    )
                    for hour in ("12", "10")
                ),
            ],
            "notices": [
                *STAFF,
                ("GET", NOTICES, {}),
                ("POST", f"{NOTICES}lasta", {"id": "3"}),
                ("POST", f"{NOTICES}angra", {}),
                ("POST", f"{NOTICES}hamta", {}),
                ("POST", f"{NOTICES}lasta", {}),
                ("GET", f"{NOTICES}5", {}),
            ],
            "doses": [
                *STAFF,
                ("GET", DOSES, {}),
                ("POST", f"{DOSES}2/signera", {}),
                ("POST", f"{DOSES}2/angra", {}),
                ("POST", f"{DOSES}1/signera", {}),
                ("POST", f"{DOSES}1/signera", {"skal": "sov"}),
                ("GET", f"{DOSES}fakta", {}),
            ],
        }
        | staff_journeys(STAFF)
        | resident_journeys(STAFF)
    )


def travel(client: FlaskClient, steps: list[Step]) -> Iterator[Answer]:
    """What a visitor gets who takes these steps, redirects followed."""
    for method, address, data in steps:
        answer = client.open(address, method=method, data=data or None, follow_redirects=True)
        yield Answer(method, address, answer.status_code, answer.get_data(as_text=True))


@pytest.fixture(scope="session")
def clean() -> dict[str, list[Answer]]:
    """The pages of every journey in the clean build."""
    return visit()


def visit(
    faults: Collection[str] = (), only: str = "", fault: Callable[[str], bool] = switched
) -> dict[str, list[Answer]]:
    """The pages of every journey, or of one, in a build. `fault` may stand in for the templates' own switch."""
    app = _app()
    app.config["FAULTS"] = frozenset(faults)
    app.jinja_env.globals["fault"] = fault
    return {name: list(travel(app.test_client(), steps)) for name, steps in journeys().items() if only in ("", name)}


@cache
def _app() -> Flask:
    """One application for all visits: its templates are read once."""
    return demo.create_app()
