"""How a theme draws: corners, outlines, shadows. The same in pictures as on the pages."""

from dataclasses import dataclass

from mlew.domain.mock_spec import Theme


@dataclass(frozen=True)
class Look:
    """`corner`: radius of a card; `stroke`: width of outlines, 0 for none; `hard`: shadows are solid and shifted."""

    corner: float
    small: float
    stroke: float
    hard: bool
    weight: int


LOOKS: dict[Theme, Look] = {
    "clear": Look(corner=14, small=8, stroke=1, hard=False, weight=650),
    "warm": Look(corner=24, small=14, stroke=0, hard=False, weight=700),
    "bold": Look(corner=0, small=0, stroke=2.5, hard=True, weight=900),
    "calm": Look(corner=2, small=2, stroke=1, hard=False, weight=500),
}
