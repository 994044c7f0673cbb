"""The way through an experience: as it should go, or when something goes wrong (METHOD, Refine)."""

from typing import Literal

Course = Literal["normal", "abnormal"]
