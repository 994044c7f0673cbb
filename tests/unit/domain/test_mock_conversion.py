"""Whatever fits the form of a draft becomes a mock that can be drawn and walked."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from mlew.domain.mock_conversion import mock_spec_from
from mlew.domain.mock_draft import MockDraft, ScreenDraft
from mlew.domain.mock_limits import MOST_SCREENS, width
from mlew.domain.mock_routes import main_way, reached, routes_of
from mlew.domain.mock_rules import mock_violations
from mlew.domain.mock_spec import ENDS, MockSpec
from mlew.domain.screen_parts import (
    PART_KINDS,
    CalendarPart,
    ChartPart,
    ComparePart,
    FormPart,
    ListDetailPart,
    TablePart,
    UploadPart,
    WizardPart,
)
from tests.unit.domain.mock_drafts import CONTENT, RELEASE, draft, entry, field, screen


def spec_of(**changes: object) -> MockSpec:
    """The mock of a changed draft."""
    return mock_spec_from(draft(**changes), pair="a", locale="en", release="3")


def test_a_draft_that_keeps_the_rules_is_carried_over_whole() -> None:
    spec = spec_of()
    assert [s.part.kind for s in spec.screens] == [*PART_KINDS, "form"]
    assert (spec.pair, spec.release, spec.brand.accent) == ("a", "3", "#7a3e0f")
    parts = {s.part.kind: s.part for s in spec.screens[:-1]}
    assert isinstance(parts["wizard"], WizardPart) and [p.title for p in parts["wizard"].pages] == [
        "The lamp",
        "The room",
    ]
    assert isinstance(parts["list_detail"], ListDetailPart)
    first = parts["list_detail"].items[0]
    assert (first.summary, first.body, first.facts[1].label) == ("Hangs low", "Bought with the table.", "Age")
    assert isinstance(parts["chart"], ChartPart) and [p.value for p in parts["chart"].series[0].points] == [3.0, 4.5]
    assert isinstance(parts["calendar"], CalendarPart) and parts["calendar"].days[1].times == ()
    assert isinstance(parts["form"], FormPart) and [f.value for f in parts["form"].fields] == [
        "",
        "Hall",
        "3",
        "2026-11-03",
    ]
    assert isinstance(parts["upload"], UploadPart) and parts["upload"].samples[0].size == "240 KB"


def test_ways_that_lead_nowhere_are_left_out_and_nobody_is_stuck() -> None:
    lost = screen("form", ("Nowhere", "attic"), ("", "finish"), ("Script", "javascript:alert(1)"))
    spec = spec_of(screens=[lost, screen("chart", ("Done", "finish"))])
    assert [(a.label, a.to) for a in spec.screens[0].actions] == [("Go on", "chart")]
    assert main_way(routes_of(spec)) == ["form", "chart", "finish"]


def test_ids_that_cannot_be_used_get_new_ones_that_ways_follow() -> None:
    odd = [
        screen("form", ("Go on", "../../etc"), id="Start!"),
        screen("chart", ("Again", "Start!"), ("Done", "finish"), id="../../etc"),
        screen("chat", ("Done", "finish"), id="finish"),
        screen("table", ("Done", "finish"), id="screen-1"),
    ]
    spec = spec_of(screens=odd)
    assert [s.id for s in spec.screens] == ["screen-2", "screen-3", "screen-4", "screen-1"]
    assert [a.to for s in spec.screens[:2] for a in s.actions] == ["screen-3", "screen-2", "finish"]


def test_of_two_screens_with_one_id_ways_mean_the_first() -> None:
    twice = [screen("form", ("On", "chart")), screen("chart", ("Done", "finish")), screen("chart", ("Back", "form"))]
    spec = spec_of(screens=twice)
    assert [s.id for s in spec.screens] == ["form", "chart", "screen-3"]
    assert spec.screens[0].actions[0].to == "chart"


def test_values_that_do_not_fit_are_evened_out() -> None:
    compare = screen("compare", ("On", "table"), entries=[entry("A", values=["1"]), entry("B", values=["1", "2", "3"])])
    table = screen("table", ("On", "form"), rows=[{"cells": []}, {"cells": ["a", "b", "c"]}])
    form = screen(
        "form", ("On", "calendar"), fields=[field("X", input="select"), field("D", input="date", value="soon")]
    )
    days = [
        {"day": "2026-02-30", "times": ["9"]},
        {"day": "2026-03-02", "times": ["9"]},
        {"day": "2026-03-01", "times": []},
    ]
    calendar = screen("calendar", ("On", "chart"), days=days)
    chart = screen(
        "chart",
        ("Done", "finish"),
        form="donut",
        points=[*CONTENT["chart"]["points"], {"series": "B", "label": "Mon", "value": -1.0}],
    )
    parts = [s.part for s in spec_of(screens=[compare, table, form, calendar, chart]).screens]
    assert isinstance(parts[0], ComparePart) and [o.values for o in parts[0].options] == [("1", ""), ("1", "2")]
    assert isinstance(parts[1], TablePart) and parts[1].rows == (("", ""), ("a", "b"))
    assert isinstance(parts[2], FormPart) and [(f.input, f.value) for f in parts[2].fields] == [
        ("text", ""),
        ("date", ""),
    ]
    assert isinstance(parts[3], CalendarPart) and [d.day.isoformat() for d in parts[3].days] == [
        "2026-03-01",
        "2026-03-02",
    ]
    assert isinstance(parts[4], ChartPart) and parts[4].form == "bar"


def test_colours_are_read_as_people_write_them_or_not_at_all() -> None:
    assert spec_of(accent="#ABC").brand.accent == "#aabbcc"
    assert spec_of(accent=" #1F5FBF ").brand.accent == "#1f5fbf"
    assert spec_of(accent="red; background: url(//x)").brand.accent == "#1f5fbf"


def test_ten_thousand_screens_become_as_many_as_are_shown() -> None:
    many = [screen("form", ("Go on", f"s{n + 1}"), id=f"s{n}") for n in range(10_000)]
    spec = spec_of(screens=many)
    assert len(spec.screens) == MOST_SCREENS
    assert main_way(routes_of(spec))[-1] == "finish"


def test_a_draft_without_screens_still_has_one() -> None:
    assert main_way(routes_of(spec_of(screens=[]))) == ["screen-1", "finish"]


TEXT = st.one_of(
    st.sampled_from(["", " ", "a", "finish", "x-1", "<script>", "a" * 5000, "あ" * 900, "\u202e", "\x00", "👩‍🍳"]),
    st.sampled_from(["2026-01-31", "3"]),
    st.text(max_size=12),
)  # fmt: skip


@st.composite
def odd_drafts(draw: st.DrawFn) -> MockDraft:
    """Drafts with odd texts anywhere and any part with anything in it."""
    base = draft(
        brand=draw(TEXT), accent=draw(TEXT), landing={"headline": draw(TEXT), "pains": draw(st.lists(TEXT, max_size=9))}
    )
    odd = []
    for kind in draw(st.lists(st.sampled_from(PART_KINDS), max_size=4)):
        content = draw(st.sampled_from([CONTENT[kind], *CONTENT.values()]))
        ways = draw(st.lists(st.tuples(TEXT, TEXT), max_size=3))
        changes: dict[str, object] = {
            **content,
            "id": draw(TEXT),
            "title": draw(TEXT),
            "text": draw(TEXT),
            "step": draw(st.integers(-5, 200)),
        }
        changes["labels"] = draw(st.lists(TEXT, max_size=4))
        changes["entries"] = draw(
            st.lists(
                st.builds(entry, TEXT, text=TEXT, values=st.lists(TEXT, max_size=3), tags=st.lists(TEXT, max_size=2)),
                max_size=3,
            )
        )
        changes["fields"] = draw(
            st.lists(
                st.builds(field, TEXT, value=TEXT, page=TEXT, options=st.lists(TEXT, max_size=3),
                          input=st.sampled_from(["date", "number", "select", "radio", "checkbox", "text"])),
                max_size=3,
            )
        )  # fmt: skip
        changes["days"] = draw(
            st.lists(st.fixed_dictionaries({"day": TEXT, "times": st.lists(TEXT, max_size=2)}), max_size=3)
        )
        changes["rows"] = draw(st.lists(st.fixed_dictionaries({"cells": st.lists(TEXT, max_size=4)}), max_size=3))
        odd.append(screen(kind, *ways, **changes))
    return base.model_copy(update={"screens": [ScreenDraft.model_validate(s) for s in odd]})


@settings(max_examples=100, deadline=None)
@given(odd_drafts())
def test_any_draft_becomes_a_mock_without_loose_ends(odd: MockDraft) -> None:
    spec = mock_spec_from(odd, pair="a", locale="ja")
    routes = routes_of(spec)
    assert len(routes) == len(spec.screens) > 0
    assert all(to in routes or to in ENDS for ways in routes.values() for to in ways)
    assert all(routes.values())
    assert all(width(s.title) <= 90 for s in spec.screens)
    written = spec.model_dump_json()
    assert not re.search(r"\\u0000|\u202e", written)
    assert MockSpec.model_validate_json(written) == spec
    assert isinstance(mock_violations(odd, RELEASE, "ja"), list)


def test_ways_are_followed_and_circles_end() -> None:
    routes = {"a": ["b", "leave"], "b": ["a"], "c": ["finish"]}
    assert reached(routes, "a") == {"a", "b", "leave"}
    assert main_way(routes) == ["a", "b"]
    assert main_way({"a": ["c"], "c": ["finish"]}) == ["a", "c", "finish"]
    assert main_way({}) == []
