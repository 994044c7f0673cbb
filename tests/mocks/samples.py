"""Specs that show every part once: repair of household appliances, in both languages.

Parts are those of `entry_parts` and `display_parts`; the landing pages are in `landings`.
"""

from functools import cache

from mlew.domain.base import Locale
from mlew.domain.mock_spec import Action, Brand, Closing, MockSpec, Screen, Theme
from mlew.domain.screen_parts import Part
from tests.mocks import display_parts, entry_parts
from tests.mocks.landings import LANDINGS

_ORDER = (
    "chat", "form", "upload", "list_detail", "compare", "wizard", "calendar", "table", "chart", "editor", "result",
)  # fmt: skip
ACCENTS: dict[Theme, str] = {"clear": "#1f5fbf", "warm": "#d9622b", "bold": "#ffcf33", "calm": "#3d6b57"}


@cache
def sample(locale: Locale, theme: Theme = "clear") -> MockSpec:
    """Every part in a sensible order, a detour from the second screen, the result at the end."""
    ja = locale == "ja"
    parts: dict[str, Part] = {**entry_parts.PARTS[locale], **display_parts.PARTS[locale]}
    texts = _TEXTS[locale]
    screens = [
        Screen(
            id=_id(kind),
            title=texts[kind][0],
            intro=texts[kind][1],
            step=number,
            part=parts[kind],
            actions=_actions(number, locale),
        )
        for number, kind in enumerate(_ORDER, 1)
    ]
    screens.append(
        Screen(
            id="no-engineer",
            title="ご希望の日に伺える担当者がいません" if ja else "Nobody is free on the day you asked for",
            intro="近い日で空きをお探しします。" if ja else "Let us look for the nearest free day.",
            course="abnormal",
            part=parts["list_detail"],
            actions=(Action(label="別の日を選ぶ" if ja else "Choose another day", to="calendar"),),
        )
    )
    return MockSpec(
        pair="sample",
        locale=locale,
        brand=Brand(
            name="なおる便" if ja else "Mendwell",
            tagline="家電の「困った」を、その日のうちに" if ja else "Appliances, back in service",
            theme=theme,
            accent=ACCENTS[theme],
        ),
        landing=LANDINGS[locale],
        screens=tuple(screens),
        closing=Closing(
            solved="家電が壊れたときの不安は、これで解消されそうですか。"
            if ja
            else "Would this have taken away the worry of a broken appliance?",
            use="ご自宅の家電が壊れたら、使ってみたいですか。" if ja else "Would you use it for your next repair?",
            thanks="いただいた声をもとに、つくるかどうかから見直します。"
            if ja
            else "Your answers decide what we build next, and whether we build it.",
        ),
    )


def _id(kind: str) -> str:
    return kind.replace("_", "-")


def _actions(number: int, locale: Locale) -> tuple[Action, ...]:
    ja = locale == "ja"
    if number == len(_ORDER):
        return (Action(label="体験を終える" if ja else "Finish", to="finish"),)
    kind, to = _ORDER[number - 1], _id(_ORDER[number])
    onward = Action(
        label="次へ進む" if ja else "Continue",
        to=to,
        checks=kind in {"form", "wizard", "calendar", "compare", "list_detail", "upload"},
        wait=("写真を読み取っています…" if ja else "Reading your pictures …") if kind == "upload" else "",
    )
    if kind != "calendar":
        return (onward,)
    detour = Action(label="希望の日に空きがない" if ja else "My day is not there", to="no-engineer")
    return (onward, detour)


_TEXTS: dict[Locale, dict[str, tuple[str, str]]] = {
    "ja": {
        "chat": ("どうされましたか", "話し言葉のままで大丈夫です。"),
        "form": ("症状を教えてください", "わかる範囲でかまいません。"),
        "upload": ("写真を送ってください", "型番のシールと、気になるところが写っていれば十分です。"),
        "list_detail": ("近くの修理担当者", "得意な機種と評価から選べます。"),
        "compare": ("修理と買い替え、どちらが得か", "これから 5 年間の費用で比べました。"),
        "wizard": ("訪問の準備", "三つの質問で終わります。"),
        "calendar": ("訪問日時を選んでください", "最短で明日の午前から伺えます。"),
        "table": ("見積もりの内訳", "不要な項目は金額を 0 にできます。"),
        "chart": ("電気代はこう変わります", "修理の前と後を、月ごとに並べました。"),
        "editor": ("修理報告書", "家族や大家さんに送る文面を整えられます。"),
        "result": ("修理が終わりました", ""),
    },
    "en": {
        "chat": ("What happened?", "Say it in your own words."),
        "form": ("Tell us what is wrong", "As much as you know is enough."),
        "upload": ("Send a picture", "The model label and the part that worries you."),
        "list_detail": ("Engineers near you", "Chosen by the appliances they know best."),
        "compare": ("Repair or replace?", "What each choice costs over the next five years."),
        "wizard": ("Before the visit", "Three short questions."),
        "calendar": ("When shall we come?", "The earliest visit is tomorrow morning."),
        "table": ("Your estimate", "Set an item to 0 if you do not need it."),
        "chart": ("What happens to your electricity bill", "Before and after the repair, month by month."),
        "editor": ("Repair report", "Adjust the text before you send it to your landlord."),
        "result": ("Your appliance works again", ""),
    },
}
