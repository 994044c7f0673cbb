"""The time tables of both editions."""

from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from mlew.documents.time_box_names import box_name, circle_name
from mlew.domain.base import Edition, Locale
from mlew.domain.schedule import PATTERNS, SHARED_MINUTES, SHARED_OUT, phase_minutes, time_table
from mlew.domain.workshop import PHASES_OF, Workshop, WorkshopPlan


def workshop(edition: Edition, **fields: object) -> Workshop:
    made = {"id": "w1", "tenant": "t", "plan": WorkshopPlan(), "created_by": "x", "edition": edition}
    return Workshop.model_validate({**made, "created_at": datetime(2026, 4, 1, tzinfo=UTC), **fields})


@pytest.mark.parametrize("minutes", PATTERNS.values(), ids=PATTERNS.keys())
def test_every_usual_pattern_fills_three_hours_with_an_hour_for_the_plan(minutes: dict) -> None:  # type: ignore[type-arg]
    table = time_table("improvement", minutes)

    assert sum(minutes.values()) == SHARED_MINUTES
    assert sum(box.minutes for box in table) == 180
    assert sum(box.minutes for box in table if box.phase == "plan") == 60


def test_the_plan_has_the_steps_that_the_method_gives_it() -> None:
    minutes = {box.id: box.minutes for box in time_table("improvement") if box.phase == "plan"}

    assert [minutes[f"plan-{step}"] for step in ("time-line", "own-tasks", "check", "commit")] == [15, 5, 15, 15]


def test_the_practice_edition_takes_210_minutes_whatever_the_team_chose_for_the_other() -> None:
    assert sum(box.minutes for box in time_table("practice", PATTERNS["message"])) == 210


@pytest.mark.parametrize("edition", get_args(Edition))
def test_every_phase_has_time_and_stands_in_its_order(edition: Edition) -> None:
    table = time_table(edition)
    phases = list(dict.fromkeys(box.phase for box in table if box.phase is not None))

    assert phases == list(PHASES_OF[edition])
    assert all(phase_minutes(workshop(edition), phase) > 0 for phase in phases)


def test_the_teams_own_minutes_count_in_the_improvement_edition_only() -> None:
    own = dict(zip(SHARED_OUT, (40, 5, 5, 20, 20), strict=True))

    assert phase_minutes(workshop("improvement", minutes=own), "listen") == 40
    assert phase_minutes(workshop("practice", minutes=own), "listen") == 30


@pytest.mark.parametrize("locale", get_args(Locale))
@pytest.mark.parametrize("edition", get_args(Edition))
def test_every_box_has_a_name(edition: Edition, locale: Locale) -> None:
    for box in time_table(edition):
        assert box_name(box.id, locale)
        assert circle_name(box.circle, locale) or box.circle == "break"


@pytest.mark.parametrize("page", ["improvement.md", "improvement.ja.md"])
def test_the_documents_tell_the_same_patterns(page: str) -> None:
    text = (Path(__file__).parents[3] / "docs" / page).read_text(encoding="utf-8")

    for name, minutes in PATTERNS.items():
        assert f"| `{name}` | {' | '.join(str(minutes[phase]) for phase in SHARED_OUT)} |" in text
