"""Which text on a slide belongs to which box of the customer sheet, judged by where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mlew.documents.customer_file import BOXES, LABEL_NAMES, sheet_from_lines
from mlew.documents.customer_sections import title_of
from mlew.documents.file_labels import CUSTOMER_LABELS, LabelledLine, labelled, protected
from mlew.documents.markdown_lines import SourceLine
from mlew.inputs.sheet_page import SheetPage, count_labels
from mlew.inputs.slide_boxes import Area, Box

_TITLE_ZONE = 0.22
_LONGEST_TITLE = 80
_LONGEST_SENTENCE = 200
_NEAR = 0.2
"""A label and its text are at most a fifth of the slide's height apart."""

_TOUCHING = 0.06


@dataclass
class _Label:
    box: str
    area: Area
    texts: list[Box] = field(default_factory=list)
    framed: bool = False


def read_slide(boxes: Sequence[Box], *, number: int, height: float) -> SheetPage:
    """The slide as a sheet. `height` in EMU."""
    title_box = _title(boxes, height)
    title = title_of(title_box.lines[0]) if title_box else ""
    rest = [box for box in boxes if box is not title_box]
    labels = [_Label(found.field, box.area) for box in rest if (found := _label_only(box))]
    inside = [box for box in rest if box.lines and not _label_only(box) and _any_label(box)]
    plain = [box for box in rest if box.lines and not _any_label(box)]
    frames = [box for box in rest if not box.lines]
    free = _give_to_labels(labels, plain, frames, height)
    lines = [
        *_sentence_first(free, title_box),
        *_labelled_lines(labels),
        *(x for box in inside for x in (*box.lines, "")),
    ]
    sheet = sheet_from_lines(lines)
    texts = tuple(box.text for box in rest if box.lines)
    return SheetPage(
        number=number,
        title=title_box.lines[0] if title_box else "",
        texts=texts,
        sheet=sheet.model_copy(update={"title": sheet.title or title}),
        labels=count_labels(texts),
    )


def _label_of(text: str) -> LabelledLine | None:
    return labelled(SourceLine(0, text), CUSTOMER_LABELS)


def _any_label(box: Box) -> bool:
    return any(_label_of(line) for line in box.lines)


def _label_only(box: Box) -> LabelledLine | None:
    found = _label_of(" ".join(box.lines)) if 1 <= len(box.lines) <= 2 else None
    return found if found and found.field in BOXES and not found.value else None


def _title(boxes: Sequence[Box], height: float) -> Box | None:
    placed = next((box for box in boxes if box.title and box.lines), None)
    if placed:
        return None if _label_only(placed) else placed
    for box in boxes:
        if box.lines and box.area.top <= height * _TITLE_ZONE and len(box.lines[0]) <= _LONGEST_TITLE:
            return None if _any_label(box) else box
    return None


def _give_to_labels(labels: list[_Label], plain: list[Box], frames: list[Box], height: float) -> list[Box]:
    """Hand text to label shapes: what shares a frame with the label, then the nearest; the rest is returned."""
    free = list(plain)
    for label in labels:
        frame = _frame_of(label, labels, frames, height)
        if frame:
            label.framed = True
            label.texts = [box for box in free if frame.area.holds_centre_of(box.area)]
            free = [box for box in free if box not in label.texts]
    pairs = sorted(
        (
            (_distance(label.area, box.area), i, j)
            for i, label in enumerate(labels)
            for j, box in enumerate(free)
            if not label.framed
        ),
    )
    for distance, i, j in pairs:
        if distance <= height * _NEAR and not labels[i].texts and not any(free[j] in x.texts for x in labels):
            labels[i].texts.append(free[j])
    free = [box for box in free if not any(box in label.texts for label in labels)]
    return _stacked(labels, free, height)


def _stacked(labels: list[_Label], free: list[Box], height: float) -> list[Box]:
    """Notes stuck below each other under one label belong to it all."""
    rest: list[Box] = []
    for box in free:
        owner = next((x for x in labels if any(_below(t.area, box.area, height) for t in x.texts)), None)
        if owner:
            owner.texts.append(box)
        else:
            rest.append(box)
    return rest


def _below(upper: Area, lower: Area, height: float) -> bool:
    shared = min(upper.right, lower.right) - max(upper.left, lower.left)
    return (
        lower.top >= upper.top
        and upper.gap_y(lower) <= height * _TOUCHING
        and shared >= 0.6 * min(upper.width, lower.width)
        and abs(upper.width - lower.width) <= 0.4 * max(upper.width, lower.width)
    )


def _frame_of(label: _Label, labels: list[_Label], frames: list[Box], height: float) -> Box | None:
    """The smallest empty shape around or touching the label, larger than it, without another label in it."""
    fitting = [
        frame
        for frame in frames
        if frame.area.width * frame.area.height > 2 * label.area.width * label.area.height
        and frame.area.gap_x(label.area) == 0
        and frame.area.gap_y(label.area) <= height * 0.02
        and not any(frame.area.holds_centre_of(other.area) for other in labels if other is not label)
    ]
    return min(fitting, key=lambda frame: frame.area.width * frame.area.height, default=None)


def _distance(label: Area, text: Area) -> float:
    """Gap in EMU. Below and right of the label comes before above and left of it."""
    gap = label.gap_x(text) + label.gap_y(text)
    wrong_side = text.bottom <= label.top or text.right <= label.left
    return gap + (label.height * 2 if wrong_side else 0) + (label.height * 0.5 if label.gap_x(text) else 0)


def _labelled_lines(labels: list[_Label]) -> list[str]:
    lines: list[str] = []
    for label in labels:
        lines.append(f"## {LABEL_NAMES['en'][label.box]}")
        for box in sorted(label.texts, key=lambda b: (b.area.top, b.area.left)):
            lines += [protected(line, CUSTOMER_LABELS) for line in box.lines]
            lines.append("")
    return lines


def _sentence_first(free: list[Box], title_box: Box | None) -> list[str]:
    """The longest single sentence sums up the sheet; what else stands around goes to the end of the opening."""
    below_title = [protected(line, CUSTOMER_LABELS) for line in title_box.lines[1:]] if title_box else []
    sentences = [box for box in free if len(box.text) <= _LONGEST_SENTENCE]
    sentence = max(sentences, key=lambda box: len(box.text), default=None)
    lines = [*(protected(x, CUSTOMER_LABELS) for x in sentence.lines), ""] if sentence else []
    for others in (below_title, *([*box.lines] for box in free if box is not sentence)):
        lines += [*others, ""] if others else []
    return lines
