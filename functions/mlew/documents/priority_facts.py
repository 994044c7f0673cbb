"""Further facts for the press release of the improvement edition: whether it goes first, and why it is offered."""

from mlew.domain.base import Locale
from mlew.domain.multiple import DEFAULT_MULTIPLE, Multiple
from mlew.domain.workshop import Day0Facts

_LABELS: dict[Locale, tuple[str, str, str, str, str]] = {
    "ja": ("最優先の一本", "なぜ今か", "実在する顧客", "使える資金", "投資判断の N"),
    "en": ("Goes first", "Why now", "A customer who exists", "Money available", "N of the decision to invest"),
}
_FIRST: dict[Locale, tuple[str, str]] = {
    "ja": (
        "いいえ（お客様へのメッセージ、体験のステップ、お客様からのよくある質問だけを書く）",
        "はい（提供者からのメッセージと社内からのよくある質問も書く）",
    ),
    "en": (
        "no – write message, steps and customer FAQ only",
        "yes – write the provider's message and the internal FAQ, too",
    ),
}


def render_priority_facts(
    facts: Day0Facts, multiples: tuple[Multiple, ...], locale: Locale, *, goes_first: bool
) -> str:
    """Bullets; what nobody has said is left out."""
    first, why_now, customer, budget, n = _LABELS[locale]
    chosen, reason = (multiples[-1].n, multiples[-1].reason) if multiples else (DEFAULT_MULTIPLE, "")
    rows = (
        (first, _FIRST[locale][goes_first]),
        (why_now, facts.why_now),
        (customer, facts.real_customer),
        (budget, facts.budget),
        (n, " ".join(filter(None, (f"{chosen:g}", reason)))),
    )
    separator = "：" if locale == "ja" else ": "
    return "\n".join(f"- {label}{separator}{value}" for label, value in rows if value)
