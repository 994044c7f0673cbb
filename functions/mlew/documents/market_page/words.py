"""The page's own words; those about the answer are the executive page's."""

from collections.abc import Mapping

from mlew.documents.plan_page.words import words as shared
from mlew.domain.base import Locale

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("市場の推計", "Estimate of the market"),
    "times": ("費用の {ratio} 倍", "{ratio} times the cost"),
    "line_reached": ("基準の {n} 倍に届いています", "the line of {n} is reached"),
    "line_not_reached": ("基準の {n} 倍に届いていません", "the line of {n} is not reached"),
    "cases": ("得られる額と必要な額", "Value and what is needed"),
    "case": ("場合", "Case"),
    "cost": ("費用", "Cost"),
    "value": ("得られる額", "Value"),
    "needed": ("必要な額（費用の {n} 倍）", "Needed ({n} × cost)"),
    "ratio": ("倍率", "Times"),
    "break_even": ("届くシェア", "Share needed"),
    "needed_short": ("必要な額", "Needed"),
    "share_stated": ("届くシェア：必要な額に届くためのシェアで、見込みは {share} %。",
                     "Share needed: to reach what is needed; the share taken is {share} %."),
    "out_of_reach": ("届かない", "out of reach"),
    "picture": ("帯は低めから高めまで、太い線は中央の値、赤い線は必要な額。",
                "The bar: low to high. Thick: the middle. Red: what is needed."),
    "formula": ("顧客の数 × シェア × 単価 × 利用が続く期間", "Customers × share × price × periods of use"),
    "inputs": ("数字の出どころ", "Where each figure comes from"),
    "input": ("項目", "Input"),
    "source": ("出どころ", "Source"),
    "assumed_one": ("仮定", "Assumed"),
    "check": ("確かめ方：{how}", "To check: {how}"),
    "nobody_checks": ("確かめる人が決まっていません", "nobody checks it yet"),
    "cost_periods": ("{name}の期間", "{name}: periods"),
    "multiples": ("N の決まり方", "How N was set"),
    "set": ("N = {n}（{day}、{who}）", "N = {n} ({day}, {who})"),
    "default": ("既定値", "default"),
    "rehearsed": ("この推計の数字は、リハーサル用のモデルが作りました。",
                  "The figures were made by the rehearsal model."),
}  # fmt: skip
Words = Mapping[str, str]


def words(locale: Locale) -> Words:
    """Key → text."""
    return {**shared(locale), **{key: texts[0 if locale == "ja" else 1] for key, texts in _WORDS.items()}}
