"""Who was the first to write something, of all versions of an artifact."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def by_person(versions: Iterable[tuple[str, T]], has: Callable[[T], bool]) -> bool:
    """Whether the first version that has it is a person's. `versions`: author and body, oldest first.

    What was imported counts as nobody's: it is not known which of it a model wrote.
    """
    return is_person(next((author for author, body in versions if has(body)), ""))


def is_person(author: str) -> bool:
    """Neither a model, an import nor this product itself."""
    return bool(author) and author != "mlew" and not author.startswith(("model:", "import:"))
