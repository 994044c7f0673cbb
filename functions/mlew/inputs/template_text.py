"""Text of a form that nobody has replaced."""

import re

_TOKENS = (
    r"[（(][^（）()\n]*(?:ここに[^（）()\n]*記入|fill in here)[^（）()\n]*[)）]",
    r"(?<![A-Za-z0-9])[xX]{3,}(?![A-Za-z0-9])",
    r"[Ｘｘ]{2,}",
    r"あ{3,}|ア{4,}",
    r"[○〇◯]{2,}|△{2,}|□{2,}|×{2,}|☆{2,}|●{2,}",
    r"lorem ipsum",
    r"(?:ここ|こちら)[にへ][^。\n]{0,12}(?:記入|入力|書いて|書く|記載)",
    r"テキストを入力|タイトルを入力|記入してください|入力してください|ダミーテキスト|サンプルテキスト",
    r"click to (?:add|edit)|(?:type|enter|insert|add) (?:your )?text here|your text here|placeholder text",
    r"\b(?:fill in|write|enter|replace) (?:this|here)\b",
    r"(?<![A-Za-z])T\.?B\.?D\.?(?![A-Za-z])",
    r"<[^<>\n]{0,20}(?:記入|入力|fill in)[^<>\n]{0,20}>",
)
_TOKEN = re.compile("|".join(f"(?:{token})" for token in _TOKENS), re.IGNORECASE)


def template_token(text: str) -> str:
    """The first piece of template text in `text`; empty if there is none."""
    match = _TOKEN.search(text)
    return match.group() if match else ""


def only_template(text: str) -> bool:
    """True if nothing is left when template text, marks and particles are taken away."""
    rest = _TOKEN.sub("", text)
    return rest != text and len(re.sub(r"[\W\d_ぁ-ん]", "", rest)) < 4
