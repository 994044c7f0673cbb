"""What the rules find, what they leave, and that nothing else changes."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mlew.domain.personal_data import LIMITS, Masking
from mlew.domain.personal_data.check_digits import luhn, my_number
from mlew.domain.personal_data.masking import PLACEHOLDER

PEOPLE = ("山田 太郎", "Ann Smith", "林 アン", "Will Brown")


def masked(text: str, *people: str) -> str:
    return Masking("en", people or PEOPLE).mask(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("taro.yamada+x@example.co.jp", "[mail 1]"),
        ("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ です", "[mail 1] です"),
        ("メールは a-b@example.jpです。", "メールは [mail 1]です。"),
        ("(info@例え.jp)", "([mail 1])"),
        ("山田@example.jp", "[mail 1]"),
        ("see @example and a@b", "see @example and a@b"),
    ],
)
def test_mail(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "number",
    [
        "03-1234-5678", "0312345678", "(03)1234-5678", "03(1234)5678", "０３－１２３４－５６７８", "03ー1234ー5678",
        "090-1234-5678", "09012345678", "090 1234 5678", "0120-123-456", "0997‐12‐3456", "+81-3-1234-5678",
        "+81 (0)3-1234-5678", "+819012345678", "+1 (415) 555-0132", "415-555-0132", "(415) 555-0132",
        "+44 20 7946 0958", "+49 30 12345678", "010-81-3-1234-5678", "020 7946 0958",
    ],
)  # fmt: skip
def test_phone(number: str) -> None:
    assert masked(f"電話{number}まで") == "電話[phone 1]まで"


def test_one_number_written_in_several_ways_has_one_placeholder() -> None:
    assert masked("03-1234-5678, ０３１２３４５６７８, +81 3 1234 5678, 06-1234-5678") == (
        "[phone 1], [phone 1], [phone 1], [phone 2]"
    )


@pytest.mark.parametrize("code", ["〒123-4567", "〒1234567", "〒 １２３－４５６７", "123-4567", "郵便番号：1234567"])
def test_postal_code(code: str) -> None:
    assert masked(code).endswith("[postal code 1]")


@pytest.mark.parametrize(
    "card",
    [
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "3782 822463 10005",
        "３５３０１１１３３３３０００００",
    ],
)
def test_card(card: str) -> None:
    assert masked(f"カード {card} 12/27") == "カード [card 1] 12/27"


def test_digits_that_fail_the_check_are_no_card() -> None:
    assert masked("4111111111111112") == "4111111111111112"
    assert masked("ISBN 978-4-16-148410-0") == "ISBN 978-4-16-148410-0"


@pytest.mark.parametrize("number", ["123456789018", "1234 5678 9018", "1234-5678-9018", "１２３４５６７８９０１８"])
def test_my_number(number: str) -> None:
    assert masked(f"番号は{number}。") == "番号は[My Number 1]。"


def test_my_number_with_another_check_digit_is_left() -> None:
    assert masked("123456789012") == "123456789012"


def test_check_digits_by_hand() -> None:
    """11 digits 12345678901 weighted 2…7, 2…6 from the right: sum 212, rest 3, check digit 8."""
    assert [digit for digit in range(10) if my_number(f"12345678901{digit}")] == [8]
    assert [digit for digit in range(10) if luhn(f"7992739871{digit}")] == [3]


@pytest.mark.parametrize(
    "text", ["2026-11-22 10:30", "1,234,567円", "12.5 %", "3〜5 回", "A1, Q12", "1 日に 3 回、15 分"]
)
def test_other_numbers_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("山田太郎さんは「早い」と言った", "[name 1]さんは「早い」と言った"),
        ("山田　太郎様", "[name 1]様"),
        ("太郎 山田", "[name 1]"),
        ("山田さんと太郎くん", "[name 1]さんと[name 1]くん"),
        ("ANN SMITH, ann smith, ＡＮＮ　ＳＭＩＴＨ", "[name 1], [name 1], [name 1]"),
        ("Smith, Ann", "[name 1]"),
        ("Ms. Smith said, and Ann's son", "Ms. [name 1] said, and [name 1]'s son"),
        ("the annual blacksmith fair", "the annual blacksmith fair"),
        ("Will asked: will it rain?", "[name 1] asked: will it rain?"),
        ("林さんは森林で、アンケートにアンと書いた", "[name 1]さんは森林で、アンケートに[name 1]と書いた"),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert masked(text) == expected


def test_the_same_person_on_two_lists_is_one_and_others_are_not() -> None:
    masking = Masking("ja", ["山田 太郎"], ["山田太郎", "佐藤 花子"])
    assert masking.mask("佐藤さん、山田太郎") == "[氏名 1]さん、[氏名 2]"
    assert masking.mask("山田 太郎") == "[氏名 2]"


def test_placeholders_are_stable_over_texts_and_counted() -> None:
    masking = Masking("ja", PEOPLE)
    assert masking.mask("a@example.com") == "[メール 1]"
    assert masking.mask("b@example.com, A@example.com 〒100-0001") == "[メール 2], [メール 1] 〒[郵便番号 1]"
    assert masking.found == {"mail": 2, "postal_code": 1}


def test_masking_twice_changes_nothing_even_if_somebody_is_called_mail() -> None:
    masking = Masking("en", ["mail"])
    once = masking.mask("mail: x@example.com")
    assert once == "[name 1]: [mail 1]"
    assert masking.mask(once) == once


def test_what_overlaps_is_masked_as_a_whole() -> None:
    assert masked("Ann Smith@example.com") == "[mail 1]"


def test_characters_are_not_cut() -> None:
    assert masked("é e", "e") == "é [name 1]"
    assert masked("ﾀﾛｳﾞ", "タロ") == "[name 1]ｳﾞ"
    assert masked("㌔", "キ") == "[name 1]"


def test_limits_are_said_in_both_languages() -> None:
    assert len(LIMITS["ja"]) == len(LIMITS["en"])


wild = st.text(max_size=12)
names = st.one_of(
    st.sampled_from(["山田 太郎", "さくら", "林", "Ann Smith", "O'Neil Jr.", "ヤマダ タロウ", "é", "李", "Łukasz"]),
    st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=6),
)


def _as_is(name: str) -> str:
    return name


WAYS: tuple[Callable[[str], str], ...] = (
    _as_is,
    lambda name: unicodedata.normalize("NFKC", name),
    lambda name: name.replace(" ", ""),
    lambda name: name.replace(" ", "　"),
    "\u200b".join,
    lambda name: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name),
)


@given(st.lists(names, min_size=1, max_size=4), st.data(), wild, wild)
def test_never_leaves_a_listed_name(listed: list[str], data: st.DataObject, before: str, after: str) -> None:
    """However it is written, between any other text; apart from it, since Latin names end where words end."""
    name, way = data.draw(st.sampled_from(listed)), data.draw(st.sampled_from(WAYS))
    shown = Masking("ja", listed).mask(f"{before} {way(name)} {after}")
    assert PLACEHOLDER.search(shown)
    for left in PLACEHOLDER.split(shown):
        assert way(name) not in left or way(name) in f"{before}  {after}"


@given(st.text(), st.lists(names, max_size=3))
@example("カード 4111 1111 1111 1111、03-1234-5678、a@b.jp", ["山田"])
def test_what_is_left_is_what_was_there(text: str, listed: list[str]) -> None:
    """The parts between placeholders come from the text in order; masking twice changes nothing."""
    masking = Masking("en", listed)
    shown = masking.mask(text)
    position = 0
    for left in PLACEHOLDER.split(shown):
        position = text.index(left, position) + len(left)
    if not PLACEHOLDER.search(shown):
        assert shown == text
    assert masking.mask(shown) == shown


@given(st.text(), st.lists(names, max_size=3))
def test_no_character_is_cut(text: str, listed: list[str]) -> None:
    """No part that is left begins with what belongs to the character before it."""
    for left in PLACEHOLDER.split(Masking("en", listed).mask(text))[1:]:
        assert not left or unicodedata.category(left[0]) not in {"Mn", "Mc", "Me"} or left[0] in text[:1]
