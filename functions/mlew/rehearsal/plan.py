"""The plan: nine tasks up to ②, dates around the holidays, owners by role, money from the market estimate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from mlew.documents.plan_people import Brief
from mlew.documents.role_names import ROLES
from mlew.domain.base import Locale
from mlew.domain.feedback_session import DEFAULT_MINIMUM_SAMPLE
from mlew.domain.iteration import Iteration, MilestoneName
from mlew.domain.market_estimate import COST_KINDS, Market
from mlew.domain.plan_draft import (
    CheckName,
    ItemDraft,
    MeetingDraft,
    MilestoneDateDraft,
    PlanDraft,
    PointDraft,
    ReportDraft,
    RequestDraft,
    TaskDraft,
)
from mlew.domain.plan_people import SPONSOR, Person
from mlew.domain.press_release import PressRelease
from mlew.rehearsal.amounts import about
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.language import shorten
from mlew.rehearsal.plan_dates import Calendar
from mlew.rehearsal.plan_words import WORDS, PlanWords

_LATER: tuple[MilestoneName, ...] = ("fan", "share", "release")
_VALIDATION = {"JPY": 800_000.0, "USD": 8_000.0, "EUR": 7_500.0}
_COMPETITION = {"JPY": 20_000_000.0, "USD": 200_000.0, "EUR": 180_000.0}
_AT = {"meeting": time(10, 0), "report": time(15, 0)}


@dataclass(frozen=True)
class Shape:
    """A task without words. Days are working days from the start; `after`: keys of the tasks before."""

    key: str
    roles: tuple[str, ...]
    first: int
    last: int
    effort: float
    after: tuple[str, ...] = ()
    serves: CheckName = "none"


_SHAPES = (
    Shape("appointments", ("sales", "customer_support", "product_manager"), 0, 4, 2, serves="ask_others"),
    Shape("hard-part", ("data_scientist", "developer"), 0, 4, 3, serves="try_first"),
    Shape("approval", ("product_manager",), 5, 7, 1, ("hard-part",), "approval"),
    Shape("build", ("developer", "data_scientist"), 5, 9, 3, ("hard-part",)),
    Shape("build-on", ("developer", "data_scientist"), 10, 14, 4, ("build",)),
    Shape("try", ("sales", "customer_support", "product_manager"), 15, 19, 3, ("appointments", "build-on")),
    Shape("try-on", ("sales", "customer_support", "product_manager"), 20, 24, 3, ("try",)),
    Shape("compare", ("data_scientist", "product_manager"), 25, 27, 2, ("try-on",)),
    Shape("review", ("product_manager",), 28, 30, 1.5, ("compare",)),
)
"""METHOD's order: customers and the hard part first. Whoever had to do all of it would have time for it."""


def compose_plan(
    iteration: Iteration, release: PressRelease, brief: Brief, *, market: Market | None, locale: Locale, asked: Asked
) -> PlanDraft:
    """From the start in the brief. Comments become open points."""
    words = WORDS[locale]
    calendar = Calendar(brief.frame.starts, brief.off)
    names = _names(iteration, release, locale)
    people = [person for person in brief.people if person.alias != SPONSOR]
    approver = SPONSOR if any(person.alias == SPONSOR for person in brief.people) else words.approver
    everybody = [person.alias for person in people]
    shapes = [shape for shape in _SHAPES if not (asked.wants("less-work") and shape.key == "review")]
    owners = _owners(shapes, people, words)
    tasks = [_task(shape, shapes, owners, calendar, words, names) for shape in shapes]
    meeting, weeks, until = calendar.meeting()
    return PlanDraft(
        title=words.title.format(**names),
        milestones=[
            MilestoneDateDraft(name=name, planned=day.isoformat(), line=_line(iteration, name, words, names))
            for name, day in _dates(calendar)
        ],
        tasks=tasks,
        requests=_requests(
            brief,
            market,
            calendar,
            words,
            approver=approver,
            chance=Chance(locale, asked.seed("less-work"), *names.values()),
        ),
        meeting=MeetingDraft(
            first=_moment(meeting, "meeting"),
            minutes=30,
            weeks=weeks,
            until=until.isoformat(),
            people=everybody,
            place=words.place,
            agenda=words.agenda.format(**names),
        ),
        reports=[
            ReportDraft(
                milestone=name,
                when=_moment(calendar.after(day), "report"),
                minutes=30,
                people=[approver, *everybody[:1]],
                place=words.place,
                asks=words.asks[name],
            )
            for name, day in _dates(calendar)
        ],
        open_points=_points(tasks, calendar, asked, everybody, locale),
    )


def _names(iteration: Iteration, release: PressRelease, locale: Locale) -> dict[str, str]:
    steps = [step.text for step in release.steps if step.course == "normal"] or [release.message.service]
    criteria = [c for m in iteration.milestones if m.name == "fan" for c in m.criteria]
    sample = max((c.minimum_sample for c in criteria), default=DEFAULT_MINIMUM_SAMPLE)
    limit = 30 if locale == "ja" else 60
    return {
        "service": shorten(release.message.service, 60) or ("計画" if locale == "ja" else "Plan"),
        "hard": shorten(steps[len(steps) // 2], limit).rstrip("。."),
        "sample": str(max(1, sample)),
    }


def _dates(calendar: Calendar) -> list[tuple[MilestoneName, date]]:
    return list(zip(_LATER, (calendar.fan, calendar.share, calendar.release), strict=True))


def _line(iteration: Iteration, name: MilestoneName, words: PlanWords, names: dict[str, str]) -> str:
    """The first two criteria that the team has set, else the method's."""
    criteria = [c.statement for m in iteration.milestones if m.name == name for c in m.criteria][:2]
    return words.separator.join(criteria) or words.lines[name].format(**names)


def _task(  # noqa: PLR0917 - all that a task's words, dates and owner come from
    shape: Shape,
    shapes: Sequence[Shape],
    owners: dict[str, tuple[str, str]],
    calendar: Calendar,
    words: PlanWords,
    names: dict[str, str],
) -> TaskDraft:
    title, done_when = words.tasks[shape.key]
    role, owner = owners[shape.key]
    keys = [one.key for one in shapes]
    return TaskDraft(
        title=title.format(**names),
        role=role,
        owner=owner,
        milestone="fan",
        start=calendar.day(shape.first).isoformat(),
        due=calendar.day(shape.last).isoformat(),
        effort=shape.effort,
        depends_on=[keys.index(key) + 1 for key in shape.after],
        done_when=done_when.format(**names),
        serves=shape.serves,
    )


def _owners(shapes: Sequence[Shape], people: Sequence[Person], words: PlanWords) -> dict[str, tuple[str, str]]:
    """Role and owner of each task: of those who have the first role that anybody has, the one with the least to do.

    Nobody, with the first role, if no one has any of them.
    """
    found: dict[str, tuple[str, str]] = {}
    busy = dict.fromkeys((person.alias for person in people), 0.0)
    for shape in shapes:
        found[shape.key] = (shape.roles[0], "")
        for role in shape.roles:
            able = [one.alias for one in people if role in [words.roles.get(given, given) for given in one.roles]]
            if able:
                owner = min(able, key=busy.__getitem__)
                busy[owner] += shape.effort
                found[shape.key] = (role, owner)
                break
    return found


def _requests(
    brief: Brief, market: Market | None, calendar: Calendar, words: PlanWords, *, approver: str, chance: Chance
) -> list[RequestDraft]:
    """Market validation now; market competition once ③ is known, with the estimate's own costs."""
    validation = _VALIDATION[brief.frame.currency] * chance.pick("validation", (0.75, 1.0, 1.5))
    costs = dict.fromkeys(COST_KINDS, 0.0)
    for cost in market.inputs.costs if market else ():
        costs[cost.kind] += cost.at("middle")
    if not sum(costs.values()):
        costs = dict.fromkeys(COST_KINDS, _COMPETITION[brief.frame.currency] / len(COST_KINDS))
    decided = calendar.after(calendar.share)
    return [
        RequestDraft(
            kind="validation",
            items=[ItemDraft(name=name, amount=about(validation * part)) for name, part in words.validation],
            approver=approver,
            needed_by=calendar.day(9).isoformat(),
            note=words.note.format(papers=calendar.day(7).isoformat()),
        ),
        RequestDraft(
            kind="competition",
            items=[ItemDraft(name=words.competition[kind], amount=about(costs[kind])) for kind in COST_KINDS],
            approver=approver,
            needed_by=decided.isoformat(),
            note=words.note.format(papers=calendar.share.isoformat()),
        ),
    ]


def _points(
    tasks: Sequence[TaskDraft], calendar: Calendar, asked: Asked, everybody: Sequence[str], locale: Locale
) -> list[PointDraft]:
    words = WORDS[locale]
    who = everybody[0] if everybody else ""
    until = calendar.day(4).isoformat()
    roles = dict.fromkeys(ROLES(task.role, locale) for task in tasks if not task.owner)
    texts = [
        words.permission,
        *(words.no_owner.format(role=role) for role in roles),
        *(words.noted.format(comment=shorten(comment, 80)) for comment in asked.comments),
    ]
    return [PointDraft(text=text, check="none", who=who, until=until) for text in texts]


def _moment(day: date, of: str) -> str:
    return datetime.combine(day, _AT[of]).isoformat(" ", "minutes")
