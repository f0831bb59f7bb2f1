"""A chat hears of a run, a tracker gets a ticket a fingerprint: against servers on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from harness.errors import RunBroken, UsageError
from harness.telling.trackers import AzureDevOps, Jira, file_all
from harness.telling.webhook import message, tell_webhook
from reports.model import Run
from reports.ticket import tickets

Answer = Callable[[str, str, Any], tuple[int, Any]]


@dataclass
class Service:
    """A server that answers by a function and remembers what it was asked: method, path, headers, body."""

    url: str
    asked: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)
    answer: Answer = lambda method, path, body: (200, None)


@pytest.fixture
def service() -> Iterator[Service]:
    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            told = json.loads(body) if body else None
            served.asked.append((self.command, self.path, dict(self.headers), told))
            status, answer = served.answer(self.command, unquote(self.path), told)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode() if answer is not None else b"ok")

        do_GET = do_POST = _any

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Service(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()


def jira_of(service: Service, user: str = "") -> tuple[Jira, dict[str, str]]:
    """A Jira whose tickets are kept in the dictionary, by label."""
    kept: dict[str, str] = {}

    def answer(method: str, path: str, body: Any) -> tuple[int, Any]:
        if "search" in path:
            wanted = parse_qs(urlsplit(path).query)["jql"][0]
            return 200, {"issues": [{"key": key} for label, key in kept.items() if f'"{label}"' in wanted]}
        (label,) = (one for one in body["fields"]["labels"] if one.startswith("esset-a11y-"))
        kept[label] = f"ESSET-{len(kept) + 1}"
        return 201, {"key": kept[label]}

    service.answer = answer
    return Jira(service.url, "ESSET", "hemligt", user), kept


@pytest.mark.parametrize("user", ["", "konto@exempel.se"])
def test_jira_gets_a_ticket_a_fingerprint_however_often_it_is_told(service: Service, run: Run, user: str) -> None:
    jira, kept = jira_of(service, user)
    told = tickets(run)
    first = file_all(jira, told, tell=lambda line: None)
    again = file_all(jira, told, tell=lambda line: None)
    assert len(first.new) == len(kept) == len(told) > 0
    assert not again.new and again.known == first.new
    login = {headers["Authorization"].split()[0] for _, _, headers, _ in service.asked}
    assert login == ({"Basic"} if user else {"Bearer"})


def test_azure_devops_gets_a_work_item_a_fingerprint(service: Service, run: Run) -> None:
    kept: list[str] = []

    def answer(method: str, path: str, body: Any) -> tuple[int, Any]:
        if "wiql" in path:
            return 200, {"workItems": [{"id": n} for n, label in enumerate(kept, 1) if f"'{label}'" in body["query"]]}
        tags = next(one["value"] for one in body if one["path"] == "/fields/System.Tags")
        kept.append(next(one for one in tags.split("; ") if one.startswith("esset-a11y-")))
        return 200, {"id": len(kept)}

    service.answer = answer
    azure = AzureDevOps(service.url, "Socialtjänst", "hemligt")
    first = file_all(azure, tickets(run), tell=lambda line: None)
    again = file_all(azure, tickets(run), tell=lambda line: None)
    assert len(first.new) == len(tickets(run)) and not again.new
    types = {headers["Content-Type"] for _, path, headers, _ in service.asked if "$Bug" in unquote(path)}
    assert types == {"application/json-patch+json"}


@pytest.mark.parametrize("form", ["teams", "slack", "json"])
def test_a_chat_hears_of_the_run(service: Service, run: Run, form: Any) -> None:
    tell_webhook(f"{service.url}/krok?nyckel=hemligt", form, run, "https://exempel.se/rapport")
    ((method, _, _, told),) = service.asked
    assert method == "POST" and told == message(form, run, "https://exempel.se/rapport")
    assert "https://exempel.se/rapport" in json.dumps(told) and "P1" in json.dumps(told)


def test_what_goes_wrong_is_one_line_without_the_secret(service: Service, run: Run) -> None:
    service.answer = lambda method, path, body: (500, {"message": "nej\n"})
    with pytest.raises(RunBroken) as raised:
        tell_webhook(f"{service.url}/krok?nyckel=hemligt", "json", run)
    assert "500" in str(raised.value) and "hemligt" not in str(raised.value) and "\n" not in str(raised.value)
    with pytest.raises(RunBroken, match="nå"):
        tell_webhook("http://127.0.0.1:9/hemligt", "json", run)
    with pytest.raises(UsageError, match="https"):
        tell_webhook("file:///etc/passwd", "json", run)
