"""Files breaches in a tracker: one ticket a fingerprint, however many nights it is seen.

A ticket is found again by its label, so the same run told twice files nothing twice. Nothing is closed or changed:
that is for those who mend.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from harness.telling.post import send
from reports import azure_devops, jira
from reports.ticket import Ticket


@dataclass(frozen=True)
class Filed:
    """What was filed now, and what was there before; each ticket's name in the tracker by fingerprint."""

    new: dict[str, str]
    known: dict[str, str]


@dataclass(frozen=True)
class Jira:
    """A Jira: `url` without a path, the `project`'s key, and a token; with `user` it is Jira Cloud."""

    url: str
    project: str
    token: str
    user: str = ""

    def find(self, ticket: Ticket) -> str | None:
        """Key of the ticket that is there, None where there is none."""
        query = quote(f'project = "{self.project}" AND labels = "{ticket.label}"')
        path = "/rest/api/3/search/jql" if self.user else "/rest/api/2/search"
        told = self._send(f"{path}?jql={query}&fields=key&maxResults=1", method="GET")
        return next((str(one["key"]) for one in told.get("issues", [])), None)

    def file(self, ticket: Ticket) -> str:
        """Key of a new ticket."""
        fields = {
            "project": {"key": self.project},
            "issuetype": {"name": "Bug"},
            "summary": ticket.title,
            "description": ticket.text,
            "labels": list(ticket.labels),
            "priority": {"name": jira.PRIORITY[ticket.priority]},
        }
        return str(self._send("/rest/api/2/issue", {"fields": fields})["key"])

    def _send(self, path: str, told: object = None, method: str = "POST") -> Any:
        login = f"Basic {_base64(f'{self.user}:{self.token}')}" if self.user else f"Bearer {self.token}"
        return send(self.url.rstrip("/") + path, told, method=method, headers={"Authorization": login})


@dataclass(frozen=True)
class AzureDevOps:
    """An Azure DevOps: `url` of the organisation, the `project`, and a personal access token."""

    url: str
    project: str
    token: str

    def find(self, ticket: Ticket) -> str | None:
        """Number of the work item that is there, None where there is none."""
        query = f"SELECT [System.Id] FROM workitems WHERE [System.Tags] CONTAINS '{ticket.label}'"
        told = self._send("wiql?api-version=7.1&$top=1", {"query": query})
        return next((str(one["id"]) for one in told.get("workItems", [])), None)

    def file(self, ticket: Ticket) -> str:
        """Number of a new work item."""
        fields = {
            "System.Title": ticket.title,
            "Microsoft.VSTS.TCM.ReproSteps": azure_devops.steps(ticket),
            "Microsoft.VSTS.Common.Priority": int(azure_devops.PRIORITY[ticket.priority]),
            "System.Tags": "; ".join(ticket.labels),
        }
        patch = [{"op": "add", "path": f"/fields/{name}", "value": value} for name, value in fields.items()]
        return str(self._send("workitems/$Bug?api-version=7.1", patch, "application/json-patch+json")["id"])

    def _send(self, path: str, told: object, content_type: str = "application/json") -> Any:
        url = f"{self.url.rstrip('/')}/{quote(self.project)}/_apis/wit/{path}"
        login = f"Basic {_base64(f':{self.token}')}"
        return send(url, told, headers={"Authorization": login}, content_type=content_type)


def file_all(tracker: Jira | AzureDevOps, tickets: Iterable[Ticket], tell: Callable[[str], None] = print) -> Filed:
    """File what the tracker does not have. Raises RunBroken where it does not answer; what was filed stays filed."""
    filed = Filed({}, {})
    for ticket in tickets:
        found = tracker.find(ticket)
        if found:
            filed.known[ticket.fingerprint] = found
        else:
            filed.new[ticket.fingerprint] = tracker.file(ticket)
            tell(f"{filed.new[ticket.fingerprint]}: {ticket.title}")
    return filed


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
