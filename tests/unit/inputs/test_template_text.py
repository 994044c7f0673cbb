"""Text of a form is told from text of a customer."""

import pytest

from mlew.inputs.template_text import only_template, template_token


@pytest.mark.parametrize(
    "text",
    [
        "XXXX", "xxx", "ＸＸ", "ああああ", "○○", "〇〇さん", "△△", "Lorem ipsum dolor", "ここに記入",
        "ここに目的を書いてください", "テキストを入力", "Click to add text", "(fill in here)", "（ここに名前を記入）",
        "TBD", "□□□",
    ],
)  # fmt: skip
def test_template_text_is_found(text: str) -> None:
    assert template_token(text)


@pytest.mark.parametrize(
    "text",
    [
        "XXL のシャツを選ぶ",
        "MAXX 社",
        "○ を付ける",
        "ああ、そうかと思う",
        "記入欄を探す",
        "20 × 30 cm",
        "日報に記入する",
        "exxxtra",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert not template_token(text)


def test_a_sentence_with_a_leftover_is_more_than_template() -> None:
    assert only_template("・XXXX")
    assert only_template("XXXX（ああああ）")
    assert not only_template("毎朝の仕込み量を XXXX が決める")
    assert not only_template("残さない")
