"""SVG, drawn piece by piece. Text is escaped; colours and sizes stand in attributes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from markupsafe import escape

from mlew.mocks.text_width import text_width

SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif"
_SOFT = '<filter id="soft" x="-30%" y="-30%" width="160%" height="170%"><feGaussianBlur stdDeviation="14"/></filter>'
"""Of shadows."""


class Box(NamedTuple):
    """A corner and a size."""

    x: float
    y: float
    w: float
    h: float


class Canvas:
    """`width`, `height`: of the coordinates. Nothing that is drawn depends on anything but the calls."""

    def __init__(self, width: int, height: int) -> None:
        size = f'viewBox="0 0 {width} {height}"'
        self._head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{escape(SANS)}">{_SOFT}'
        self._drawn: list[str] = []

    def __str__(self) -> str:
        return f"{self._head}{''.join(self._drawn)}</svg>\n"

    def rect(self, x: float, y: float, w: float, h: float, fill: str, *, r: float = 0, **more: str | float) -> None:
        """A box; `more`: attributes, `_` for `-`."""
        size: dict[str, str | float] = {"x": x, "y": y, "width": max(0, w), "height": max(0, h), "rx": r, "fill": fill}
        self._draw("rect", {**size, **more})

    def circle(self, x: float, y: float, r: float, fill: str, **more: str | float) -> None:
        """A disc, or a ring with fill "none"."""
        self._draw("circle", {"cx": x, "cy": y, "r": r, "fill": fill, **more})

    def path(self, d: str, fill: str = "none", **more: str | float) -> None:
        """Anything else."""
        self._draw("path", {"d": d, "fill": fill, **more})

    def text(self, x: float, y: float, size: float, text: str, fill: str, **more: str | float) -> None:
        """One line; `y`: its base. Already as short as it has to be (see `fitted`)."""
        attributes = self._attributes({"x": x, "y": y, "font-size": size, "fill": fill, **more})
        self._drawn.append(f"<text {attributes}>{escape(text)}</text>")

    def raw(self, drawn: str) -> None:
        """A drawing of ours, such as an icon's."""
        self._drawn.append(drawn)

    @contextmanager
    def group(self, **attributes: str | float) -> Iterator[None]:
        """What is drawn inside shares `attributes`."""
        self._drawn.append(f"<g {self._attributes(attributes)}>")
        yield
        self._drawn.append("</g>")

    @contextmanager
    def clipped(self, name: str, box: Box) -> Iterator[None]:
        """What is drawn inside ends at the box. `name`: once in a picture."""
        edges = self._attributes({"x": box.x, "y": box.y, "width": box.w, "height": box.h})
        self._drawn.append(f'<clipPath id="{name}"><rect {edges}/></clipPath><g clip-path="url(#{name})">')
        yield
        self._drawn.append("</g>")

    def _draw(self, element: str, attributes: dict[str, str | float]) -> None:
        self._drawn.append(f"<{element} {self._attributes(attributes)}/>")

    @staticmethod
    def _attributes(attributes: dict[str, str | float]) -> str:
        return " ".join(
            f'{name.replace("_", "-")}="{_number(value) if isinstance(value, int | float) else escape(value)}"'
            for name, value in attributes.items()
        )


def fitted(text: str, width: float, size: float) -> str:
    """As much of the first line as `width` holds at `size`, with an ellipsis where something is missing."""
    return next(iter(wrapped(text, width, size, 1)), "")


def wrapped(text: str, width: float, size: float, most: int) -> list[str]:
    """At most `most` lines; words stay together unless one is longer than a line."""
    room, lines, line = width / size, [], ""
    for word in _words(" ".join(text[:400].split())):
        if text_width(line + word.rstrip()) <= room:
            line += word
            continue
        if line:
            lines.append(line.rstrip())
        line = word
        while text_width(line) > room:
            taken = max(1, _fitting(line, room))
            lines.append(line[:taken])
            line = line[taken:]
    lines = [*lines, line.rstrip()] if line.strip() else lines
    if len(lines) > most:
        last = lines[most - 1]
        lines = [*lines[: most - 1], last[: max(0, _fitting(last, room - 1))].rstrip("、。, ") + "…"]
    return lines


def _words(text: str) -> Iterator[str]:
    """Latin words with the blank after them; every full-width character alone."""
    word = ""
    for character in text:
        if text_width(character) >= 1:
            yield from filter(None, (word,))
            word = ""
            yield character
        else:
            word += character
            if character == " ":
                yield word
                word = ""
    yield from filter(None, (word,))


def _fitting(line: str, room: float) -> int:
    used = 0.0
    for at, character in enumerate(line):
        used += text_width(character)
        if used > room:
            return at
    return len(line)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
