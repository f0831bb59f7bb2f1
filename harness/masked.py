"""The mask of a run: what it hides, and how what is kept is put through it.

Every line of the journal passes here, and reports, history and messages are made from the journal alone. Ids, times
and the suite's own words are left as they are: a mask must not make two states one.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from checks.model import Element, Finding, Text, Visit
from harness.config import Config
from harness.errors import UsageError
from masking import Mask


def mask_of(config: Config) -> Mask:
    """The configured mask, which knows the accounts' secrets; UsageError where a file that it needs can't be read."""
    mask = Mask(config.personal.patterns, on=not config.unmasked)
    if config.personal.words:
        try:
            words = Path(config.personal.words).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            told = f"{error}."
            raise UsageError("Filen med namn att maskera går inte att läsa", config.personal.words, told) from None
        for line in words.splitlines():
            mask.learn(line)
    for account in config.accounts.values():
        if account.password_env in os.environ or account.password_file or account.password_command:
            mask.keep(account.password)
    return mask


def masked_visit(visit: Visit, mask: Mask) -> Visit:
    """A visit as it may be kept."""
    return replace(
        visit,
        url=mask.address(visit.url),
        title=mask.text(visit.title),
        findings=tuple(_finding(one, mask) for one in visit.findings),
    )


def _finding(finding: Finding, mask: Mask) -> Finding:
    return replace(
        finding,
        element=finding.element and _element(finding.element, mask),
        expected=_text(finding.expected, mask),
        observed=_text(finding.observed, mask),
        question=finding.question and _text(finding.question, mask),
        evidence={mask.text(name): mask.text(told) for name, told in finding.evidence.items()},
    )


def _element(element: Element, mask: Mask) -> Element:
    return replace(
        element,
        selector=mask.address(element.selector),
        html=mask.text(element.html),
        name=mask.text(element.name),
        role=mask.text(element.role),
        signature=tuple(mask.address(step) for step in element.signature),
    )


def _text(text: Text, mask: Mask) -> Text:
    return Text(mask.text(text.sv), mask.text(text.en))
