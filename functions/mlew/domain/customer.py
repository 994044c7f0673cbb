"""The customer sheet: who is to be served (METHOD, Day0)."""

from mlew.domain.base import Line, Model


class CustomerSheet(Model):
    """What the team knows of one customer before the workshop.

    `purpose` 目的: what the customer wants to reach; `behaviour` 行動: what they do for it today, in their
    order; `attributes` 属性: who they are. `summary` is the one sentence under the figure. `extra` is text of
    the sheet that has no field.
    """

    product: Line = ""
    title: Line = ""
    summary: Line = ""
    purpose: tuple[Line, ...] = ()
    behaviour: tuple[Line, ...] = ()
    attributes: tuple[Line, ...] = ()
    extra: str = ""
