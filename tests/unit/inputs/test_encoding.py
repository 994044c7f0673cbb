"""Text is read as it was written, or refused: wrong characters must not travel on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.inputs.encoding import decode

TEXT = "# 顧客シート\n\n## 目的\n- 夕食の支度を30分で終える（平日）\n- 買い忘れをなくす、むだを減らす\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", ""), ("utf-8-sig", ""), ("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("iso2022_jp", "ISO-2022-JP"),
        ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"),
    ],
)  # fmt: skip
def test_every_usual_encoding_of_japanese_is_read(codec: str, name: str) -> None:
    decoded = decode(TEXT.encode(codec))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (TEXT, name)


def test_curly_quotes_of_a_windows_editor_are_read() -> None:
    text = "The manager’s purpose: “finish early” – without café breaks, on every working day of the week."
    decoded = decode(text.encode("cp1252"))
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode()[:-40] + b"\xe3" + TEXT.encode()[-40:],
        bytes(range(256)) * 4,
        "Привет, как дела? Это текст.".encode("cp1251"),
        "这是一个用简体中文写成的客户说明文件。".encode("gb18030"),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    ],
    ids=["UTF-8 cut in two", "every byte", "Cyrillic", "Chinese", "picture"],
)
def test_what_cannot_be_told_is_refused(data: bytes) -> None:
    assert decode(data) is None


@given(
    st.text(alphabet="あいうえおかきくけこさしすせそ、。アイウエオ顧客目的行動日本語時間仕事", min_size=6),
    st.sampled_from(["cp932", "euc_jp"]),
)
def test_older_encodings_give_the_right_text_or_none(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded is None or decoded.text == text


@given(st.binary())
def test_any_bytes_are_judged_without_failing(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or isinstance(decoded.text, str)
