"""The made-up run of the reports' tests serves here too."""

from tests.reports.conftest import run

__all__ = ["run"]
