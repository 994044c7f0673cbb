"""What no text of a mock may be, and what only looks like it."""

import time

import pytest

from mlew.domain.mock_wording import contact, filler, hidden, markup, personal_name, without_hidden

FILLER = (
    "Lorem ipsum",
    "ここに説明が入ります",
    "サンプルテキスト",
    "テキストテキスト",
    "asdf",
    "TODO: x",
    "価格は○○円",
    "TBD",
)
NO_FILLER = ("見本を選ぶ", "★★★☆☆", "A sample of your work", "ほげ", "テキストで送る", "XXL")
MARKUP = (
    "<b>x</b>", "</div", "<script", "<!-- x -->", "&lt;", "&#x3c;", "javascript:alert(1)", "JavaScript : x()",
    "{{ name }}", "{% if %}", "[here](https://example.com)", "**bold**", "# Title", "```", "| a | b |",
    "data:text/html",
)  # fmt: skip
NO_MARKUP = (
    "3 < 5", "a > b", "R&D", "Q&A", "2 * 3 * 4", "#1", "data: 3 rows", "Java script", "(^_^)", "＜お知らせ＞", "5:30",
)  # fmt: skip
CONTACTS = (
    "a@lamps.com", "see https://lamps.co.jp/x", "www.lamps.io", "lamps.app で", "詳しくはlamps.comへ",
    "090-1234-5678", "０３-１２３４-５６７８", "+44 20 7946 0123", "09012345678", "〒150-0001", "東京都港区芝1-2-3",
    "大阪府大阪市北区梅田3丁目", "12 Long Acre Street",
)  # fmt: skip
NO_CONTACTS = (
    "name@example.com", "https://shop.example.co.jp/a", "www.example.org", "a@b.test", "555-0142", "+1 202 555 0142",
    "03-0000-0000", "2026-11-03", "10:00-12:00", "報告.pdf", "photo.jpg", "東京都内の店舗", "0.5-1.5 時間", "1-2-3",
    "v1.2.3",
)  # fmt: skip
NAMES = (
    "佐藤さん（店長）", "鈴木 花子", "田中様", "K.S. さん", "Anna Miller", "John, a nurse", "Mr. Brown",
    "担当は山本くん", "Jane D.", "J. D., tenant",
)  # fmt: skip
NO_NAMES = (
    "お客様", "夜勤の看護師さん", "店長", "山口県の店", "小林製の棚を比べる", "A 様", "Night nurse", "Mark it as done",
    "Will you come?", "担当者さん", "千葉店", "Dr.ストップ", "U.S. market", "1 棟目の責任者", "St. Anna's",
)  # fmt: skip


@pytest.mark.parametrize("text", FILLER)
def test_filler_is_found(text: str) -> None:
    assert filler(text)


@pytest.mark.parametrize("text", NO_FILLER)
def test_ordinary_words_are_no_filler(text: str) -> None:
    assert not filler(text)


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_found(text: str) -> None:
    assert markup(text)


@pytest.mark.parametrize("text", NO_MARKUP)
def test_ordinary_signs_are_no_markup(text: str) -> None:
    assert not markup(text)


def test_emphasis_is_content_in_an_editor() -> None:
    assert not markup("# Title\n- **bold**", plain=False)
    assert markup("# Title\n<b>", plain=False)


@pytest.mark.parametrize("text", CONTACTS)
def test_ways_to_reach_somebody_are_found(text: str) -> None:
    assert contact(text)


@pytest.mark.parametrize("text", NO_CONTACTS)
def test_examples_dates_and_files_reach_nobody(text: str) -> None:
    assert not contact(text)


@pytest.mark.parametrize("text", NAMES)
def test_personal_names_are_found(text: str) -> None:
    assert personal_name(text)


@pytest.mark.parametrize("text", NO_NAMES)
def test_positions_and_places_are_no_names(text: str) -> None:
    assert not personal_name(text)


def test_invisible_characters_are_named_and_taken_out() -> None:
    assert hidden("a\u202eb\u0000\u202e") == "U+202E, U+0000"
    assert without_hidden("a\u202eb\u0000\r\nc\td") == "ab\nc d"
    assert not hidden("👩‍🍳 が 2 行\n書く")


@pytest.mark.parametrize("text", ["a", "a.", "1-", "[[", "<", "\n", "**", "あ", "A. ", "&", "県", "12 Aa "])
def test_a_very_long_text_takes_no_time(text: str) -> None:
    long = text * (200_000 // len(text))
    before = time.process_time()
    for rule in (filler, markup, hidden, contact, personal_name):
        rule(long)
    assert time.process_time() - before < 2
