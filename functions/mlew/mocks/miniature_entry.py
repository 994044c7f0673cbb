"""Small pictures of the parts into which something is entered, or in which something is chosen."""

from calendar import monthrange
from datetime import date

from mlew.domain.screen_parts import (
    CalendarPart,
    ChatPart,
    ComparePart,
    FormPart,
    InputField,
    ListDetailPart,
    UploadPart,
    WizardPart,
)
from mlew.mocks.canvas import fitted, wrapped
from mlew.mocks.miniature import Area, draws
from mlew.mocks.text_width import text_width


@draws("form")
def _form(area: Area, part: FormPart) -> None:
    _fields(area, part.fields)


@draws("wizard")
def _wizard(area: Area, part: WizardPart) -> None:
    if not part.pages:
        return
    count = len(part.pages)
    width = (area.w - 6 * (count - 1)) / count
    for number in range(count):
        fill = area.colours["brand" if number == 0 else "line"]
        area.canvas.rect(area.x + number * (width + 6), area.y, width, 5, fill, r=min(2.5, area.look.small))
    page = part.pages[0]
    area.text(0, 34, 16, fitted(page.title, area.w, 16), "ink", font_weight=area.look.weight)
    _fields(area.cut(52), page.fields)


def _fields(area: Area, fields: tuple[InputField, ...]) -> None:
    for number, field in enumerate(fields[: max(1, int(area.h // 72))]):
        top = number * 72
        area.text(0, top + 13, 12.5, fitted(field.label, area.w, 12.5), "ink", font_weight=600)
        area.box(top + 22, 36, "raised", edge="accent" if number == 0 else "edge")
        told = field.value or field.placeholder or (field.options[0] if field.options else field.hint)
        colour = "ink" if field.value or field.options else "muted"
        area.text(12, top + 45, 13, fitted(told, area.w - 40, 13), colour)
        if field.input in ("select", "date"):
            middle, right = area.y + top + 40, area.x + area.w - 18
            stroke = area.colours["muted"]
            area.canvas.path(f"M{right - 5} {middle - 2.5}l5 5 5-5", stroke=stroke, stroke_width=1.8)


@draws("chat")
def _chat(area: Area, part: ChatPart) -> None:
    top = _bubble(area, 0, part.opening, own=False)
    for exchange in part.exchanges[:3]:
        for text, own in ((exchange.suggestion, True), (exchange.reply, False)):
            if top < area.h - 84:
                top = _bubble(area, top, text, own=own)
    low = area.h - 40
    area.box(low, 40, "raised", edge="edge")
    area.canvas.circle(area.x + area.w - 20, area.y + low + 20, 12, area.colours["brand"])
    up = f"M{area.x + area.w - 20} {area.y + low + 25}v-9m-4 4 4-4 4 4"
    area.canvas.path(up, stroke=area.colours["brand-ink"], stroke_width=2)


def _bubble(area: Area, top: float, text: str, *, own: bool) -> float:
    lines = wrapped(text, area.w * 0.78 - 28, 13, 3)
    width = 28 + 13 * max(map(text_width, lines), default=0.0)
    height = 20 * len(lines) + 18
    area.box(top, height, "brand" if own else "surface", x=area.w - width if own else 0, w=width, edge="")
    for number, line in enumerate(lines):
        left = area.w - width + 14 if own else 14
        area.text(left, top + 23 + 20 * number, 13, line, "brand-ink" if own else "ink")
    return top + height + 12


@draws("list_detail")
def _list_detail(area: Area, part: ListDetailPart) -> None:
    for number, item in enumerate(part.items[: max(1, int(area.h // 70))]):
        top = number * 70
        area.box(top, 60, "accent-soft" if number == 0 else "raised", edge="accent" if number == 0 else "line")
        area.canvas.circle(area.x + 30, area.y + top + 30, 17, area.colours["brand" if number == 0 else "surface"])
        initial = "brand-ink" if number == 0 else "accent"
        area.text(30, top + 35.5, 15, item.title[:1], initial, text_anchor="middle", font_weight=700)
        area.text(58, top + 27, 14, fitted(item.title, area.w - 72, 14), "ink", font_weight=650)
        below = item.summary or (f"{item.facts[0].label} {item.facts[0].value}" if item.facts else item.body)
        area.text(58, top + 46, 11.5, fitted(below, area.w - 72, 11.5), "muted")


@draws("compare")
def _compare(area: Area, part: ComparePart) -> None:
    options = part.options[:3]
    if not options:
        return
    width = (area.w - 12 * (len(options) - 1)) / len(options)
    chosen = next((n for n, option in enumerate(options) if option.recommended), 0)
    for number, option in enumerate(options):
        left, best = number * (width + 12), number == chosen
        area.box(0, area.h, "accent-soft" if best else "raised", x=left, w=width, edge="accent" if best else "line")
        area.text(left + 14, 28, 14.5, fitted(option.name, width - 24, 14.5), "ink", font_weight=area.look.weight)
        rows = zip(part.criteria, option.values, strict=False)
        for row, (criterion, value) in enumerate(list(rows)[: max(1, int((area.h - 50) // 46))]):
            top = 56 + row * 46
            area.text(left + 14, top, 10.5, fitted(criterion, width - 24, 10.5), "muted")
            area.text(left + 14, top + 18, 13, fitted(value, width - 24, 13), "ink", font_weight=600)


@draws("upload")
def _upload(area: Area, part: UploadPart) -> None:
    high = min(130.0, area.h * 0.5)
    canvas, colours = area.canvas, area.colours
    canvas.rect(
        area.x, area.y, area.w, high, colours["accent-soft"], r=area.look.small,
        stroke=colours["brand"], stroke_width=1.5, stroke_dasharray="6 5",
    )  # fmt: skip
    middle = area.x + area.w / 2
    canvas.circle(middle, area.y + high * 0.4, 21, colours["brand"])
    arrow = f"M{middle} {area.y + high * 0.4 + 8}v-16m-6 6 6-6 6 6"
    canvas.path(arrow, stroke=colours["brand-ink"], stroke_width=2.2)
    label = fitted(part.label, area.w - 24, 13)
    area.text(area.w / 2, high * 0.82, 13, label, "ink", text_anchor="middle", font_weight=600)
    for number, sample in enumerate(part.samples[: max(1, int((area.h - high - 12) // 50))]):
        top = high + 12 + number * 50
        area.box(top, 42, "raised")
        area.text(14, top + 26, 12.5, fitted(sample.name, area.w - 56, 12.5), "ink")
        tick = f"M{area.x + area.w - 28} {area.y + top + 21}l4.5 4.5 8-9"
        canvas.path(tick, stroke=colours["good"], stroke_width=2.2)


@draws("calendar")
def _calendar(area: Area, part: CalendarPart) -> None:
    first = min((day.day for day in part.days if day.times), default=date(2000, 1, 12))
    month = [day for day in part.days if (day.day.year, day.day.month) == (first.year, first.month)]
    free, chosen = {day.day.day for day in month if day.times}, first.day
    cell = area.w / 7
    high = min(cell, (area.h - 74) / 6)
    before, count = monthrange(first.year, first.month)
    for number in range(1, count + 1):
        column, row = (before + number - 1) % 7, (before + number - 1) // 7
        x, y = (column + 0.5) * cell, (row + 0.5) * high
        if number == chosen:
            area.canvas.circle(area.x + x, area.y + y, min(cell, high) * 0.46, area.colours["brand"])
        elif number in free:
            area.canvas.circle(area.x + x, area.y + y, min(cell, high) * 0.46, area.colours["accent-soft"])
        colour = "brand-ink" if number == chosen else "ink" if number in free else "muted"
        weight = 700 if number in free else 400
        area.text(x, y + 4.5, 13, str(number), colour, text_anchor="middle", font_weight=weight)
    times = next((day.times for day in month if day.day == first), ())
    across = 3 if area.w > 300 else 1
    width = (area.w - 10 * (across - 1)) / across
    below = ((before + count + 6) // 7) * high + 18
    for number, time in enumerate(times[: across * max(1, int((area.h - below) // 46))]):
        best, left, top = number == 0, number % across * (width + 10), below + number // across * 46
        area.box(top, 36, "brand" if best else "raised", x=left, w=width, edge="accent")
        colour = "brand-ink" if best else "ink"
        label = fitted(time, width - 8, 13)
        area.text(left + width / 2, top + 23, 13, label, colour, text_anchor="middle", font_weight=650)
