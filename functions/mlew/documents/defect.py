"""What can be wrong with an edited document: messages that name the line, the fault and the remedy."""

from mlew.domain.base import Locale
from mlew.errors import InputError

_DEFECTS: dict[str, tuple[str, str, str, str]] = {
    "too-many-cells": (
        "この行は {cells} 列ありますが、表は {columns} 列です。",
        "文中の縦棒は \\| と書くか、余分な | を消してください。",
        "this row has {cells} cells, but the table has {columns} columns.",
        "Write a bar inside a cell as \\|, or take the extra | away.",
    ),
    "no-table": (
        "「{heading}」の表が見つかりません。",
        "列「{columns}」をもつ表を元の形に戻してください。",
        "the table of '{heading}' is missing.",
        "Put the table with the columns '{columns}' back.",
    ),
    "no-column": (
        "表に「{column}」の列がありません。",
        "見出し行に「{column}」の列を戻してください。",
        "the table has no column '{column}'.",
        "Put the column '{column}' back into the header row.",
    ),
    "no-label": (
        "「- {label}: …」の行がありません。",
        "見出しのすぐ下に「- {label}: …」の行を戻してください。",
        "the line '- {label}: …' is missing.",
        "Put the line '- {label}: …' back below the heading.",
    ),
    "unknown-word": (
        "「{field}」の「{text}」が読み取れません。",
        "次のどれかを書いてください: {choices}",
        "'{text}' is not understood as '{field}'.",
        "Write one of: {choices}",
    ),
    "no-number": (
        "「{field}」の「{text}」は数値として読み取れません。",
        "数字で書いてください。例: {example}",
        "'{text}' is not understood as a number for '{field}'.",
        "Write it in digits, for example {example}",
    ),
    "no-yes-no": (
        "「{field}」の「{text}」は、はい・いいえのどちらか読み取れません。",
        "はい か いいえ を書くか、見ていなければ空欄にしてください。感想はメモに書いてください。",
        "'{text}' is neither yes nor no for '{field}'.",
        "Write yes or no, or leave it blank if nobody saw it. Remarks belong to the notes.",
    ),
    "no-tester": (
        "誰の記録かが書かれていません。",
        "「{field}」に名前か番号を書いてください。",
        "it is not said whose record this is.",
        "Write a name or a number for '{field}'.",
    ),
    "no-record": (
        "記入された内容が見つかりません。",
        "「{field}」の欄をもつ、記入済みの観察シートを渡してください。",
        "nothing is filled in.",
        "Give a sheet that is filled in; it needs the field '{field}'.",
    ),
    "no-evidence-file": (
        "読めない形式のファイルです（{found}）。",
        "CSV、Markdown（.md）、テキスト（.txt）のどれかで渡してください。Excel のシートは CSV（UTF-8）で保存できます。",
        "the file is of a kind that cannot be read ({found}).",
        "Give CSV, Markdown (.md) or text (.txt). Excel saves a sheet as CSV (UTF-8).",
    ),
    "no-encoding": (
        "文字コードが分かりません。",
        "UTF-8 で保存し直してください。",
        "the encoding of its characters is unknown.",
        "Save it again as UTF-8.",
    ),
    "no-such-value": (
        "「{field}」の値が使えません。",
        "数は 0 以上の、けた数の多すぎないものにしてください。場面の番号は整数です。",
        "the value of '{field}' cannot be used.",
        "Times are 0 or more, and no number is beyond all measure; scenes have whole numbers.",
    ),
    "no-voice": (
        "発言が一つも見つかりません。",
        "発言を一つずつ、箇条書きか段落に分けて書いてください。",
        "there is no voice in it.",
        "Write each voice as a bullet or a paragraph of its own.",
    ),
    "no-table-file": (
        "CSV として読めません（{reason}）。",
        '引用符 " の閉じ忘れがないかを見て、表計算ソフトから CSV（UTF-8）で保存し直してください。',
        "this cannot be read as CSV ({reason}).",
        "Look for a quotation mark that is not closed, and save it again as CSV (UTF-8).",
    ),
    "too-large": (
        "{what}が多すぎます。読めるのは {most} までです。",
        "ファイルを分けてください。",
        "there are too many {what}; up to {most} can be read.",
        "Split the file.",
    ),
    "no-amount": (
        "「{text}」から量と単位が読み取れません。",
        "「{example}」のように、数字と単位で書いてください。",
        "no amount with a unit can be read from '{text}'.",
        "Write digits and a unit, for example '{example}'.",
    ),
    "not-readable": (
        "「{text}…」の部分を「{title}」として読み取れません。",
        "書き出した README.md と同じ見出しと表にそろえてください。",
        "'{text}…' is not understood as '{title}'.",
        "Use the headings and tables of an exported README.md.",
    ),
    "no-day": (
        "「{field}」の「{text}」は日付として読み取れません。",
        "2026-04-01 のように、実際にある日を書いてください。",
        "'{text}' is not understood as a date for '{field}'.",
        "Write a day that there is, as in 2026-04-01.",
    ),
    "no-moment": (
        "「{field}」の「{text}」は日時として読み取れません。",
        "2026-04-01 15:00 のように、日付と時刻を書いてください。時差は計画のタイムゾーンで決まります。",
        "'{text}' is not understood as a date with a time for '{field}'.",
        "Write it as in 2026-04-01 15:00; the plan's time zone says the rest.",
    ),
    "no-instant": (
        "「{field}」の「{text}」は日時として読み取れません。",
        "2026-04-01T15:00:00+09:00 のように、時差まで書いてください。",
        "'{text}' is not understood as a moment for '{field}'.",
        "Write it with its offset, as in 2026-04-01T15:00:00+09:00.",
    ),
    "no-row": (
        "「{heading}」の表に「{row}」の行がありません。",
        "消した行を戻してください。",
        "the table of '{heading}' has no row '{row}'.",
        "Put the row back.",
    ),
    "not-valid": (
        "「{field}」に使えない値があります。",
        "画面や項目の id は英小文字で始め、英小文字・数字・ハイフンだけ、色は #1f5fbf のように書いてください。",
        "'{field}' has a value that cannot be used.",
        "Ids begin with a lower-case letter and have letters, digits and hyphens only; colours are written as #1f5fbf.",
    ),
    "too-many": (
        "画面が {count} あります。使えるのは {most} までです。",
        "画面を減らしてください。",
        "there are {count} screens; at most {most} can be used.",
        "Take screens away.",
    ),
    "id-twice": (
        "番号 {id} が 2 回使われています。",
        "あとから足したほうの番号を消してください。新しい番号が付きます。",
        "the id {id} is used twice.",
        "Delete the id of the one that you added: it gets a new one.",
    ),
    "unknown-id": (
        "番号 {id} はここにありません。",
        "使える番号: {choices}",
        "there is no {id} here.",
        "Ids that can be used: {choices}",
    ),
}


def defect(locale: Locale, rule: str, line: int, **facts: object) -> InputError:
    """The error to raise. `line` counts from 1; 0 means the document as a whole."""
    ja, ja_remedy, en, en_remedy = (text.format(**facts) for text in _DEFECTS[rule])
    if locale == "ja":
        return InputError(f"{line} 行目: {ja}" if line else ja, hint=ja_remedy)
    return InputError(f"line {line}: {en}" if line else en[0].upper() + en[1:], hint=en_remedy)
