"""What people do to Markdown: all of it is understood, kept as text, or refused with line and remedy."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.documents import parse, render
from mlew.domain.artifact import ArtifactKind
from mlew.domain.base import Locale
from mlew.domain.journey import Journey
from mlew.errors import InputError
from tests.unit.documents.bodies import BODIES
from tests.unit.documents.edits import LOCALES, journey
from tests.unit.documents.samples import (
    JOURNEY,
    SAMPLES,
)


def without_spaces_in_rules(text: str) -> str:
    """Tables as other editors write them."""
    return text.replace("| --- ", "|:--:").replace("| ", "|").replace(" |", "|")


_HARMLESS: dict[str, Callable[[str], str]] = {
    "extra blank lines": lambda text: text.replace("\n\n", "\n\n\n\n") + "\n\n",
    "no blank lines": lambda text: text.replace("\n\n", "\n"),
    "Windows line ends and a byte order mark": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "stars as bullets": lambda text: text.replace("\n- ", "\n* "),
    "Japanese bullets": lambda text: text.replace("\n- ", "\n・"),
    "full-width colons": lambda text: text.replace(": ", "：", 3),
    "bold labels": lambda text: text.replace("\n- Customers:", "\n- **Customers**:").replace("- ペア:", "- **ペア：**"),
    "deeper headings": lambda text: text.replace("\n## ", "\n### "),
    "headings without a blank": lambda text: text.replace("\n## ", "\n##"),
    "narrow tables": without_spaces_in_rules,
    "tables without outer bars": lambda text: "\n".join(
        line.removeprefix("| ").removesuffix(" |") if line.startswith("| ") else line for line in text.split("\n")
    ),
    "blanks at line ends": lambda text: text.replace("\n", "  \n"),
}


_TOLD_BY_LEVEL: tuple[ArtifactKind, ...] = ("solutions", "inventions", "press_release", "mock_spec")
"""Each thing is a section here, so the level of its heading matters."""


_CHANGES = [
    (kind, change)
    for kind in SAMPLES
    for change in _HARMLESS
    if change != "deeper headings" or kind not in _TOLD_BY_LEVEL
]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("kind", "change"), _CHANGES)
def test_harmless_changes_change_nothing(kind: ArtifactKind, change: str, locale: Locale) -> None:
    assert parse(kind, _HARMLESS[change](render(SAMPLES[kind], locale)), locale) == SAMPLES[kind]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", SAMPLES)
def test_a_document_in_the_other_language_is_understood(kind: ArtifactKind, locale: Locale) -> None:
    other: Locale = "en" if locale == "ja" else "ja"
    assert parse(kind, render(SAMPLES[kind], other), locale) == SAMPLES[kind]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", SAMPLES)
def test_any_text_that_people_add_is_kept(kind: ArtifactKind, locale: Locale) -> None:
    @settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
    @given(st.text("abcあ仮 -*#:|\n12", min_size=1, max_size=30), st.integers(0, 40))
    def check(added: str, place: int) -> None:
        lines = render(SAMPLES[kind], locale).split("\n")
        place = min(place, len(lines))
        text = "\n".join([*lines[:place], "", added, "", *lines[place:]])
        try:
            body = parse(kind, text, locale)
        except InputError as error:
            assert error.hint
            return
        kept = render(body, locale)
        for word in {w for w in added.replace("|", " ").split() if w.isalpha() and w not in "仮"}:
            assert word in kept

    check()


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_damaged_document_is_read_or_refused_but_never_breaks(kind: ArtifactKind, locale: Locale) -> None:
    @settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        text = render(data.draw(BODIES[kind]), locale)
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(text)))
            end = data.draw(st.integers(start, min(len(text), start + 30)))
            text = text[:start] + data.draw(st.text("|\n#-: A1（仮）", max_size=4)) + text[end:]
        try:
            body = parse(kind, text, locale)
        except InputError as error:
            assert error.message
            assert error.hint
        else:
            assert parse(kind, render(body, locale), locale) == body

    check()


def test_columns_may_be_moved_and_unknown_ones_are_kept_as_notes() -> None:
    text = (
        "| Feelings | Weather | Stage | Actions |\n|---|---|---|---|\n"
        "| cold | rain | Notice | A1: looks out<br>packs a coat (assumed) |\n"
    )
    read = journey("# Journey\n\n## Journey in time order\n\n" + text)
    assert [(a.id, a.text, a.assumed) for a in read.actions] == [
        ("A1", "looks out", False),
        ("A2", "packs a coat", True),
    ]
    assert read.stages[0].feelings == ("cold",)
    assert read.extra == "- Weather: rain"


def test_a_row_with_an_empty_first_cell_continues_the_stage_above() -> None:
    text = render(JOURNEY, "ja").replace("\n\n## 気づき", "\n|  | A9: 傘を干す |  | すっきり |\n\n## 気づき")
    last = journey(text, "ja").stages[-1]
    assert last.name == JOURNEY.stages[-1].name
    assert last.actions[-1].text == "傘を干す"
    assert last.feelings[-1] == "すっきり"


def test_what_lost_its_id_gets_a_new_one_that_was_never_used() -> None:
    text = render(JOURNEY, "en").replace("A2: ", "")
    body = parse("journey", text, "en", taken=["A1", "A7"])
    assert isinstance(body, Journey)
    assert [a.id for a in body.actions] == ["A1", "A8", "A3"]


def test_ids_with_full_width_digits_are_the_same_ids() -> None:
    assert journey(render(JOURNEY, "ja").replace("A1", "A１"), "ja") == JOURNEY
