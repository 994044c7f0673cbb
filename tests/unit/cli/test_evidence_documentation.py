"""docs/evidence: limits that hold, and all that masking cannot find."""

from pathlib import Path
from typing import get_args

import pytest

from mlew.documents.filled_sheet import MOST_RECORDS
from mlew.documents.interview_notes import MOST_VOICES
from mlew.domain.base import Locale
from mlew.domain.personal_data import LIMITS
from mlew.inputs.evidence_file import MOST_BYTES
from mlew.services.evidence.reading import MOST_CHARACTERS
from mlew.services.phases.improvement import voices

DOCS = Path(__file__).parents[3] / "docs"
PAGES: dict[Locale, str] = {"ja": "evidence.ja.md", "en": "evidence.md"}


def page(locale: Locale) -> str:
    return (DOCS / PAGES[locale]).read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", get_args(Locale))
def test_what_masking_cannot_find_stands_there_whole(locale: Locale) -> None:
    assert all(f"- {limit}\n" in page(locale) for limit in LIMITS[locale])


@pytest.mark.parametrize("locale", get_args(Locale))
def test_limits_are_those_of_the_code(locale: Locale) -> None:
    text = page(locale)
    for number in (MOST_RECORDS, MOST_VOICES, MOST_CHARACTERS, voices.MOST_CHARACTERS):
        assert f"{number:,}" in text
    assert f"{MOST_BYTES // 1_000_000} MB" in text
