"""A file that comes again: nothing of other people disappears unseen, and voices keep their ids."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.evidence import Evidence, Observation, Origin, Remark, Theme
from mlew.domain.evidence_collecting import Entry, with_entries
from mlew.domain.evidence_files import free_name, notes_lost, records_lost, with_notes


def entry(tester: str, *, completed: bool = True) -> Entry:
    said = Observation(id="", tester=tester, completed=completed, source="sheet.csv:2")
    return Entry(said=said, quotes=(f"{tester} speaks",))


def notes(*texts: str, file: str = "talk.md") -> tuple[Remark, ...]:
    return tuple(
        Remark(id="", text=text, origin=Origin(kind="interview", place=f"{file}:{n}"))
        for n, text in enumerate(texts, 1)
    )


def said(evidence: Evidence) -> dict[str, str]:
    return {remark.id: remark.text for remark in evidence.remarks}


FIRST = with_entries(Evidence(pair="a"), [entry("Maki"), entry("Ren")], "sheet.csv")


def test_another_observers_file_of_the_same_name_would_take_all_away() -> None:
    assert [one.tester for one in records_lost(FIRST, [entry("Sora")], "sheet.csv")] == ["Maki", "Ren"]


def test_a_file_that_has_grown_takes_nothing_away() -> None:
    assert records_lost(FIRST, [entry("Maki"), entry("Ren"), entry("Sora")], "sheet.csv") == ()


def test_a_corrected_record_is_one_that_would_be_gone() -> None:
    corrected = [entry("Maki", completed=False), entry("Ren")]
    assert [one.tester for one in records_lost(FIRST, corrected, "sheet.csv")] == ["Maki"]


def test_a_free_name_keeps_what_the_file_is() -> None:
    assert free_name(FIRST, "sheet.csv") == "sheet (2).csv"
    both = with_notes(FIRST, notes("hello", file="sheet (2).csv"), "sheet (2).csv")
    assert free_name(both, "sheet.csv") == "sheet (3).csv"
    assert free_name(FIRST, "other.csv") == "other.csv"
    bare = with_notes(FIRST, notes("hello", file="minutes"), "minutes")
    assert free_name(bare, "minutes") == "minutes (2)"


def test_notes_that_moved_keep_their_ids_and_so_their_themes() -> None:
    before = with_notes(Evidence(pair="a"), notes("too slow", "I like it"), "talk.md")
    themed = before.model_copy(update={"themes": (Theme(name="speed", voices=("V1",)),)})
    after = with_notes(themed, notes("a new first line", "I like it", "too slow"), "talk.md")
    assert said(after) == {"V1": "too slow", "V2": "I like it", "V3": "a new first line"}
    assert next(r for r in after.remarks if r.id == "V1").origin.place == "talk.md:3"


def test_two_who_said_the_same_are_two() -> None:
    twice = with_notes(Evidence(pair="a"), notes("handy", "handy"), "talk.md")
    assert len(twice.remarks) == 2
    assert [one.text for one in notes_lost(twice, notes("handy"), "talk.md")] == ["handy"]


def test_notes_of_other_files_and_comments_stay() -> None:
    comment = Remark(id="V9", text="handy", origin=Origin(kind="comment", place="m/s/1"))
    before = with_notes(Evidence(pair="a", remarks=(comment,)), notes("x", file="other.md"), "other.md")
    after = with_notes(before, notes("y"), "talk.md")
    assert set(said(after).values()) == {"handy", "x", "y"}


@given(
    first=st.lists(st.sampled_from("abcd"), max_size=8),
    second=st.lists(st.sampled_from("abcd"), min_size=1, max_size=8),
)
def test_after_notes_came_again_the_file_says_what_it_says_now(first: list[str], second: list[str]) -> None:
    before = with_notes(Evidence(pair="a"), notes(*first), "talk.md")
    after = with_notes(before, notes(*second), "talk.md")
    assert sorted(said(after).values()) == sorted(second)
    assert len(said(after)) == len(after.remarks)
    assert with_notes(after, notes(*second), "talk.md") == after
