"""Text boxes of a slide with their place: groups unfolded, tables as one box a cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

_NOT_CONTENT = {PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER}
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_DEEPEST_GROUP = 20
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Area:
    """A rectangle in EMU (914,400 an inch), from the slide's upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + self.height

    def holds_centre_of(self, other: "Area") -> bool:
        """True if the middle of `other` lies inside."""
        x, y = other.left + other.width / 2, other.top + other.height / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def gap_x(self, other: "Area") -> float:
        """Horizontal distance; 0 if they share a column."""
        return max(0.0, other.left - self.right, self.left - other.right)

    def gap_y(self, other: "Area") -> float:
        """Vertical distance; 0 if they share a row."""
        return max(0.0, other.top - self.bottom, self.top - other.bottom)


@dataclass(frozen=True)
class Box:
    """A shape that can hold text; `lines` are its paragraphs, nested ones indented by two blanks a level."""

    area: Area
    lines: tuple[str, ...]
    title: bool = False

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self.lines)


@dataclass(frozen=True)
class SlidePicture:
    """A picture on a slide, as it is stored in the file."""

    data: bytes


def boxes_of(shapes: Iterable[Any]) -> tuple[list[Box], list[SlidePicture]]:
    """Everything on a slide, in reading order: from top to bottom, then left to right."""
    boxes: list[Box] = []
    pictures: list[SlidePicture] = []
    for shape, area in _unfolded(shapes):
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE or hasattr(shape, "image"):
            pictures += _picture(shape)
        elif getattr(shape, "has_table", False):
            boxes += _cells(shape.table, area)
        elif shape.has_text_frame and not _is_footer(shape):
            boxes.append(Box(area, _lines(shape.text_frame), title=_is_title(shape)))
    return sorted(boxes, key=lambda box: (box.area.top, box.area.left)), pictures


def _unfolded(
    shapes: Iterable[Any], scale: tuple[float, float, float, float] = (1, 1, 0, 0), depth: int = 0
) -> Iterator[tuple[Any, Area]]:
    sx, sy, dx, dy = scale
    for shape in shapes:
        left, top, width, height = (float(v or 0) for v in (shape.left, shape.top, shape.width, shape.height))
        area = Area(left * sx + dx, top * sy + dy, width * sx, height * sy)
        if shape.shape_type != MSO_SHAPE_TYPE.GROUP:
            yield shape, area
        elif depth < _DEEPEST_GROUP:
            yield from _unfolded(shape.shapes, _inner_scale(shape, area), depth + 1)


def _inner_scale(group: Any, area: Area) -> tuple[float, float, float, float]:
    """Shapes of a group are placed in the group's own units (`chOff`, `chExt`)."""
    transform = group.element.grpSpPr.find(f"{_A}xfrm")
    if transform is None or transform.find(f"{_A}chExt") is None or transform.find(f"{_A}chOff") is None:
        return (1, 1, 0, 0)
    extent, offset = transform.find(f"{_A}chExt"), transform.find(f"{_A}chOff")
    sx = area.width / (float(extent.get("cx")) or 1)
    sy = area.height / (float(extent.get("cy")) or 1)
    return (sx, sy, area.left - float(offset.get("x")) * sx, area.top - float(offset.get("y")) * sy)


def _picture(shape: Any) -> list[SlidePicture]:
    try:
        return [SlidePicture(shape.image.blob)]
    except (AttributeError, KeyError, ValueError):  # linked from outside, or an empty frame
        return []


def _cells(table: Any, area: Area) -> list[Box]:
    boxes: list[Box] = []
    top = area.top
    for row in table.rows:
        left = area.left
        for cell, column in zip(row.cells, table.columns, strict=False):
            if not cell.is_spanned:
                boxes.append(Box(Area(left, top, float(column.width), float(row.height)), _lines(cell.text_frame)))
            left += column.width
        top += row.height
    return boxes


def _lines(frame: Any) -> tuple[str, ...]:
    lines = ["  " * paragraph.level + line for paragraph in frame.paragraphs for line in paragraph.text.split("\v")]
    return tuple(line for line in lines if line.strip())


def _is_footer(shape: Any) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type in _NOT_CONTENT


def _is_title(shape: Any) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type in _TITLES
