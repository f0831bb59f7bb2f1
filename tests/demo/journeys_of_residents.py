"""More journeys of the demo's tests: the services that residents use, and the booking of their meetings."""

from __future__ import annotations

from tests.demo.journeys import Step

RESIDENT: list[Step] = [("POST", "/kundportal/logga-in", {"till": ""})]
TRUSTEE = "/kundportal/god-man/"
WORRY = "/kundportal/orosanmalan/"
SHELTER = "/kundportal/skydd/"
MY_CASE = "/kundportal/mitt-arende/"
SUPPORT = "/kundportal/lss/"
RELATIVE = "/kundportal/planering/"
MEETINGS = "/arendesystem/barn-och-unga/moten/"
PROJECT = "/projektwebben/"

TRUSTEE_WHOM = {
    "vem": "annan",
    "namn": "Anders",
    "personnummer": "19470231-3312",
    "adress": "Skissgränd 8",
    "relation": "foralder",
    "vet": "ja",
}
TRUSTEE_NEED = {"hjalp": "egendom", "tillgangar": "lite", "forslag": "nej", "brevadress": "Skissgränd 8"}


def resident_journeys(log_in: list[Step]) -> dict[str, list[Step]]:
    """Every page of these services, with its forms empty, wrong and right."""
    return {
        "trustee": [
            *RESIDENT,
            ("GET", TRUSTEE, {}),
            ("POST", TRUSTEE, {"vem": "annan", "personnummer": "1", "vet": "nej"}),
            ("POST", TRUSTEE, TRUSTEE_WHOM),
            ("POST", f"{TRUSTEE}behovet", {"hjalp": "egendom", "forslag": "ja"}),
            ("POST", f"{TRUSTEE}behovet", TRUSTEE_NEED),
            ("POST", f"{TRUSTEE}granska", {}),
            ("POST", f"{TRUSTEE}granska", {"intygar": "ja"}),
        ],
        "worry": [
            ("GET", WORRY, {}),
            ("GET", f"{WORRY}barnet", {}),
            ("POST", f"{WORRY}barnet", {"alder": "åtta"}),
            ("POST", f"{WORRY}barnet", {"barn": "Dawit", "alder": "8", "plats": "Utkastskolan"}),
            ("POST", f"{WORRY}din-oro", {"oro": "Kort", "kontakt": "namn"}),
            ("POST", f"{WORRY}din-oro", {"oro": "Text " * 5, "relation": "granne", "kontakt": "anonym"}),
            ("POST", f"{WORRY}granska", {}),
            ("GET", f"{WORRY}tiden-ute", {}),
        ],
        "shelter": [
            ("GET", SHELTER, {}),
            ("GET", f"{SHELTER}kontakt", {}),
            ("POST", f"{SHELTER}kontakt", {"satt": "telefon", "nummer": "1"}),
            ("POST", f"{SHELTER}kontakt", {"satt": "sms", "nummer": "0701740600", "tid": "kvall"}),
            ("GET", f"{SHELTER}chatt", {}),
            ("POST", f"{SHELTER}chatt", {}),
            ("POST", f"{SHELTER}chatt", {"meddelande": "Text"}),
            ("GET", "/vader", {}),
        ],
        "my case": [
            *RESIDENT,
            ("GET", MY_CASE, {}),
            ("POST", f"{MY_CASE}meddelande", {}),
            ("POST", f"{MY_CASE}meddelande", {"amne": "annat", "text": "Text"}),
            ("GET", f"{MY_CASE}beslut", {}),
            ("POST", f"{MY_CASE}las-upp", {"kod": "1"}),
            ("POST", f"{MY_CASE}las-upp", {"kod": "123456"}),
            ("POST", f"{MY_CASE}beslut", {}),
        ],
        "support under LSS": [
            *RESIDENT,
            ("GET", SUPPORT, {}),
            ("GET", f"{SUPPORT}?text=lattlast", {}),
            ("GET", f"{SUPPORT}ansok", {}),
            ("POST", f"{SUPPORT}ansok", {}),
            ("POST", f"{SUPPORT}ansok", {"insats": "korttid", "vem": "jag", "behov": "Text", "svar": "brev"}),
            ("POST", f"{SUPPORT}granska", {}),
        ],
        "relative": [
            *RESIDENT,
            ("GET", RELATIVE, {}),
            ("GET", f"{RELATIVE}?vecka=1", {}),
            ("POST", RELATIVE, {"epost": "karin"}),
            ("POST", RELATIVE, {"epost": "karin@exempel.invalid", "vad": "allt"}),
            ("POST", f"{RELATIVE}sluta", {"epost": "karin@exempel.invalid"}),
        ],
        "meetings": [
            *log_in,
            ("GET", MEETINGS, {}),
            ("POST", MEETINGS, {"datum": "2026-12-04"}),
            ("POST", MEETINGS, {"typ": "avtal", "foralder": "amir", "datum": "2026-12-02", "tid": "09.00"}),
            ("POST", f"{MEETINGS}1/avboka", {}),
            ("POST", f"{MEETINGS}angra", {}),
        ],
        "project": [
            ("GET", PROJECT, {}),
            ("POST", f"{PROJECT}kakor", {"val": "alla"}),
            ("GET", f"{PROJECT}nyheter/kundportalen", {}),
            ("GET", f"{PROJECT}en/", {}),
            ("GET", f"{PROJECT}sok?q=barn", {}),
            ("GET", f"{PROJECT}webbkarta", {}),
            ("POST", f"{PROJECT}nyhetsbrev", {"epost": "kim"}),
            ("POST", f"{PROJECT}nyhetsbrev", {"epost": "kim@exempel.invalid", "ofta": "manad"}),
        ],
    }
