"""Is anything left behind? (METHOD, Improvement edition: what there is at its end)"""

from collections.abc import Sequence

from mlew.domain.base import Locale
from mlew.domain.closing import Closing, ClosingItem
from mlew.domain.closing_texts import CLOSING_FOUND, CLOSING_REMEDIES, CLOSING_TITLES, SURVEY
from mlew.domain.iteration import MILESTONES
from mlew.domain.mock import Mock
from mlew.domain.plan import Plan
from mlew.domain.plan_errors import milestone_name, task_name
from mlew.domain.readiness import ItemState


def closing(
    plan: Plan | None,
    *,
    released: dict[str, bool],
    mocks: Sequence[Mock],
    people: Sequence[str],
    round_: int,
    locale: Locale = "en",
) -> Closing:
    """The checklist and the survey.

    `released`: pair → whether its press release is written; `people`: who should have a task; `round_`: of the
    edition, whose own mocks may still be needed for the tests that follow it.
    """
    return Closing(
        round=round_,
        items=(
            _release(released, locale),
            _milestones(plan, locale),
            _tasks(plan, people, locale),
            _meeting(plan, locale),
            _reports(plan, locale),
            _open_points(plan, locale),
            _mocks(mocks, round_, locale),
        ),
        survey=SURVEY[locale],
    )


def _item(id_: str, state: ItemState, found: str, locale: Locale, *, remedy: str = "", **facts: object) -> ClosingItem:
    said = 0 if locale == "ja" else 1
    return ClosingItem(
        id=id_,
        title=CLOSING_TITLES[id_][said],
        state=state,
        found=CLOSING_FOUND[found][said].format(**facts),
        remedy="" if state == "ok" else CLOSING_REMEDIES[remedy or id_][said],
    )


def _listed(names: Sequence[str], locale: Locale) -> str:
    return ("、" if locale == "ja" else ", ").join(names)


def _release(released: dict[str, bool], locale: Locale) -> ClosingItem:
    open_ = [pair for pair, there in released.items() if not there]
    if open_:
        return _item("press-release", "missing", "no-release", locale, names=_listed(open_, locale))
    return _item("press-release", "ok", "releases", locale, count=len(released))


def _milestones(plan: Plan | None, locale: Locale) -> ClosingItem:
    if plan is None:
        return _item("milestones", "missing", "no-plan", locale)
    wanted = [(name, plan.milestone(name)) for name in MILESTONES[1:]]
    open_ = [milestone_name(name, locale) for name, one in wanted if one is None or not (one.planned or one.actual)]
    if open_:
        return _item("milestones", "missing", "no-dates", locale, names=_listed(open_, locale))
    dates = [f"{milestone_name(name, locale)} {one.actual or one.planned}" for name, one in wanted if one]
    return _item("milestones", "ok", "dates", locale, names=_listed(dates, locale))


def _tasks(plan: Plan | None, people: Sequence[str], locale: Locale) -> ClosingItem:
    """A task without an owner is worse than a person without a task."""
    if plan is None:
        return _item("tasks", "missing", "no-plan", locale)
    if not plan.tasks:
        return _item("tasks", "missing", "no-tasks", locale)
    left = [task_name(task.id, plan) for task in plan.tasks if not task.owner and task.finished is None]
    if left:
        return _item("tasks", "missing", "no-owner", locale, names=_listed(left, locale))
    busy = {task.owner for task in plan.tasks}
    idle = [name for name in people if name not in busy]
    if idle:
        return _item("tasks", "at_risk", "idle", locale, names=_listed(idle, locale))
    return _item("tasks", "ok", "tasks", locale, count=len(plan.tasks))


def _meeting(plan: Plan | None, locale: Locale) -> ClosingItem:
    if plan is None or plan.meeting is None:
        return _item("meeting", "missing", "no-meeting" if plan else "no-plan", locale)
    first, until = plan.meeting.first, plan.meeting.until
    return _item("meeting", "ok", "meeting", locale, first=f"{first:%Y-%m-%d %H:%M}", until=until)


def _reports(plan: Plan | None, locale: Locale) -> ClosingItem:
    """One for each milestone that is still to be reached; some are better than none."""
    if plan is None:
        return _item("reports", "missing", "no-plan", locale)
    days = {report.milestone: report.when for report in plan.reports}
    ahead = [one.name for one in plan.milestones if one.actual is None and one.name != "sponsor"]
    open_ = [milestone_name(name, locale) for name in ahead if name not in days]
    if open_ or not ahead:
        names = open_ or [milestone_name(name, locale) for name in MILESTONES[1:]]
        return _item("reports", "at_risk" if days else "missing", "no-report", locale, names=_listed(names, locale))
    told = [f"{milestone_name(name, locale)} {days[name]:%Y-%m-%d %H:%M}" for name in ahead]
    return _item("reports", "ok", "dates", locale, names=_listed(told, locale))


def _open_points(plan: Plan | None, locale: Locale) -> ClosingItem:
    if plan is None:
        return _item("open-points", "missing", "no-plan", locale)
    open_ = [p.text[:60] for p in plan.open_points if not p.settled and not (p.who and p.until)]
    if open_:
        return _item("open-points", "at_risk", "unsettled", locale, names=_listed(open_, locale))
    return _item("open-points", "ok", "settled", locale)


def _mocks(mocks: Sequence[Mock], round_: int, locale: Locale) -> ClosingItem:
    """Those of rounds before have done their work; those of this one may be about to."""
    online = [mock for mock in mocks if mock.is_seen and mock.state != "destroyed"]
    past = [mock.title for mock in online if mock.round < round_]
    if past:
        return _item("mocks", "missing", "mocks-live", locale, names=_listed(past, locale))
    if online:
        names = _listed([mock.title for mock in online], locale)
        return _item("mocks", "at_risk", "mocks-new", locale, remedy="mocks-new", names=names)
    return _item("mocks", "ok", "mocks-gone", locale)
