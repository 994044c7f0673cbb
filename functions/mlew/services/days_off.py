"""Days on which a plan's people do not work, beside weekends."""

from datetime import date, timedelta

from mlew.documents.public_holidays import public_holidays
from mlew.domain.base import Locale
from mlew.domain.plan import Plan
from mlew.domain.working_days import DaysOff

_FURTHER = timedelta(days=31)
"""A date that is moved off a holiday should not land on the next one."""


def days_off(plan: Plan, locale: Locale) -> DaysOff:
    """Public holidays from the first to the last day that stands in the plan, and a month more."""
    dates = [plan.starts, *_dates(plan)]
    return public_holidays(plan.time_zone, min(dates), max(dates) + _FURTHER, locale)


def _dates(plan: Plan) -> list[date]:
    found = [*(m.planned for m in plan.milestones), *(day for t in plan.tasks for day in (t.start, t.due))]
    found += [report.when.date() for report in plan.reports]
    found += [plan.meeting.first.date(), plan.meeting.until] if plan.meeting else []
    return [day for day in found if day is not None]
