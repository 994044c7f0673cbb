"""README.md of a discovery folder: all artifacts of a workshop as one outline, and back."""

from mlew.domain.artifact import ArtifactKind, Body
from mlew.domain.base import Locale, Model


class Discovery(Model):
    """`bodies` by (kind, scope); `leftovers`: text that belongs to no artifact."""

    bodies: dict[tuple[ArtifactKind, str], Body]
    leftovers: str = ""
    rehearsed: bool = False


def read_discovery(text: str, locale: Locale) -> Discovery:
    """Read a README back."""
    raise NotImplementedError
