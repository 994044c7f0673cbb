"""Who should bring what is missing: those who hold a role, else the role."""

from collections.abc import Sequence

from mlew.domain.base import Locale
from mlew.domain.role import ROLE_NAMES
from mlew.domain.workshop import Pair, Workshop

_SPELLINGS: dict[str, tuple[str, ...]] = {
    "product_manager": ROLE_NAMES["product_manager"],
    "data_scientist": ROLE_NAMES["data_scientist"],
    "facilitator": ("facilitator", "ファシリテーター"),
    "lead": ("lead", "進行担当", "進行"),
    "timekeeper": ("timekeeper", "time keeper", "タイムキーパー"),
}
_NAMES: dict[str, tuple[str, str]] = {
    "product_manager": ("プロダクトマネージャー", "Product manager"),
    "data_scientist": ("データサイエンティスト", "Data scientist"),
    "facilitator": ("ファシリテーター", "Facilitator"),
}
_MOST_NAMED = 8


def people(workshop: Workshop, role: str) -> str:
    """Those who hold the role, else its name."""
    locale = workshop.plan.locale
    return listed(holding(workshop, role), locale) or _NAMES[role][0 if locale == "ja" else 1]


def holding(workshop: Workshop, role: str) -> list[str]:
    """Names, whatever they called the role."""
    return [
        one.name for one in workshop.plan.participants if any(r.strip().lower() in _SPELLINGS[role] for r in one.roles)
    ]


def planning(workshop: Workshop, pair: Pair) -> str:
    """Who plans in the pair (企画), else the product manager, who brings people and dates for feedback."""
    return pair.planning or people(workshop, "product_manager")


def listed(names: Sequence[str], locale: Locale) -> str:
    """The first of them."""
    shown = [*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])]
    return ("、" if locale == "ja" else ", ").join(shown)
