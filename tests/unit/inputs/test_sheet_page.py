"""Guide, example, empty form or the real sheet: told by what stands on the slide."""

import pytest

from mlew.domain.customer import CustomerSheet
from mlew.inputs.sheet_page import SheetPage

FILLED = CustomerSheet(purpose=("残さない",), behaviour=("棚を見る",), attributes=("40 代",))


def page(
    title: str = "", texts: tuple[str, ...] = ("目的", "行動"), sheet: CustomerSheet = FILLED, labels: int = 3
) -> SheetPage:
    return SheetPage(number=1, title=title, texts=texts, sheet=sheet, labels=labels)


@pytest.mark.parametrize(
    "title",
    [
        "例", "記入例", "例：ベランダ菜園", "（例）ベランダ菜園", "【記入例】", "サンプル",
        "ベランダ菜園の例", "記入例 2",
        "Example", "Example: gardener",
        "Gardener (example)", "Sample 1", "[Sample] Gardener",
    ],
)  # fmt: skip
def test_an_example_is_told_by_its_title_or_by_a_mark_beside_it(title: str) -> None:
    assert page(title).kind == "example"
    assert page("ベランダ菜園", ("目的", title)).kind == "example"


@pytest.mark.parametrize(
    "title", ["例外処理の担当者", "サンプル請求の多い客", "前例のない客", "Sampling clerk", "Exemplary manager", "店長"]
)
def test_words_that_only_look_like_a_mark_are_part_of_the_sheet(title: str) -> None:
    assert page(title).kind == "sheet"


@pytest.mark.parametrize("title", ["顧客シートの書き方", "記入ガイド", "How to fill in this sheet", "Instructions"])
def test_a_guide_is_told_by_its_title(title: str) -> None:
    assert page(title).kind == "guide"


@pytest.mark.parametrize(
    "entries",
    [
        ("顧客が望む状態を書きます。", "順番に記入してください", "背景を挙げます"),
        ("Describe the goal", "List what they do", "Write who they are"),
    ],
)
def test_a_guide_without_a_title_is_told_by_its_instructions(entries: tuple[str, str, str]) -> None:
    sheet = CustomerSheet(purpose=entries[:1], behaviour=entries[1:2], attributes=entries[2:])
    assert page(sheet=sheet).kind == "guide"


def test_a_form_has_boxes_with_nothing_but_template_text() -> None:
    assert page(sheet=CustomerSheet()).kind == "form"
    assert page(sheet=CustomerSheet(purpose=("XXXX",), behaviour=("・ああああ",))).kind == "form"


def test_a_page_with_fewer_than_two_boxes_is_no_sheet() -> None:
    assert page(labels=1).kind == "other"
