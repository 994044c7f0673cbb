"""workshop.toml: defects name key and line; what is right is kept."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.inputs.plan_file import parse_plan

FULL = """# plan
company = "給食会社"
locale = "ja"
starts = 2026-10-07T13:00:00
hourly_rate = 2400

[[participants]]
name = "企画A"
roles = ["product_manager"]

[[participants]]
name = "開発A"

[[pairs]]
id = "a"

[day0]
sponsor_agreed = true

[[sessions]]
pair = "a"
who = "店長"
starts = 2026-10-14T15:00:00
"""


def test_a_complete_plan_is_read_without_defects() -> None:
    read = parse_plan(FULL)
    assert read.defects == ()
    assert read.locale_given
    assert read.plan.starts == datetime(2026, 10, 7, 13)  # noqa: DTZ001 – local time of the plan's own time zone
    assert [p.name for p in read.plan.participants] == ["企画A", "開発A"]
    assert read.plan.sessions[0].starts == "2026-10-14T15:00:00"


@pytest.mark.parametrize(
    ("old", "new", "rule", "line", "key"),
    [
        ('company = "給食会社"', 'compny = "給食会社"', "plan-key-misspelt", 2, "compny"),
        ('company = "給食会社"', "zzzz = 1", "plan-key-unknown", 2, "zzzz"),
        ('locale = "ja"', 'locale = "fr"', "plan-value", 3, "locale"),
        ("hourly_rate = 2400", "hourly_rate = -1", "plan-value", 5, "hourly_rate"),
        ('name = "開発A"', "name = 5", "plan-value", 12, "participants[2].name"),
        ('name = "開発A"', 'nick = "x"', "plan-key-missing", 11, "participants[2].name"),
        ('id = "a"', 'id = "Pair A"', "plan-value", 15, "pairs[1].id"),
        ("sponsor_agreed = true", 'sponsor_agreed = "maybe"', "plan-value", 18, "day0.sponsor_agreed"),
        ("sponsor_agreed = true", "sponser_agreed = true", "plan-key-misspelt", 18, "day0.sponser_agreed"),
        ('who = "店長"', 'product = "x"', "plan-key-misplaced", 22, "sessions[1].product"),
        ("[day0]\nsponsor_agreed = true", "[[day0]]\nsponsor_agreed = true", "plan-value", 17, "day0"),
    ],
)
def test_each_defect_names_key_and_line(old: str, new: str, rule: str, line: int, key: str) -> None:
    assert old in FULL
    found = [d for d in parse_plan(FULL.replace(old, new)).defects if d.values.get("key") == key]
    assert [(d.rule, d.number) for d in found] == [(rule, line)]


def test_what_is_right_beside_a_defect_is_kept() -> None:
    plan = parse_plan(
        FULL.replace("hourly_rate = 2400", 'hourly_rate = "much"').replace('name = "企画A"', "x = 1")
    ).plan
    assert (plan.hourly_rate, plan.company) == (None, "給食会社")
    assert [p.name for p in plan.participants] == ["開発A"]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("company = \n", "plan-not-toml", 1),
        ('company = "x"\nlocale = ja\n', "plan-not-toml", 2),
        ('company = "x', "plan-not-toml", 1),
        ('company = "a"\ncompany = "b"\n', "plan-not-toml", 2),
        ('\ntime_zone = "Tokyo"\n', "plan-time-zone", 2),
        ('time_zone = "../../etc/passwd"\n', "plan-time-zone", 1),
        ('[[pairs]]\nid = "a"\n[[pairs]]\nid = "a"\n', "plan-pair-twice", 4),
        ('[[pairs]]\nid = "a"\n[[sessions]]\npair = "b"\n', "plan-session-pair", 4),
        ('[[sessions]]\npair = "a"\nstarts = "next week"\n', "plan-session-date", 3),
        ('company = "XXXX"\n', "template-text", 1),
    ],
)
def test_what_toml_or_the_plan_does_not_allow_is_named(text: str, rule: str, line: int) -> None:
    assert [(d.rule, d.number) for d in parse_plan(text).defects] == [(rule, line)]


def test_an_unknown_time_zone_is_not_passed_on() -> None:
    assert parse_plan('time_zone = "Tokyo"\n').plan.time_zone == "Asia/Tokyo"


def test_findings_say_in_words_what_is_expected() -> None:
    defect = parse_plan('locale = "fr"\n').defects[0]
    assert "'ja', 'en' のどれか" in defect.finding("ja").remedy
    assert "one of 'ja', 'en'" in defect.finding("en").remedy


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    parse_plan(text)


@given(
    st.dictionaries(
        st.sampled_from(["company", "starts", "participants", "pairs", "day0", "sessions", "team", "locale", "x"]),
        st.sampled_from(
            ["1", "true", '"a"', "[]", "[1]", "[[1]]", "{}", "{a = 1}", "[{}]", "1979-05-27", "nan", "inf"]
        ),
    )
)
def test_any_value_under_any_key_gives_a_plan(values: dict[str, str]) -> None:
    parse_plan("\n".join(f"{key} = {value}" for key, value in values.items()))
