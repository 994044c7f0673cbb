"""Icons: one set, drawn on a grid of 24 with a round stroke, coloured by the text around them."""

from functools import cache
from importlib.resources import files

from markupsafe import Markup


@cache
def icon(name: str) -> Markup:
    """Inline SVG without a meaning of its own (the words beside it have it). Raises KeyError for an unknown name."""
    return Markup(
        '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor"'
        ' stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        "{}</svg>"
    ).format(drawing_of(name))


def drawing_of(name: str) -> Markup:
    """What is inside the `svg`. Raises KeyError for an unknown name."""
    return Markup(_drawings()[name])  # noqa: S704 - our own drawings, no content of a spec


@cache
def icon_names() -> tuple[str, ...]:
    """All that are drawn."""
    return tuple(_drawings())


@cache
def _drawings() -> dict[str, str]:
    lines = files("mlew.mocks").joinpath("icons.txt").read_text(encoding="utf-8").splitlines()
    return {name: drawing for name, _, drawing in (line.partition(" ") for line in lines) if drawing}
