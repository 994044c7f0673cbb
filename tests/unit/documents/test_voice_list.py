"""Voices as a model gets them, and back."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from mlew.documents.voice_list import read_voices, write_voices
from mlew.domain.base import Locale
from mlew.domain.evidence import Origin, OriginKind, Remark
from mlew.domain.mock import POPULATIONS
from tests.unit.documents.wild import texts

voices = st.builds(
    Remark,
    id=st.integers(1, 10**6).map("V{}".format),
    text=texts,
    origin=st.builds(Origin, kind=st.sampled_from(get_args(OriginKind)), place=texts),
    tester=texts,
    population=st.sampled_from(POPULATIONS),
)


@given(said=st.lists(voices, max_size=6), times=st.integers(1, 900), locale=st.sampled_from(get_args(Locale)))
def test_ids_words_and_how_often_read_back(said: list[Remark], times: int, locale: Locale) -> None:
    same = {remark.id: times for remark in said}
    read = read_voices(write_voices(said, same, locale))
    assert [(one.id, one.text, one.times) for one in read] == [(r.id, r.text, times) for r in said]


def test_who_said_it_is_not_told() -> None:
    remark = Remark(id="V1", text="handy", origin=Origin(kind="note", place="Maki.md:1"), tester="Maki Abe")
    assert write_voices([remark], {}, "en") == "- V1 [inside, note] handy"
