import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Choices that look free and are none: the same words give the same choice, on every machine."""

    def __init__(self, *parts: str) -> None:
        self._seed = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()

    def of(self, *parts: str) -> "Chance":
        """An independent source for one item, so that a change of another item does not change this one."""
        return Chance(self._seed.hex(), *parts)

    def number(self, label: str, below: int) -> int:
        """0 <= result < `below`."""
        digest = hashlib.sha256(self._seed + label.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % below

    def share(self, label: str) -> float:
        """0 <= result < 1."""
        return self.number(label, 1_000_000) / 1_000_000

    def pick(self, label: str, options: Sequence[T]) -> T:
        """One of `options`, which must not be empty."""
        return options[self.number(label, len(options))]

    def order(self, label: str, options: Sequence[T]) -> list[T]:
        """All `options` in another order."""
        return [o for _, o in sorted(enumerate(options), key=lambda e: self.share(f"{label}{e[0]}"))]
