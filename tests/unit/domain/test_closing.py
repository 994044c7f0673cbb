"""The end of the edition: what is there, what is missing, and what to do about it."""

from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from mlew.domain.base import Locale
from mlew.domain.closing import Closing
from mlew.domain.closing_rules import closing
from mlew.domain.mock import Mock
from tests.unit.documents.plans import CANTEEN

PEOPLE = ("企画A", "企画B", "開発A", "開発B")
READY = CANTEEN.model_copy(
    update={"open_points": (CANTEEN.open_points[0].model_copy(update={"settled": "店長が出す"}),)}
)


def mock(**changes: Any) -> Mock:
    given = {
        "id": "abcdefgh12345678", "workshop": "w1", "pair": "a", "origin": "spec", "title": "あした食数",
        "locale": "ja", "key": "k", "state": "live", "version": "v1", "created_at": datetime(2026, 4, 1, tzinfo=UTC),
    }  # fmt: skip
    return Mock.model_validate({**given, **changes})


def looked(**changes: Any) -> Closing:
    given = {"released": {"あした食数": True}, "mocks": (), "people": PEOPLE, "round_": 2, "locale": "ja"}
    plan = changes.pop("plan", READY)
    return closing(plan, **{**given, **changes})


def state(found: Closing, item: str) -> str:
    return next(i.state for i in found.items if i.id == item)


@pytest.mark.parametrize("locale", get_args(Locale))
def test_everything_done_needs_no_remedy_and_ends_with_a_survey(locale: Locale) -> None:
    found = looked(locale=locale)

    assert {i.state for i in found.items} == {"ok"}
    assert {i.remedy for i in found.items} == {""}
    assert all(i.found for i in found.items)
    assert len(found.survey) == 5


@pytest.mark.parametrize(
    ("changes", "item", "state_", "said"),
    [
        ({"mocks": (mock(round=1),)}, "mocks", "missing", "公開中：あした食数"),
        ({"mocks": (mock(round=2),)}, "mocks", "at_risk", "この回のモック"),
        ({"mocks": (mock(round=1, state="destroyed"),)}, "mocks", "ok", "ありません"),
        ({"mocks": (mock(round=1, state="failed", version=""),)}, "mocks", "ok", "ありません"),
        ({"released": {"a": True, "b": False}}, "press-release", "missing", "b"),
        ({"people": (*PEOPLE, "営業C")}, "tasks", "at_risk", "営業C"),
        ({"plan": READY.model_copy(update={"tasks": ()})}, "tasks", "missing", "一つもありません"),
        ({"plan": READY.model_copy(update={"meeting": None})}, "meeting", "missing", "進捗会議がありません"),
        ({"plan": READY.model_copy(update={"reports": READY.reports[:1]})}, "reports", "at_risk", "④"),
        ({"plan": READY.model_copy(update={"reports": ()})}, "reports", "missing", "②"),
        ({"plan": READY.model_copy(update={"milestones": READY.milestones[:3]})}, "milestones", "missing", "④"),
    ],
)
def test_what_is_left_behind_is_named_with_what_to_do(
    changes: dict[str, Any], item: str, state_: str, said: str
) -> None:
    found = looked(**changes)

    entry = next(i for i in found.items if i.id == item)
    assert entry.state == state_
    assert said in entry.found
    assert bool(entry.remedy) == (state_ != "ok")


def test_a_task_without_an_owner_is_missing_but_one_that_is_done_is_not() -> None:
    first, *rest = READY.tasks
    open_ = READY.model_copy(update={"tasks": (first.model_copy(update={"owner": ""}), *rest)})
    done = READY.model_copy(update={"tasks": (first.model_copy(update={"owner": "", "finished": first.due}), *rest)})

    assert state(looked(plan=open_), "tasks") == "missing"
    assert state(looked(plan=done), "tasks") == "ok"


def test_open_points_need_somebody_and_a_day() -> None:
    assert state(looked(plan=CANTEEN), "open-points") == "ok"
    nobody = CANTEEN.open_points[0].model_copy(update={"who": ""})
    assert state(looked(plan=CANTEEN.model_copy(update={"open_points": (nobody,)})), "open-points") == "at_risk"


def test_without_a_plan_all_that_it_holds_is_missing() -> None:
    found = looked(plan=None)

    missing = {i.id for i in found.items if i.state == "missing"}
    assert missing == {"milestones", "tasks", "meeting", "reports", "open-points"}
