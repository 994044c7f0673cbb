"""Documents that people read and edit: Markdown of every artifact, in both languages, and back without loss."""

from collections.abc import Collection
from importlib import import_module
from typing import Protocol, cast

from mlew.domain.artifact import ArtifactKind, Body, kind_of
from mlew.domain.base import Locale

_SHOWN_IN_PART: tuple[ArtifactKind, ...] = ("evidence",)


class _Document(Protocol):
    def render(self, body: Body, locale: Locale) -> str: ...

    def parse(self, text: str, locale: Locale, *, taken: Collection[str] = ()) -> Body: ...


class _PartDocument(Protocol):
    def parse(self, text: str, locale: Locale, *, kept: Body, taken: Collection[str] = ()) -> Body: ...


def render(body: Body, locale: Locale) -> str:
    """Markdown of an artifact's body. Computed numbers are shown; ids stand beside what they name."""
    return _document(kind_of(type(body))).render(body, locale)


def parse(
    kind: ArtifactKind, text: str, locale: Locale, *, taken: Collection[str] = (), before: Body | None = None
) -> Body:
    """The body of an edited document. `parse(kind, render(body, locale), locale) == body`.

    Words of both languages are understood, blank lines, moved columns and other bullets do not matter. What lost
    its id gets a new one that is none of `taken` (ids of earlier versions). Text without a field goes to `extra`.
    Computed numbers have to be computed again by whoever knows what they depend on.
    `before`: the body that was edited; of evidence, what its document only shows is taken from there.
    Raises InputError that names the line, the fault and the remedy.
    """
    if before is not None and kind in _SHOWN_IN_PART:
        return cast(_PartDocument, _document(kind)).parse(text, locale, kept=before, taken=taken)
    return _document(kind).parse(text, locale, taken=taken)


def _document(kind: ArtifactKind) -> _Document:
    """Loaded when needed: a Lambda renders one or two kinds."""
    return cast(_Document, import_module(f"mlew.documents.{kind}"))
