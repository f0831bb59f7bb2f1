"""How a defect is mended: the advice of the rule that saw it, where its kind's does not fit."""

from __future__ import annotations

from itertools import product
from typing import get_args

import standards
from defects.model import Defect
from standards.rules import Engine


def fix_of(defect: Defect) -> standards.Text:
    """The same advice in every report."""
    engines = [engine for engine in get_args(Engine) if engine in defect.engines]
    for engine, name in product(engines, defect.rules):
        try:
            if fix := standards.rule(engine, name).fix:
                return fix
        except standards.Unknown:
            continue
    return standards.kind(defect.kind).fix
