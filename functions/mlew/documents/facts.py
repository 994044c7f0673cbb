"""Short texts for prompts that are no artifact: facts for a press release, a note on pictures."""

from datetime import date

from mlew.domain.base import Locale
from mlew.domain.workshop import WorkshopPlan

_LABELS: dict[Locale, tuple[str, str, str, str, str]] = {
    "ja": ("会社", "今の製品・サービス", "発表日", "通貨", "（未定：仮の名前を使い、仮と分かるように書く）"),
    "en": ("Company", "Product today", "Release date", "Currency", "(open: use a working name and mark it as such)"),
}


def render_facts(plan: WorkshopPlan, product: str, release: date) -> str:
    """Company, product, release date and currency; what nobody has said is marked as open."""
    company, current, day, currency, open_ = _LABELS[plan.locale]
    written = f"{release.year}年{release.month}月{release.day}日" if plan.locale == "ja" else release.isoformat()
    rows = ((company, plan.company or open_), (current, product or open_), (day, written), (currency, plan.currency))
    separator = "：" if plan.locale == "ja" else ": "
    return "\n".join(f"- {label}{separator}{value}" for label, value in rows)


_SEE_PICTURES: dict[Locale, str] = {
    "ja": "顧客シートは添付の画像です：",
    "en": "The customer sheet is in the attached pictures:",
}


def render_picture_note(names: tuple[str, ...], locale: Locale) -> str:
    """What stands in place of a customer sheet that exists as a picture only."""
    return "\n".join([_SEE_PICTURES[locale], *(f"- {name}" for name in names)])
