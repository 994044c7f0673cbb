"""From where inventions are looked for (METHOD, Invent)."""

from typing import Literal

PointOfView = Literal["family", "consultant", "child", "innovator"]
POINTS_OF_VIEW: tuple[PointOfView, ...] = ("family", "consultant", "child", "innovator")
"""METHOD's A to D: friends and family (feeling), a consultant (reason), a child or newcomer (innocence), an innovator
(disruption)."""
