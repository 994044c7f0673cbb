"""Strategies for plans: any dates and numbers, texts as wild as people make them."""

from hypothesis import strategies as st

from mlew.domain.iteration import MilestoneName
from mlew.domain.market_unit import Currency
from mlew.domain.plan import (
    ExecutiveReport,
    InvestmentItem,
    InvestmentKind,
    InvestmentRequest,
    MilestoneDate,
    MilestoneDecision,
    OpenPoint,
    Plan,
    PlanCheck,
    ProgressMeeting,
    RequestState,
    Task,
)
from tests.unit.documents.wild import amounts, few, one, some, texts

_open_days = st.none() | st.dates()
_checks = st.none() | one(PlanCheck)
_milestones = st.builds(
    MilestoneDate, name=one(MilestoneName), planned=_open_days, line=texts, actual=_open_days, result=texts,
    decision=one(MilestoneDecision), decided_by=texts, reason=texts,
)  # fmt: skip
_ids = st.integers(1, 40).map(lambda n: f"T{n}") | texts
_tasks = st.builds(
    Task, id=_ids, title=texts, role=texts, owner=texts, milestone=one(MilestoneName), start=st.dates(), due=st.dates(),
    effort=amounts, depends_on=some(_ids), done_when=texts, serves=_checks, finished=_open_days,
)  # fmt: skip
_requests = st.builds(
    InvestmentRequest, id=_ids, kind=one(InvestmentKind),
    items=some(st.builds(InvestmentItem, name=texts, amount=amounts)), approver=texts, needed_by=_open_days,
    state=one(RequestState), note=texts,
)  # fmt: skip
_meetings = st.builds(
    ProgressMeeting, first=st.datetimes(), minutes=few, weeks=few, until=st.dates(), people=some(texts), place=texts,
    agenda=texts,
)  # fmt: skip
_reports = st.builds(
    ExecutiveReport, milestone=one(MilestoneName), when=st.datetimes(), minutes=few, people=some(texts), place=texts,
    asks=texts,
)  # fmt: skip
_points = st.builds(OpenPoint, text=texts, check=_checks, who=texts, until=_open_days, settled=texts)
plans = st.builds(
    Plan, title=texts, starts=st.dates(), time_zone=texts.filter(str.strip), currency=one(Currency),
    milestones=some(_milestones), tasks=some(_tasks), requests=some(_requests), meeting=st.none() | _meetings,
    reports=some(_reports), open_points=some(_points), days_per_week=st.dictionaries(texts, amounts, max_size=3),
    extra=texts.map(str.strip),
).filter(lambda p: all(len({one.id for one in some}) == len(some) for some in (p.tasks, p.requests)))  # fmt: skip
