"""Examples of a step: two trades, and a second round with a ready remark. All set the same boxes, none a pasted one."""

from collections.abc import Mapping

from mlew.domain.base import Locale
from usecases.definition import Definition
from usecases.genu.boxes import Box, boxes_of, option
from usecases.genu.format import InputExample
from usecases.genu.step import GenuStep
from usecases.genu.words import Trade, words
from usecases.points_of_view import ready_points_of_view


def examples_of(definition: Definition, step: GenuStep, locale: Locale) -> list[InputExample]:
    """The first trade comes back in the second round."""
    said = words(locale)
    typed = step.text(locale).typed
    boxes = [box for box in boxes_of(definition, step, locale) if box.filling != "paste"]
    remark = next(option(c.label) for c in definition.text(locale).corrections if c.id == step.text(locale).again)
    first = next(iter(said.trades))
    found = [
        InputExample(title=trade.title, examples=_values(boxes, typed.get(name, {}), trade, said.none, locale))
        for name, trade in said.trades.items()
    ]
    again = said.again.format(trade=said.trades[first].title, correction=remark)
    values = _values(boxes, typed.get(first, {}), said.trades[first], remark, locale)
    return [*found, InputExample(title=again, examples=values)]


def _values(boxes: list[Box], typed: Mapping[str, str], trade: Trade, remark: str, locale: Locale) -> dict[str, str]:
    said = words(locale)
    values = {"subject": trade.subject, "pair": trade.pair, "correction": remark}
    values |= typed
    if "point_of_view" in values:
        view = next((v for key, v in ready_points_of_view(locale).items() if key == values["point_of_view"]), None)
        values["own_view"] = said.unused if view else values["point_of_view"]
        values["point_of_view"] = view.name if view else said.own
    return {box.label: values[box.name] for box in boxes}
