"""N of the market estimate (METHOD, ③ in units)."""

from pydantic import AwareDatetime

from mlew.domain.base import Line, Model

DEFAULT_MULTIPLE = 3.0


class Multiple(Model):
    """N: by how much the value must exceed the cost; chosen, with a reason, before anybody sees an estimate."""

    n: float = DEFAULT_MULTIPLE
    reason: Line = ""
    set_at: AwareDatetime
    set_by: Line = ""
