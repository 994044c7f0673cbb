"""Screens out of the funnel's course, in the report."""

import pytest

from mlew.domain.base import Locale
from mlew.domain.estimate import Rate
from mlew.domain.figures import StepFigure
from mlew.metrics.intervals import rate
from mlew.metrics.report.page import render_report
from tests.unit.metrics.sample_report import sample_report

NOBODY: Rate = rate(0, 0)


@pytest.mark.parametrize(
    ("locale", "wrong", "other"),
    [("en", "When things went wrong", "Other screens"), ("ja", "うまくいかなかったとき", "そのほかの画面")],
)
def test_they_stand_below_the_funnel_by_title_or_by_their_escaped_name(locale: Locale, wrong: str, other: str) -> None:
    report = sample_report(locale, several=False)
    beside = tuple(
        StepFigure(id=id_, title=title, visitors=7, of_started=rate(7, 38), of_previous=NOBODY)
        for id_, title in (("no-stock", "<Nothing> found"), ("<b>", ""))
    )
    total = report.mocks[0].summary.total.model_copy(update={"beside": beside})
    summary = report.mocks[0].summary.model_copy(update={"total": total})
    page = render_report(report._replace(mocks=(report.mocks[0]._replace(summary=summary),)))

    funnel, below = page.split(f"<h4>{wrong}", 1)
    below, rest = below.split(f"<h4>{other}", 1)
    assert "no-stock" not in page and "&lt;Nothing&gt; found" not in funnel
    assert "&lt;Nothing&gt; found" in below and "18%" in below
    assert "&lt;b&gt;" in rest.split("</table>")[0]
