"""The same parts in other trades and states: nothing to show, one value, values below zero, labels that do not fit."""

from mlew.domain.base import Locale
from mlew.domain.screen_parts import (
    ChartPart,
    ChatPart,
    Column,
    EditorPart,
    Measure,
    Part,
    Point,
    ResultPart,
    Series,
    TablePart,
)
from tests.mocks.display_parts import series

_HOURS = "9時 10時 11時 12時 13時 14時 15時 16時 17時"
_WEEKS = "W1 W2 W3 W4 W5 W6 W7 W8 W9 W10 W11 W12"


def _points(*pairs: tuple[str, float]) -> tuple[Point, ...]:
    return tuple(Point(label=label, value=value) for label, value in pairs)


MORE: dict[Locale, dict[str, Part]] = {
    "ja": {
        "chart-line": ChartPart(
            caption="外来の待ち時間（時間帯ごと）",
            form="line",
            unit="分",
            series=(
                series("先週", _HOURS, (34, 52, 61, 48, 22, 30, 41, 38, 20)),
                series("今週", _HOURS, (21, 28, 33, 26, 14, 18, 24, 20, 12)),
                series("目標", _HOURS, (25, 25, 25, 25, 25, 25, 25, 25, 25)),
            ),
        ),
        "chart-rows": ChartPart(
            caption="製造ラインごとの稼働率の変化",
            unit="ポイント",
            series=(
                Series(
                    name="前月比",
                    points=_points(
                        ("第一工場 樹脂成形ライン（夜勤を含む）", 6.5),
                        ("第一工場 組立ライン", 2.25),
                        ("第二工場 塗装ライン（設備更新の工事中）", -8),
                        ("第二工場 検査・梱包ライン", 0),
                    ),
                ),
            ),
        ),
        "chart-donut": ChartPart(
            caption="問い合わせの内訳",
            form="donut",
            unit="件",
            series=(
                Series(
                    name="今月",
                    points=_points(
                        ("予約の変更", 412), ("料金について", 268), ("持ち物", 154), ("道順", 97), ("その他", 61)
                    ),
                ),
            ),
        ),
        "chart-empty": ChartPart(
            caption="来週の予約数", series=(), empty="来週の予約はまだありません。月曜の朝に集まり始めます。"
        ),
        "chart-zero": ChartPart(caption="苦情の件数", unit="件", series=(series("今期", "4月 5月 6月", (0, 0, 0)),)),
        "table-empty": TablePart(
            caption="棚卸しの差異", columns=(Column(label="品目"),), rows=(), empty="差異は見つかりませんでした。"
        ),
        "table-stock": TablePart(
            caption="食材の在庫と発注",
            columns=(
                Column(label="食材"),
                Column(label="在庫", type="number"),
                Column(label="発注数", type="number", editable=True),
                Column(label="産地", editable=True),
                Column(label="納品日", type="date", editable=True),
            ),
            rows=(
                ("新玉ねぎ", "12kg", "8kg", "兵庫", "4月15日"),
                ("鶏もも肉", "3kg", "10kg", "宮崎", "4月13日"),
                ("トマト", "40kg", "0kg", "熊本", "12月1日"),
            ),
        ),
        "editor-empty": EditorPart(
            label="保護者へのおたより", text="", empty="行事の日付と持ち物から書き始めると、伝わりやすくなります。"
        ),
        "chat-empty": ChatPart(assistant="司書の窓口", opening="お探しの本について、何でもどうぞ。", exchanges=()),
        "result-short": ResultPart(summary="申請書を提出しました。"),
        "result-more": ResultPart(
            summary="夏期講習の時間割ができました。",
            measures=(Measure(label="一人あたりの面談数", before="月1回", after="月4回"),),
            highlights=("重なっていた3コマを自動でずらしました",),
        ),
    },
    "en": {
        "chart-line": ChartPart(
            caption="Parcels delivered late, by week",
            form="line",
            unit="%",
            series=(series("This year", _WEEKS, (9.5, 9, 8.75, 8, 8.2, 7, 6.4, 6, 5.1, 4.8, 4.2, 3.9)),),
        ),
        "chart-rows": ChartPart(
            caption="Bookings compared with last season",
            unit="rooms",
            series=(
                Series(
                    name="Weekdays",
                    points=_points(("Family rooms with a view of the lake", 34), ("Single rooms", -12), ("Suites", 0)),
                ),
                Series(
                    name="Weekends",
                    points=_points(("Family rooms with a view of the lake", 52), ("Single rooms", -3), ("Suites", 8)),
                ),
            ),
        ),
        "chart-donut": ChartPart(
            caption="Where the hours of a shift go",
            form="donut",
            unit="h",
            series=(
                Series(
                    name="Shift",
                    points=_points(("Picking", 3.5), ("Walking", 2.5), ("Searching", 1.5), ("Breaks", 0.5)),
                ),
            ),
        ),
        "chart-empty": ChartPart(
            caption="Bookings next week", series=(), empty="No bookings yet. They start on Monday morning."
        ),
        "chart-zero": ChartPart(caption="Complaints", unit="", series=(series("Quarter", "Apr May Jun", (0, 0, 0)),)),
        "table-empty": TablePart(
            caption="Differences", columns=(Column(label="Item"),), rows=(), empty="No differences were found."
        ),
        "table-stock": TablePart(
            caption="Stock and orders of the kitchen",
            columns=(
                Column(label="Ingredient"),
                Column(label="In stock", type="number"),
                Column(label="Order", type="number", editable=True),
                Column(label="Origin", editable=True),
                Column(label="Delivery", type="date", editable=True),
            ),
            rows=(
                ("Spring onions", "12 kg", "8 kg", "Kent", "2027-04-15"),
                ("Chicken thighs", "3 kg", "10 kg", "Devon", "2027-04-13"),
                ("Tomatoes", "40 kg", "0 kg", "Essex", "2027-12-01"),
            ),
        ),
        "editor-empty": EditorPart(label="Letter to parents", text="", empty="Start with the date and what to bring."),
        "chat-empty": ChatPart(assistant="Library desk", opening="Ask me about any book.", exchanges=()),
        "result-short": ResultPart(summary="Your application is on its way."),
        "result-more": ResultPart(
            summary="The timetable of the summer course is ready.",
            measures=(Measure(label="Talks with each pupil", before="1 a month", after="4 a month"),),
            highlights=("Three overlapping lessons were moved",),
        ),
    },
}
