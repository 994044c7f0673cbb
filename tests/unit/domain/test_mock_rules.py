"""Rules of a mock: each is told, in both languages, and nothing else is."""

from typing import Any

import pytest

from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_rules import MOST_TOLD, mock_violations
from mlew.domain.press_release import Step
from mlew.domain.screen_parts import PART_KINDS, PartKind
from tests.unit.domain.mock_drafts import CONTENT, RELEASE, draft, entry, field, screen, screens


def rules(found: MockDraft) -> list[str]:
    """Ids of the rules that it breaks, each once."""
    return list(dict.fromkeys(v.rule for v in mock_violations(found, RELEASE)))


def with_screen(part: PartKind, **changes: object) -> list[str]:
    """Rules that a mock breaks of which one screen is changed."""
    return rules(draft(screens=[s | (changes if s["part"] == part and s["id"] != "lost" else {}) for s in screens()]))


def point(series: str, value: float) -> dict[str, object]:
    """A value of a chart."""
    return {"series": series, "label": "Sun", "value": value}


def test_a_mock_with_every_part_keeps_all_rules() -> None:
    assert {s.part for s in draft().screens} == set(PART_KINDS)
    assert mock_violations(draft(), RELEASE) == mock_violations(draft(), RELEASE, "ja") == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"brand": " "}, "words-present"),
        ({"accent": "blue"}, "brand-colour"),
        ({"accent": "#fffbe0"}, "colour-contrast"),
        ({"solved": ""}, "words-present"),
        ({"landing": {"action": ""}}, "words-present"),
        ({"landing": {"faq": []}}, "part-filled"),
        ({"landing": {"voices": [{"who": "", "quote": "x"}]}}, "words-present"),
        ({"landing": {"lead": "Lorem ipsum"}}, "no-filler"),
        ({"landing": {"lead": "○○ in 20XX"}}, "no-filler"),
        ({"landing": {"lead": "<b>now</b>"}}, "no-markup"),
        ({"landing": {"lead": "safe \u202eeknarf"}}, "no-hidden-characters"),
        ({"landing": {"lead": "Write to us@lamps.com"}}, "no-contact"),
        ({"landing": {"voices": [{"who": "Anna Miller, tenant", "quote": "Good."}]}}, "no-personal-name"),
        ({"landing": {"headline": "long " * 60}}, "text-fits"),
        ({"landing": {"pains": ["x"] * 7}}, "list-fits"),
        ({"screens": []}, "any-screen"),
    ],
)  # fmt: skip
def test_each_rule_of_brand_landing_and_texts_is_told(changes: dict[str, object], rule: str) -> None:
    assert rule in rules(draft(**changes))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda s: s[3].update(id="Screen 4"), "screen-id"),
        (lambda s: s[3].update(id="finish"), "screen-id"),
        (lambda s: s[3].update(id="form"), "screen-id-once"),
        (lambda s: s[3]["actions"][0].update(label=" "), "action-words"),
        (lambda s: s[3]["actions"][0].update(to="nowhere"), "action-leads"),
        (lambda s: s[0]["actions"].pop(), "screen-reached"),
        (lambda s: s[3].update(actions=[]), "screen-left"),
        (lambda s: s[-1].update(actions=[s[-1]["actions"][0] | {"to": "finish"}]), "abnormal-returns"),
        (lambda s: s[-2]["actions"][0].update(to="leave"), "finish-reached"),
        (lambda s: s[0].update(course="abnormal"), "starts-normal"),
        (lambda s: s[-1].update(course="normal"), "abnormal-course"),
        (lambda s: s[1].update(step=1), "step-shown"),
        (lambda s: s[1].update(step=5), "known-step"),
        (lambda s: s[1].update(title=""), "words-present"),
    ],
)  # fmt: skip
def test_each_rule_of_ways_and_steps_is_told(change: Any, rule: str) -> None:
    changed = screens()
    change(changed)
    assert rule in rules(draft(screens=changed))


def test_a_circle_of_main_ways_never_finishes() -> None:
    circle = screens()
    circle[-2]["actions"] = [{**circle[-2]["actions"][0], "to": "form"}, *circle[-2]["actions"]]
    assert rules(draft(screens=circle)) == ["finish-reached"]


@pytest.mark.parametrize(
    ("part", "changes", "rule"),
    [
        ("form", {"fields": []}, "part-filled"),
        ("form", {"fields": [field("")]}, "words-present"),
        ("form", {"fields": [field("Room", input="radio", options=["Hall"])]}, "part-filled"),
        ("form", {"fields": [field("Room", input="select", options=["A", "A"])]}, "words-differ"),
        ("form", {"fields": [field("Room", input="select", options=["A", "B"], value="C")]}, "value-fits"),
        ("form", {"fields": [field("Since", input="date", value="2026-02-30")]}, "value-fits"),
        ("form", {"fields": [field("Lamps", input="number", value="three")]}, "value-fits"),
        ("wizard", {"fields": [field("A", page="One"), field("B", page="One")]}, "part-filled"),
        ("wizard", {"fields": [field("A", page="One"), field("B", page="")]}, "words-present"),
        ("chat", {"exchanges": CONTENT["chat"]["exchanges"][:1]}, "part-filled"),
        ("chat", {"labels": []}, "part-filled"),
        ("chat", {"exchanges": [{"suggestion": "A", "keywords": [], "reply": ""}] * 2}, "words-present"),
        ("list_detail", {"entries": [entry("A", values=["1", "2"])] * 3}, "words-differ"),
        ("list_detail", {"entries": CONTENT["list_detail"]["entries"][:2]}, "part-filled"),
        ("compare", {"labels": ["Price"]}, "fits-labels"),
        ("compare", {"entries": [entry(n, values=["1", "2"], recommended=True) for n in "AB"]}, "one-recommended"),
        ("table", {"rows": [{"cells": ["Hall"]}, {"cells": ["Kitchen", "60"]}]}, "fits-labels"),
        ("table", {"rows": [{"cells": ["Hall", "many"]}, {"cells": ["Kitchen", "60"]}]}, "value-fits"),
        ("editor", {"text": " "}, "words-present"),
        ("editor", {"text": "<script>alert(1)</script>"}, "no-markup"),
        ("editor", {"text": "# a\n" * 2000}, "text-fits"),
        ("chart", {"points": CONTENT["chart"]["points"][:1]}, "part-filled"),
        ("chart", {"points": [*CONTENT["chart"]["points"], point("Attic", 1)]}, "same-labels"),
        ("chart", {"points": CONTENT["chart"]["points"] * 2}, "words-differ"),
        ("chart", {"form": "donut", "points": [point("Hall", 1), point("Attic", 1)]}, "donut-parts"),
        ("upload", {"labels": ["picture"]}, "file-ending"),
        ("upload", {"labels": [".pdf"]}, "sample-accepted"),
        ("upload", {"entries": []}, "part-filled"),
        ("calendar", {"days": [{"day": "2026-02-30", "times": ["9"]}]}, "real-day"),
        ("calendar", {"days": CONTENT["calendar"]["days"][::-1]}, "days-in-order"),
        ("calendar", {"days": [{"day": "2026-11-05", "times": []}]}, "part-filled"),
        ("result", {"entries": [entry("Flickers", values=["12"])]}, "before-and-after"),
        ("result", {"entries": [], "labels": []}, "part-filled"),
    ],
)  # fmt: skip
def test_each_rule_of_parts_is_told(part: PartKind, changes: dict[str, object], rule: str) -> None:
    assert rule in with_screen(part, **changes)


def test_ten_thousand_steps_are_refused_with_one_reason() -> None:
    many = [screen("form", ("Go on", "finish"), id=f"s{n}") for n in range(10_000)]
    found = mock_violations(draft(screens=many), RELEASE)
    assert [(v.rule, v.where) for v in found] == [("list-fits", "draft · screens")]
    assert "10000" in found[0].message
    assert "12" in found[0].message


def test_a_press_release_with_more_steps_than_a_mock_can_show_is_shown_in_part() -> None:
    long = RELEASE.model_copy(update={"steps": tuple(Step(text=f"Step {n}") for n in range(40))})
    missing = [v for v in mock_violations(draft(), long) if v.rule == "step-shown"]
    assert [v.message.split("'")[1] for v in missing] == [f"Step {n}" for n in range(4, 10)]


def test_no_more_is_told_than_can_be_repaired_at_once() -> None:
    broken = [s | {"title": "", "actions": [], "text": "", "labels": [""], "entries": []} for s in screens()]
    assert len(mock_violations(draft(screens=broken, landing={"how": [], "faq": []}), RELEASE)) == MOST_TOLD


def test_people_and_the_model_are_told_where_it_is() -> None:
    broken = draft(landing={"lead": "<i>"}, screens=[s | {"title": "TBD"} for s in screens()])
    found = mock_violations(broken, RELEASE, "ja")
    assert found[0].where == "紹介ページ · lead"
    assert found[1].where == "1 番目の画面 · title"
    assert "TBD" in found[1].message
