"""Where there is no room for all voices, everybody is heard once before anybody is heard twice."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.evidence import Origin, Remark
from mlew.domain.voice_choice import MOST_OF_ONE, chosen_voices, shortened, speaker


def remark(number: int, text: str, tester: str = "", place: str = "notes.md:1") -> Remark:
    kind = "comment" if place.count("/") == 2 else "note"
    return Remark.model_validate(
        {"id": f"V{number}", "text": text, "origin": Origin(kind=kind, place=place), "tester": tester}
    )


@st.composite
def remarks(draw: st.DrawFn) -> tuple[Remark, ...]:
    said = draw(st.lists(st.tuples(st.text(min_size=1, max_size=1200), st.sampled_from("abcd")), max_size=40))
    return tuple(remark(n, text, tester) for n, (text, tester) in enumerate(said, 1))


def test_all_of_them_if_they_fit() -> None:
    few = tuple(remark(n, "handy") for n in range(1, 6))
    assert chosen_voices(few, 1000) == few


def test_one_who_says_much_does_not_drown_the_others() -> None:
    loud = [remark(n, "x" * 100, "loud") for n in range(1, 51)]
    quiet = [remark(n, "y" * 100, f"quiet {n}") for n in range(51, 56)]
    kept = chosen_voices([*loud, *quiet], 1000)
    assert Counter(speaker(one) for one in kept) == {"loud": 2, **{f"quiet {n}": 1 for n in range(51, 56)}}


def test_who_is_not_named_is_a_session_or_a_file() -> None:
    assert speaker(remark(1, "a", place="m0ck/s1/3")) == speaker(remark(2, "b", place="m0ck/s1/9")) == "m0ck/s1"
    assert speaker(remark(1, "a", place="notes.md:4")) == "notes.md"


@given(said=remarks(), most=st.integers(0, 5000))
def test_never_more_than_there_is_room_for_and_in_their_order(said: tuple[Remark, ...], most: int) -> None:
    kept = chosen_voices(said, most)
    shown = shortened(kept)
    assert sum(len(one.text) for one in shown) <= most
    assert [one.id for one in kept] == [one.id for one in said if one.id in {k.id for k in kept}]
    assert all(len(one.text) <= MOST_OF_ONE for one in shown)
    heard = Counter(speaker(one) for one in kept)
    everybody = Counter(speaker(one) for one in said)
    assert all(heard[who] >= min(everybody[who], max(heard.values(), default=0) - 1) for who in everybody)
