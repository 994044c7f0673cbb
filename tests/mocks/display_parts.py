"""Sample parts that answer, show or are written in."""

from mlew.domain.base import Locale
from mlew.domain.screen_parts import (
    ChartPart,
    ChatPart,
    Column,
    EditorPart,
    Exchange,
    Measure,
    Part,
    Point,
    ResultPart,
    Series,
    TablePart,
)

PARTS: dict[Locale, dict[str, Part]] = {
    "ja": {
        "chat": ChatPart(
            assistant="なおる便の相談係",
            opening="こんばんは。どの家電でお困りですか。",
            exchanges=(Exchange(suggestion="冷蔵庫が冷えません", keywords=("冷蔵庫",), reply="いつからですか。"),),
        ),
        "table": TablePart(
            caption="見積もり",
            columns=(Column(label="項目"), Column(label="金額", type="money", editable=True)),
            rows=(("部品代", "8,400"), ("作業費", "12,000")),
        ),
        "editor": EditorPart(label="報告書", text="# 修理報告書\n\n- 交換した部品"),
        "chart": ChartPart(
            caption="月ごとの電気代",
            unit="円",
            series=(Series(name="修理前", points=(Point(label="4月", value=4200), Point(label="5月", value=4600))),),
        ),
        "result": ResultPart(
            summary="冷蔵庫は元どおり動いています。",
            measures=(Measure(label="直るまでの日数", before="6", after="1"),),
        ),
    },
    "en": {
        "chat": ChatPart(
            assistant="Mendwell assistant",
            opening="Good evening. What has stopped working?",
            exchanges=(Exchange(suggestion="My fridge is warm", keywords=("fridge",), reply="Since when?"),),
        ),
        "table": TablePart(
            caption="Estimate",
            columns=(Column(label="Item"), Column(label="Amount", type="money", editable=True)),
            rows=(("Parts", "42"), ("Work", "60")),
        ),
        "editor": EditorPart(label="Report", text="# Repair report\n\n- Parts replaced"),
        "chart": ChartPart(
            caption="Electricity by month",
            unit="£",
            series=(Series(name="Before", points=(Point(label="Apr", value=31), Point(label="May", value=34))),),
        ),
        "result": ResultPart(
            summary="Your fridge works as it did.",
            measures=(Measure(label="Days until it works", before="6", after="1"),),
        ),
    },
}
