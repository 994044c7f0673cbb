"""Japanese: a household asks for the repair of an appliance."""

from datetime import date

from mlew.domain.screen_parts import (
    CalendarPart,
    CompareOption,
    ComparePart,
    Day,
    Fact,
    FormPart,
    InputField,
    Item,
    ListDetailPart,
    Part,
    Sample,
    UploadPart,
    WizardPage,
    WizardPart,
)

_FORM = FormPart(
    fields=(
        InputField(
            id="appliance",
            label="お困りの家電",
            input="select",
            required=True,
            options=("冷蔵庫", "洗濯機", "エアコン", "電子レンジ", "食器洗い機", "その他"),
        ),
        InputField(
            id="symptom",
            label="気になる症状",
            input="textarea",
            required=True,
            hint="いつから、どんなときに起きるかも書いていただけると、診断が早くなります。",
            placeholder="例：昨夜から冷凍室の氷が溶けている。庫内灯はつく。",
        ),
        InputField(
            id="signs",
            label="当てはまるもの",
            input="checkbox",
            options=("異音がする", "水がもれる", "焦げたにおいがする", "エラー表示が出る"),
        ),
        InputField(id="age", label="使っている年数", input="number", minimum=0, maximum=40, unit="年", placeholder="8"),
        InputField(id="noticed", label="気づいた日", input="date", required=True),
        InputField(
            id="urgency",
            label="お急ぎですか",
            input="radio",
            required=True,
            options=("今日中に", "3日以内", "急がない"),
        ),
        InputField(
            id="mail",
            label="メールアドレス",
            input="email",
            required=True,
            hint="診断の結果をお送りします。",
            placeholder="mihon@example.jp",
        ),
        InputField(id="phone", label="電話番号", input="tel", placeholder="03-0000-0000"),
    ),
    error="あと少しです。次の項目をご確認ください。",
)

_WIZARD = WizardPart(
    pages=(
        WizardPage(
            title="設置場所",
            fields=(
                InputField(
                    id="home",
                    label="お住まい",
                    input="radio",
                    required=True,
                    options=("一戸建て", "集合住宅", "店舗・事務所"),
                ),
                InputField(
                    id="floor", label="設置している階", input="number", minimum=1, maximum=60, unit="階", required=True
                ),
                InputField(
                    id="space",
                    label="まわりの空き",
                    input="select",
                    options=("人が入れる", "片腕が入る", "ほとんどない"),
                    hint="本体を動かす必要があるかを判断します。",
                ),
            ),
        ),
        WizardPage(
            title="駐車と入館",
            fields=(
                InputField(
                    id="parking",
                    label="停められる場所",
                    input="radio",
                    required=True,
                    options=("敷地内", "近くの有料駐車場", "わからない"),
                ),
                InputField(
                    id="entry",
                    label="入館の手続き",
                    placeholder="例：管理室で受付",
                    hint="オートロックの番号は書かないでください。",
                ),
            ),
        ),
        WizardPage(
            title="当日の立ち会い",
            fields=(
                InputField(
                    id="present",
                    label="立ち会う方",
                    input="radio",
                    required=True,
                    options=("申込者本人", "家族", "管理会社"),
                ),
                InputField(id="memo", label="伝えておきたいこと", input="textarea", placeholder="例：犬がいます"),
                InputField(id="agree", label="分解をともなう点検に同意する", input="checkbox", required=True),
            ),
        ),
    ),
)

_CALENDAR = CalendarPart(
    label="訪問できる日",
    choose="到着の時間帯",
    days=(
        Day(day=date(2027, 4, 12), times=("16:00〜18:00",)),
        Day(day=date(2027, 4, 13), times=("9:00〜11:00", "13:00〜15:00", "16:00〜18:00")),
        Day(day=date(2027, 4, 14)),
        Day(day=date(2027, 4, 15), times=("9:00〜11:00", "11:00〜13:00")),
        Day(day=date(2027, 4, 16), times=("13:00〜15:00",)),
        Day(day=date(2027, 4, 17)),
        Day(day=date(2027, 4, 19), times=("9:00〜11:00", "11:00〜13:00", "13:00〜15:00", "16:00〜18:00")),
        Day(day=date(2027, 4, 20), times=("11:00〜13:00", "16:00〜18:00")),
        Day(day=date(2027, 4, 27), times=("9:00〜11:00",)),
        Day(day=date(2027, 5, 6), times=("9:00〜11:00", "13:00〜15:00")),
        Day(day=date(2027, 5, 7), times=("11:00〜13:00",)),
    ),
    empty="この日の訪問枠は埋まりました。前後の日もご覧ください。",
)

_UPLOAD = UploadPart(
    label="型番シールと、気になるところの写真",
    accepts=(".jpg", ".png", ".heic"),
    samples=(
        Sample(
            name="冷蔵庫の型番シール.jpg",
            size="1.8 MB",
            finding="2019年製・容量 470L の冷蔵庫です。交換部品は国内に在庫があります。",
        ),
        Sample(
            name="冷凍室の霜.jpg",
            size="2.4 MB",
            finding="霜の付き方から、冷却ファンの停止が疑われます（確からしさ 82%）。\n"
            "ドアパッキンの傷みは見当たりません。",
        ),
        Sample(name="エラー表示.png", size="640 KB", finding="表示「H34」は、霜取りヒーターの断線を示します。"),
    ),
    empty="まだ写真がありません。見本でもお試しいただけます。",
    error="写真として読めませんでした。JPG・PNG・HEIC の画像をお選びください。",
)

_LIST = ListDetailPart(
    items=(
        Item(
            title="冷蔵庫ひとすじの担当（城北）",
            summary="冷却まわりの修理が得意。部品を積んで伺います。",
            tags=("冷蔵庫", "当日可"),
            facts=(
                Fact(label="修理の実績", value="1,240件"),
                Fact(label="その日に直った割合", value="91%"),
                Fact(label="最短の訪問", value="4月12日 16時"),
                Fact(label="出張費", value="3,300円"),
            ),
            body="圧縮機と冷却ファンの交換を毎週のように手がけています。\n\n作業の前に必ず見積もりをお見せし、直さないほうが得な場合もそのままお伝えします。",
        ),
        Item(
            title="水まわり家電の担当（中央）",
            summary="洗濯機・食器洗い機の水もれに強い。",
            tags=("洗濯機", "食器洗い機", "当日可"),
            facts=(
                Fact(label="修理の実績", value="860件"),
                Fact(label="その日に直った割合", value="87%"),
                Fact(label="出張費", value="3,300円"),
            ),
            body="給水弁と排水ポンプの部品を常に持ち歩いています。",
        ),
        Item(
            title="空調の担当（西部）",
            summary="エアコンの冷え・におい・水たれ。",
            tags=("エアコン",),
            facts=(
                Fact(label="修理の実績", value="2,015件"),
                Fact(label="その日に直った割合", value="78%"),
                Fact(label="出張費", value="2,200円"),
            ),
            body="冷媒の漏れを現場で検査できます。夏の前の点検もお受けします。",
        ),
        Item(
            title="古い家電の担当（全域）",
            summary="製造から 15 年を超えた機種もご相談ください。",
            tags=("冷蔵庫", "洗濯機", "予約制"),
            facts=(
                Fact(label="修理の実績", value="430件"),
                Fact(label="最短の訪問", value="4月19日 9時"),
                Fact(label="出張費", value="4,400円"),
            ),
            body="生産が終わった部品は、再生品か代わりの部品をお探しします。",
        ),
        Item(
            title="夜間の担当（中央・城北）",
            summary="20 時までの訪問に対応。",
            tags=("エアコン", "冷蔵庫", "夜間"),
            facts=(Fact(label="修理の実績", value="310件"), Fact(label="出張費", value="5,500円")),
            body="お仕事帰りの時間に合わせて伺います。",
        ),
    ),
    choose="この担当に頼む",
    empty="条件に合う担当が見つかりませんでした。",
)

_COMPARE = ComparePart(
    criteria=("今回かかる費用", "5年間の費用の合計", "使えるようになるまで", "電気代（年）", "廃棄の手間", "保証"),
    options=(
        CompareOption(
            name="部品を替えて直す",
            note="いまの冷蔵庫を使い続ける",
            values=("22,400円", "74,400円", "最短で明日", "約10,400円", "なし", "直した箇所を 1 年"),
            recommended=True,
        ),
        CompareOption(
            name="同じ大きさに買い替える",
            note="省エネの新しい機種",
            values=("148,000円", "187,000円", "5〜10日", "約7,800円", "引き取り 6,900円", "本体 1 年・冷却部 5 年"),
        ),
        CompareOption(
            name="月額で借りる",
            note="3 年間の契約",
            values=("4,900円", "294,000円", "3〜5日", "約7,800円", "返却のみ", "契約のあいだずっと"),
        ),
    ),
    choose="これにする",
)

PARTS: dict[str, Part] = {
    "form": _FORM,
    "wizard": _WIZARD,
    "calendar": _CALENDAR,
    "upload": _UPLOAD,
    "list_detail": _LIST,
    "compare": _COMPARE,
}
