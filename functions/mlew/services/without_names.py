"""An artifact's body as it may leave the team: placeholders instead of personal data, in every text of it."""

from collections.abc import Mapping
from typing import Any, Literal, Protocol, TypeVar, get_args, get_origin

from mlew.domain.base import Model

M = TypeVar("M", bound=Model)


class Mask(Protocol):
    """What puts something else in place of names, as `Masking` does."""

    def mask(self, text: str) -> str:
        """The text without them."""


def without_names(body: M, masking: Mask) -> M:
    """The same body; numbers, dates, ids and words that the product itself chose stay."""
    fields = type(body).model_fields
    return body.model_copy(
        update={name: _masked(value, fields[name].annotation, masking) for name, value in body if value}
    )


def _masked(value: Any, kind: Any, masking: Mask) -> Any:
    if isinstance(value, Model):
        return without_names(value, masking)
    if isinstance(value, str):
        return value if _chosen(kind) else masking.mask(value)
    if isinstance(value, tuple):
        return tuple(_masked(one, _inner(kind), masking) for one in value)
    if isinstance(value, Mapping):
        return {key: _masked(one, None, masking) for key, one in value.items()}
    return value


def _inner(kind: Any) -> Any:
    return next(iter(get_args(kind)), None)


def _chosen(kind: Any) -> bool:
    """One of the words that a field may hold: a name that happens to be one of them is none."""
    return get_origin(kind) is Literal or any(_chosen(part) for part in get_args(kind))
