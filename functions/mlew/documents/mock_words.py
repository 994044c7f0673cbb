"""Words of a mock's document: labels, columns and choices."""

from mlew.documents.values import Choice, Day, Flag, Kind, Number, Pairs, Shape, Text, Texts
from mlew.documents.words import Words

_T, _L, _F = Text(), Texts(), Flag()

ICONS = Words(
    clock=("時計", "clock"), chat=("吹き出し", "chat"), check=("チェック", "check"), chart=("グラフ", "chart"),
    person=("人", "person"), people=("仲間", "people"), list=("一覧", "list"), calendar=("カレンダー", "calendar"),
    camera=("カメラ", "camera"), document=("書類", "document"), heart=("ハート", "heart"), shield=("盾", "shield"),
    spark=("きらめき", "spark"), search=("虫めがね", "search"), bell=("ベル", "bell"), map=("地図", "map"),
    money=("お金", "money"), leaf=("葉", "leaf"),
)  # fmt: skip
TONES = Words(
    friendly=("親しみやすい", "friendly"), expert=("頼れる", "expert"), playful=("遊び心のある", "playful"),
    quiet=("静かな", "quiet"),
)  # fmt: skip
THEMES = Words(
    clear=("すっきり", "clear"), warm=("あたたか", "warm"), bold=("くっきり", "bold"), calm=("おだやか", "calm")
)
COURSES = Words(normal=("通常", "normal"), abnormal=("うまくいかないとき", "abnormal", "異常系"))
PARTS = Words(
    form=("入力フォーム", "form", "フォーム"), wizard=("順に答える", "wizard", "ウィザード"),
    chat=("対話", "chat", "チャット"),
    list_detail=("一覧と詳細", "list and detail", "一覧"), compare=("並べて比べる", "compare", "比較"),
    table=("表", "table"), editor=("編集とプレビュー", "editor", "エディター"), chart=("グラフ", "chart"),
    upload=("ファイルを渡す", "upload", "アップロード"), calendar=("日時を選ぶ", "calendar", "カレンダー"),
    result=("結果", "result"),
)  # fmt: skip
_INPUTS = Words(
    text=("一行", "text"), textarea=("数行", "several lines", "textarea"), email=("メール", "email"),
    tel=("電話", "telephone", "tel"),
    number=("数", "number"), date=("日付", "date"), select=("リストから選ぶ", "select"),
    radio=("一つ選ぶ", "one of", "radio"),
    checkbox=("いくつでも選ぶ", "any of", "checkbox"),
)  # fmt: skip
_CELLS = Words(text=("文字", "text"), number=("数", "number"), money=("金額", "money"), date=("日付", "date"))
FORMS = Words(bar=("棒", "bars", "bar"), line=("線", "line"), donut=("ドーナツ", "donut"))

POINTED = Shape(
    Words(title=("題", "Title"), text=("説明", "Text"), icon=("絵", "Icon")),
    {"title": _T, "text": _T, "icon": Choice(ICONS, "check")},
)
VOICES = Shape(
    Words(who=("立場", "Who"), quote=("声（想像）", "Voice (imagined)", "声", "voice")), {"who": _T, "quote": _T}
)
PRICES = Shape(
    Words(name=("プラン", "Plan"), price=("料金", "Price"), per=("単位", "Per"), points=("含まれるもの", "Included")),
    {"name": _T, "price": _T, "per": _T, "points": _L},
)
QUESTIONS = Shape(Words(question=("質問", "Question"), answer=("答え", "Answer")), {"question": _T, "answer": _T})
ACTIONS = Shape(
    Words(
        label=("ボタン", "Button"),
        to=("行き先", "Leads to"),
        checks=("入力を確かめる", "Checks the input"),
        wait=("待つ間の言葉", "Words while waiting"),
    ),
    {"label": _T, "to": _T, "checks": _F, "wait": _T},
)
_FIELD_WORDS: dict[str, tuple[str, ...]] = {
    "label": ("項目", "Field"), "id": ("id", "id"), "input": ("入れ方", "Input"), "required": ("必須", "Required"),
    "hint": ("補足", "Hint"), "placeholder": ("記入例", "Placeholder"), "value": ("最初の値", "Value"),
    "options": ("選択肢", "Options"), "minimum": ("最小", "Minimum"), "maximum": ("最大", "Maximum"),
    "unit": ("単位", "Unit"),
}  # fmt: skip
_FIELD_KINDS: dict[str, Kind] = {
    "label": _T, "id": _T, "input": Choice(_INPUTS, "text"), "required": _F, "hint": _T, "placeholder": _T,
    "value": _T, "options": _L, "minimum": Number(), "maximum": Number(), "unit": _T,
}  # fmt: skip


def _numbered(ja: str, en: str) -> Shape:
    """A list of texts; the number is for readers."""
    return Shape(Words(number=("番号", "No"), text=(ja, en)), {"number": Number(), "text": _T})


TABLES: dict[str, Shape] = {
    "fields": Shape(Words(**_FIELD_WORDS), _FIELD_KINDS),
    "pages": _numbered("ページ", "Page"),
    "page_fields": Shape(
        Words(**_FIELD_WORDS, page=("ページの番号", "Page number")), {**_FIELD_KINDS, "page": Number()}
    ),
    "exchanges": Shape(
        Words(suggestion=("利用者の言葉", "What the user says"), keywords=("見分ける語", "Keywords"),
              reply=("返事", "Reply")),
        {"suggestion": _T, "keywords": _L, "reply": _T},
    ),
    "items": Shape(
        Words(
            title=("名前", "Name"), summary=("ひとこと", "Summary"), tags=("絞り込み", "Filter"),
            facts=("内容", "Facts"),
            body=("詳しい説明", "Detail"),
        ),
        {"title": _T, "summary": _T, "tags": _L, "facts": Pairs(), "body": _T},
    ),
    "criteria": _numbered("比べる点", "Criterion"),
    "options": Shape(
        Words(
            name=("候補", "Option"),
            values=("値（比べる点の順）", "Values in the order of the criteria", "値", "values"),
            note=("ひとこと", "Note"), recommended=("おすすめ", "Recommended"),
        ),
        {"name": _T, "values": _L, "note": _T, "recommended": _F},
    ),
    "columns": Shape(
        Words(label=("列", "Column"), type=("列の種類", "Kind of column"),
              editable=("書き換えられる", "Can be edited")),
        {"label": _T, "type": Choice(_CELLS, "text"), "editable": _F},
    ),
    "points": Shape(
        Words(series=("系列", "Series"), label=("項目", "Label"), value=("値", "Value")),
        {"series": _T, "label": _T, "value": Number()},
    ),
    "accepts": _numbered("受け付ける種類", "Accepted kind"),
    "samples": Shape(
        Words(name=("見本のファイル", "Sample file"), size=("大きさ", "Size"),
              finding=("読み取る内容", "What is read in it")),
        {"name": _T, "size": _T, "finding": _T},
    ),
    "days": Shape(Words(day=("日", "Day"), times=("空いている時刻", "Times left")), {"day": Day(), "times": _L}),
    "measures": Shape(
        Words(label=("指標", "Measure"), before=("前", "Before"), after=("後", "After")),
        {"label": _T, "before": _T, "after": _T},
    ),
    "highlights": _numbered("うれしいこと", "Highlight"),
}  # fmt: skip
ROW = Words(row=("行", "Row"))
"""First column of a table's own rows; behind it stands one column for each of the table."""
