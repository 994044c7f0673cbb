"""The observer's sheet to print or to fill in on a laptop: Markdown and CSV."""

from collections.abc import Sequence

from mlew.documents.bullets import bullets
from mlew.documents.inline import cell, item, joined
from mlew.documents.observer_sheet_fields import Field, fields
from mlew.documents.page import document, section
from mlew.documents.table import table
from mlew.domain.base import Locale
from mlew.domain.csv_line import BYTE_ORDER_MARK, csv_line
from mlew.domain.observer_sheet import ObserverSheet

_TITLES: dict[str, tuple[str, str]] = {
    "title": ("観察シート", "Observer's sheet"),
    "purpose": ("目的", "Purpose"),
    "rule": ("判定のしかた", "How a session is judged"),
    "scenes": ("場面", "Scenes"),
    "interview": ("終わったあとの質問", "Interview"),
    "how": ("記入のしかた", "How to fill it in"),
    "tester": ("テスター {number}", "Tester {number}"),
}
_SCENES = {
    "ja": ("場面", "進行役の言葉", "やってもらうこと", "見るところ", "できたと言える状態"),
    "en": ("Scene", "Moderator's words", "Task", "What to watch", "Done when"),
}
_HOW = {
    "ja": (
        "コロンの後ろに書きます。見ていないところは空欄のままにします（空欄は「いいえ」になりません）。",
        "「できた」は はい・いいえ、時間は分（1:30 のような書き方は使わず 1.5 または 1 分 30 秒）で書きます。",
        "発言は、言い換えずにそのままの言葉を、一つずつ別の行に書きます。",
        "連絡先など、評価に要らない個人情報は書きません。テスターの名前は番号でもかまいません。",
    ),
    "en": (
        "Write behind the colon. Leave blank what you did not see: a blank is not a no.",
        "Done: yes or no. Times in minutes: 1.5 or 1 min 30 s, not 1:30.",
        "Quotes word by word, each on a line of its own.",
        "No contact details: they are not needed to judge. A number will do for the tester's name.",
    ),
}  # fmt: skip


def sheet_markdown(sheet: ObserverSheet, locale: Locale, *, testers: int = 5) -> str:
    """What to say and watch first, then a blank form for each tester."""
    script = sheet.script
    forms = (_form(n, fields(sheet, locale), locale) for n in range(1, testers + 1))
    return document(
        f"# {_title('title', locale)}{f' – {cell(sheet.title)}' if sheet.title else ''}",
        section(_title("purpose", locale), cell(script.purpose)),
        section(_title("rule", locale), cell(script.rule)),
        section(_title("scenes", locale), _scenes(sheet, locale)),
        section(_title("interview", locale), bullets(script.interview, numbered=True)),
        section(_title("how", locale), bullets(_HOW[locale])),
        *forms,
    )


def sheet_csv(sheet: ObserverSheet, locale: Locale, *, testers: Sequence[str] = ()) -> str:
    """A line of labels and one for each tester who is expected. Opens in Excel as it is."""
    found = fields(sheet, locale)
    rows = [[name, *[""] * (len(found) - 1)] for name in testers]
    return BYTE_ORDER_MARK + "".join(map(csv_line, [[field.label for field in found], *rows]))


def _form(number: int, found: Sequence[Field], locale: Locale) -> str:
    return section(_title("tester", locale).format(number=number), "\n".join(f"- {field.label}:" for field in found))


def _scenes(sheet: ObserverSheet, locale: Locale) -> str:
    rows = [
        [str(n), cell(s.words), cell(s.task), joined(map(item, s.watch)), cell(s.target)]
        for n, s in enumerate(sheet.script.scenes, 1)
    ]
    return table(_SCENES[locale], rows) if rows else ""


def _title(key: str, locale: Locale) -> str:
    return _TITLES[key][0 if locale == "ja" else 1]
