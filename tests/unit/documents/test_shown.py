"""Voices as a press release quotes them: with kind and id, without the names that people give to files."""

import pytest

from mlew.documents.shown import shown
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, Origin, OriginKind, Remark


@pytest.mark.parametrize(
    ("locale", "kind", "line"),
    [
        ("ja", "interview", "「助かる」（V1、社外で試したお客様、インタビュー）"),
        ("en", "note", "“助かる” (V1, a customer who tried it, note)"),
        ("en", "observation", "“助かる” (V1, a customer who tried it, observation)"),
    ],
)
def test_a_voice_says_who_said_it_where_and_names_no_file(locale: Locale, kind: OriginKind, line: str) -> None:
    remark = Remark(
        id="V1", text="助かる", population="external", origin=Origin(kind=kind, place="hanako-mori-talk.md:3")
    )

    (voice,) = shown(Evidence(pair="a", remarks=(remark,)), None, locale).voices

    assert voice.line == line
