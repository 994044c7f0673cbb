"""Sample parts that answer, show or are written in: the repair of household appliances."""

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


def series(name: str, labels: str, values: tuple[float, ...]) -> Series:
    """`labels`: parted by blanks."""
    return Series(name=name, points=tuple(Point(label=a, value=b) for a, b in zip(labels.split(), values, strict=True)))


_MONTHS_JA, _MONTHS_EN = "4月 5月 6月 7月 8月 9月", "Apr May Jun Jul Aug Sep"

PARTS: dict[Locale, dict[str, Part]] = {
    "ja": {
        "chat": ChatPart(
            assistant="なおる便の相談係",
            opening="こんばんは。どの家電でお困りですか。症状をひとことで教えてください。",
            exchanges=(
                Exchange(
                    suggestion="冷蔵庫が冷えません",
                    keywords=("冷えない", "冷えません", "冷蔵庫", "ぬるい"),
                    reply="いつごろからでしょうか。背面から「カチカチ」という音がするなら、起動リレーの不調が考えられます。"
                    "\n部品は8,400円、在庫は近くの倉庫に3個あります。",
                ),
                Exchange(
                    suggestion="修理代はいくらくらいですか",
                    keywords=("いくら", "料金", "修理代", "費用", "値段"),
                    reply="出張費と作業費を合わせて、18,000円から24,000円の見込みです。訪問前に確定し、当日増えることはありません。",
                ),
                Exchange(
                    suggestion="いちばん早くて、いつ来られますか",
                    keywords=("いつ来", "早く", "今日", "明日", "急ぎ"),
                    reply="あす9時から12時の間に、同じ機種を120件直した担当者がうかがえます。",
                ),
            ),
            error="うまく聞き取れませんでした。機種や症状、料金、訪問日のことでしたらお答えできます。",
        ),
        "table": TablePart(
            caption="見積もりの内訳",
            columns=(
                Column(label="項目"),
                Column(label="数量", type="number", editable=True),
                Column(label="単価", type="money"),
                Column(label="金額", type="money", editable=True),
                Column(label="手配日", type="date"),
            ),
            rows=(
                ("起動リレー", "1", "¥8,400", "¥8,400", "2027/4/11"),
                ("作業費（冷却系統）", "1", "¥9,000", "¥9,000", "2027/4/12"),
                ("出張費", "1", "¥3,000", "¥3,000", "2027/4/12"),
                ("庫内の消毒", "2", "¥1,200", "¥2,400", "2027/4/9"),
            ),
        ),
        "editor": EditorPart(
            label="修理報告書",
            preview="お客様に届く形",
            text="# 冷蔵庫の修理報告\n\n庫内の温度が **12℃** まで上がっていました。"
            "原因は起動リレーの接点の劣化です。\n\n"
            "# 行ったこと\n\n- 起動リレーを新品に交換\n- 庫内を消毒し、**3℃** まで下がったことを確認\n"
            "- 背面のほこりを清掃\n\n"
            "# 長くお使いいただくために\n\n背面は壁から5cm以上離してください。",
        ),
        "chart": ChartPart(
            caption="月ごとの電気代",
            unit="円",
            series=(
                series("修理前の年", _MONTHS_JA, (4200, 4600, 5900, 7400, 7900, 6300)),
                series("修理後の年", _MONTHS_JA, (3300, 3400, 4100, 4900, 5200, 4300)),
            ),
        ),
        "result": ResultPart(
            summary="冷蔵庫は元どおり動いています。\n\n一度の訪問で直り、金額は約束どおり22,800円でした。",
            measures=(
                Measure(label="直るまでの時間", before="6日", after="20時間"),
                Measure(label="電話で待つ時間", before="約18分", after="0分"),
                Measure(label="修理を選んだ費用", before="買い替え 96,000円", after="22,800円"),
                Measure(label="金額がわかるとき", before="訪問の当日", after="相談の3分後"),
            ),
            highlights=(
                "同じ機種を120件直した担当者が、一度の訪問で直しました",
                "庫内は3℃まで下がり、食材は保冷箱から戻せます",
                "修理後1年間は、同じ症状なら無料で再訪問します",
            ),
        ),
    },
    "en": {
        "chat": ChatPart(
            assistant="Mendwell assistant",
            opening="Good evening. What has stopped working? A few words are enough.",
            exchanges=(
                Exchange(
                    suggestion="My fridge is warm",
                    keywords=("fridge", "warm", "not cold", "cooling"),
                    reply="Since when? If it clicks at the back every few minutes, the start relay is the likely cause."
                    "\nThe part costs £42 and three are in stock nearby.",
                ),
                Exchange(
                    suggestion="What will the repair cost?",
                    keywords=("cost", "price", "how much", "expensive"),
                    reply="Between £95 and £120 with the visit. The amount is fixed before anybody comes.",
                ),
                Exchange(
                    suggestion="How soon can somebody come?",
                    keywords=("soon", "when", "today", "tomorrow"),
                    reply="Tomorrow between 9 and 12, an engineer who has repaired 120 of this model.",
                ),
            ),
            error="I did not get that. Ask me about the fault, the price or the visit.",
        ),
        "table": TablePart(
            caption="What the estimate is made of",
            columns=(
                Column(label="Item"),
                Column(label="Quantity", type="number", editable=True),
                Column(label="Unit price", type="money"),
                Column(label="Amount", type="money", editable=True),
                Column(label="Arranged", type="date"),
            ),
            rows=(
                ("Start relay", "1", "£42.00", "£42.00", "11 Apr 2027"),
                ("Work on the cooling circuit", "1", "£38.50", "£38.50", "12 Apr 2027"),
                ("Visit", "1", "£15.00", "£15.00", "12 Apr 2027"),
                ("Cleaning of the inside", "2", "£6.00", "£12.00", "9 Apr 2027"),
            ),
        ),
        "editor": EditorPart(
            label="Repair report",
            preview="What the customer receives",
            text="# Your fridge is repaired\n\nThe inside had warmed to **12 °C**. "
            "The contacts of the start relay were worn.\n\n"
            "# What was done\n\n- New start relay fitted\n- Inside cleaned, back to **3 °C** within two hours\n"
            "- Dust removed at the back\n\n# To keep it running\n\n"
            "Leave five centimetres between the back and the wall.",
        ),
        "chart": ChartPart(
            caption="Electricity by month",
            unit="£",
            series=(
                series("Year before the repair", _MONTHS_EN, (31, 34, 42, 53, 57, 45)),
                series("Year after", _MONTHS_EN, (24, 25, 30, 36, 38, 31)),
            ),
        ),
        "result": ResultPart(
            summary="Your fridge is cold again.\n\nRepaired on the first visit, for the £107.50 that was agreed.",
            measures=(
                Measure(label="Until it works again", before="6 days", after="20 hours"),
                Measure(label="Waiting on the phone", before="18 minutes", after="0 minutes"),
                Measure(label="What it costs", before="£480 for a new one", after="£107.50"),
                Measure(label="When the price is known", before="on the day of the visit", after="three minutes in"),
            ),
            highlights=(
                "An engineer with 120 repairs of this model came once",
                "The inside is back to 3 °C",
                "The same fault is repaired free of charge for a year",
            ),
        ),
    },
}
