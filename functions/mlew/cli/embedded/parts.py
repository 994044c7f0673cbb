"""Where the parts of the embedded AWS lie below its home folder."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infra.embedded.emulator import Emulator

REPOSITORY = Path(__file__).parents[4]


def emulator(home: Path, port: int | None = None) -> "Emulator":
    """The emulator of this home. Its Python environments take minutes to build, so all homes share them."""
    from infra.embedded.emulator import Emulator

    return Emulator(home / "aws", port, cache=REPOSITORY / ".embedded" / "environments")


def gateway_folder(home: Path) -> Path:
    """Record and log of the model gateway."""
    return home / "model"


def asset_cache(home: Path) -> Path:
    """Packed assets of deployments."""
    return home / "assets"
