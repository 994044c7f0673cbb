"""customer.md: read as people write it, written back without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.documents.customer_file import parse_customer, render_customer
from mlew.domain.base import Locale
from mlew.domain.customer import CustomerSheet
from tests.unit.inputs.written_text import blocks, lines, texts

SHEETS = st.builds(
    CustomerSheet,
    product=texts,
    title=texts,
    summary=texts,
    purpose=st.lists(texts.filter(bool), max_size=3).map(tuple),
    behaviour=st.lists(texts.filter(bool), min_size=1, max_size=4).map(tuple),
    attributes=st.lists(texts.filter(bool), max_size=3).map(tuple),
    extra=blocks,
)


@given(st.lists(SHEETS, min_size=1, max_size=3), st.sampled_from(["ja", "en"]))
def test_rendered_sheets_are_read_back_without_loss(sheets: list[CustomerSheet], locale: Locale) -> None:
    assert parse_customer(render_customer(sheets, locale)).sheets == tuple(sheets)


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    for sheet in parse_customer(text).sheets:
        assert CustomerSheet.model_validate(sheet.model_dump()) == sheet


@given(st.lists(lines, max_size=8))
def test_what_is_read_once_is_stable(written: list[str]) -> None:
    sheets = parse_customer("\n".join(written)).sheets
    again = parse_customer(render_customer(sheets, "ja")).sheets
    assert parse_customer(render_customer(again, "en")).sheets == again


@pytest.mark.parametrize(
    "label",
    [
        "## 目的",
        "# 目的",
        "**目的**",
        "目的:",
        "目的：",
        "【目的】",
        "■目的",
        "- 目的:",
        "目的 (Purpose)",
        "Purpose:",
        "＃＃　目的",
    ],
)
def test_a_label_is_recognised_in_every_usual_form(label: str) -> None:
    sheet = parse_customer(f"{label}\n- 早く帰る\n\n## 行動\n- 残業する\n\n## 属性\n- 会社員\n").sheets[0]
    assert sheet.purpose == ("早く帰る",)
    assert sheet.behaviour == ("残業する",)


@pytest.mark.parametrize(
    ("purpose", "behaviour", "attributes"),
    [
        ("Goals", "What she does today", "About her"),
        ("What he wants", "What he does", "Who he is"),
        ("Objectives", "A day in their life", "About the customer"),
        ("目標", "今していること", "この人について"),
        ("やりたいこと", "一日の流れ", "人物像"),
    ],
)
def test_headings_that_people_give_the_boxes_are_known(purpose: str, behaviour: str, attributes: str) -> None:
    read = parse_customer(f"# x\n## {purpose}\n- a\n## {behaviour}\n- b\n## {attributes}\n- c\n")
    sheet = read.sheets[0]
    assert (sheet.purpose, sheet.behaviour, sheet.attributes) == (("a",), ("b",), ("c",))
    assert read.defects == ()


def test_a_heading_of_no_box_is_reported_at_its_line() -> None:
    boxes = "# x\n## 目的\n- a\n## 行動\n- b\n### 朝\n- c\n## 属性\n- d\n"
    found = parse_customer(f"{boxes}\n## 店のつくり\n- e\n").defects
    assert [(d.rule, d.number) for d in found] == [("heading-unknown", 11)]
    assert "店のつくり" in found[0].finding("ja").message
    assert parse_customer(f"{boxes}\n## その他\n### 店\n## 店のつくり\n- e\n").defects == ()


def test_words_that_begin_like_a_label_are_text() -> None:
    sheet = parse_customer("## 行動\n- 目的地を調べる\n- 属性値を入力する\n- Goals are set by the board\n").sheets[0]
    assert sheet.behaviour == ("目的地を調べる", "属性値を入力する", "Goals are set by the board")


def test_bullets_numbers_and_wrapped_lines_become_entries() -> None:
    text = "## 行動\n1. 棚を\n  見る\n２．注文する\n・待つ\n③ 受け取る\n\n段落として書く\n"
    assert parse_customer(text).sheets[0].behaviour == (
        "棚を\n見る", "注文する", "待つ", "受け取る", "段落として書く",
    )  # fmt: skip


def test_title_product_and_sentence_are_told_apart() -> None:
    sheet = parse_customer(
        "# 顧客シート：店長\n\nプロダクト：発注クラウド\n毎朝 300 食を仕込む\n\n## 目的\n- 残さない\n"
    ).sheets[0]
    assert (sheet.title, sheet.product, sheet.summary) == ("店長", "発注クラウド", "毎朝 300 食を仕込む")


def test_two_headings_with_boxes_are_two_sheets() -> None:
    read = parse_customer("# A\n## 目的\n- a\n\n# B\n## 目的\n- b\n")
    assert [(s.title, s.purpose) for s in read.sheets] == [("A", ("a",)), ("B", ("b",))]


def test_text_without_boxes_is_kept_and_reported() -> None:
    read = parse_customer("# 店長\n\n- 毎朝 300 食を仕込む\n- 残りを量る\n")
    assert "残りを量る" in read.sheets[0].extra
    assert [d.rule for d in read.defects] == ["no-boxes"]


def test_an_empty_box_is_named_in_both_languages() -> None:
    defect = parse_customer("# 店長\n## 目的\n- a\n## 行動\n\n## 属性\n- b\n").defects[0]
    assert "行動" in defect.finding("ja").message
    assert "Behaviour" in defect.finding("en").message


def test_comments_are_guidance_and_not_content() -> None:
    sheet = parse_customer("## 目的\n<!-- ここは\n説明 -->\n- a\n").sheets[0]
    assert sheet.purpose == ("a",)
