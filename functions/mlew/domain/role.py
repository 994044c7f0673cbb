"""The three roles that a workshop cannot do without, by the names people give them (METHOD, Who and when)."""

from typing import Literal

from mlew.domain.workshop import Participant

NeededRole = Literal["product_manager", "developer", "data_scientist"]
ROLE_NAMES: dict[NeededRole, tuple[str, ...]] = {
    "product_manager": (
        "product_manager", "product manager", "product owner", "pm", "po", "pdm", "プロダクトマネージャー",
        "プロダクトマネジャー", "プロダクトオーナー",
    ),
    "developer": ("developer", "engineer", "software engineer", "dev", "開発者", "開発", "エンジニア"),
    "data_scientist": (
        "data_scientist", "data scientist", "ml engineer", "ds", "データサイエンティスト", "機械学習エンジニア",
    ),
}  # fmt: skip


def has_role(participant: Participant, role: NeededRole) -> bool:
    """Whatever the participant's role was called."""
    return any(given.strip().lower() in ROLE_NAMES[role] for given in participant.roles)
