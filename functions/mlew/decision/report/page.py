"""The report as HTML. Everything that people wrote is escaped; a policy in the page forbids the rest."""

from functools import cache

from jinja2 import Environment

from mlew.decision.report import pictures
from mlew.decision.report.content import VerdictReport
from mlew.decision.report.view import View
from mlew.decision.report.words import words
from mlew.documents.web_page.frame import environment, policy_for, style_of

_PACKAGE = "mlew.decision.report"


def render_verdicts(report: VerdictReport) -> str:
    """The page. The same report is the same text."""
    style = style_of(_PACKAGE, "report.css")
    said = words(report.locale)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            locale=report.locale,
            subject=report.subject,
            workshop=report.workshop,
            words=said,
            style=style,
            policy=policy_for(style),
            title=said["title"] if len(report.mocks) > 1 else said["title_one"],
            view=View(report, said),
        )
    )


@cache
def _environment() -> Environment:
    return environment(_PACKAGE, names={"picture": pictures.picture, "line_place": pictures.line_place})
