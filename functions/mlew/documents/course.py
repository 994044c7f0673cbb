"""What a pair's verdict means for Invent, as a prompt says it."""

from mlew.domain.base import Locale
from mlew.domain.invention_anew import Course

_GO = (
    "このペアの判断：go。前の発明 {former} で進む。数字と声に沿って磨いたものを、少なくとも一つ出す。",
    "This pair's decision: go. It goes on with the former invention {former}; at least one invention refines it by the "
    "numbers and voices.",
)
_OPEN = (
    "このペアの判断：まだない。前の発明を磨いたものと、新しいものの両方を出してよい。",
    "This pair's decision: none yet. Inventions may refine the former one or be new.",
)
_PIVOT: dict[str, tuple[str, str]] = {
    "listen": (
        "このペアの判断：pivot（Listen に戻る）。直したジャーニーから考え直し、前の発明とは違うものを出す。",
        "This pair's decision: pivot, back to Listen. Think anew from the corrected journey; nothing like the former "
        "invention.",
    ),
    "define": (
        "このペアの判断：pivot（Define に戻る）。課題は解けたが、使うと決めた人が少ない。大きくとらえ直した問いに、"
        "新しい発明で答える。",
        "This pair's decision: pivot, back to Define. It solved the problem, and few decided to use it: answer the "
        "larger question with a new invention.",
    ),
    "invent": (
        "このペアの判断：pivot（Invent に戻る）。使いたい人はいるが、課題が解けていない。同じ場面を違う解き方で解く。",
        "This pair's decision: pivot, back to Invent. People want it, and it does not solve the problem: solve the "
        "same situation another way.",
    ),
    "refine": (
        "このペアの判断：pivot（Refine に戻る）。発明 {former} はそのままに、伝え方と体験を直す。",
        "This pair's decision: pivot, back to Refine. The invention {former} stays; what people see of it changes.",
    ),
}


def render_course(course: Course, locale: Locale) -> str:
    """One sentence; "" if there is no former invention to speak of."""
    if course.former is None:
        return ""
    text = _GO if course.kind == "go" else _PIVOT.get(course.back_to, _OPEN)
    return text[0 if locale == "ja" else 1].format(former=course.former.id)
