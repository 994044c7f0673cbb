"""The report as HTML. Everything that people wrote is escaped; a policy in the page forbids the rest."""

from functools import cache

from jinja2 import Environment

from mlew.decision.report import pictures
from mlew.decision.report.content import VerdictReport
from mlew.decision.report.view import View
from mlew.decision.report.words import words
from mlew.documents.web_page.frame import environment
from mlew.documents.web_page.side_by_side import render_side_by_side

_PACKAGE = "mlew.decision.report"


def render_verdicts(report: VerdictReport) -> str:
    """The page. The same report is the same text."""
    said = words(report.locale)
    return render_side_by_side(_environment(), _PACKAGE, report, said, view=View(report, said))


@cache
def _environment() -> Environment:
    return environment(_PACKAGE, names={"picture": pictures.picture, "line_place": pictures.line_place})
