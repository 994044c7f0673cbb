"""What a tester wrote in a mock."""

from mlew.domain.base import Model
from mlew.domain.mock import Population
from mlew.domain.tally import Kind


class Voice(Model):
    """A comment. `at`: ms since 1970; `event`: number or hash of the event, so that it is stored once.

    `visitor`: the code of a personal link, "" without one.
    """

    at: int
    session: str
    event: str
    population: Population
    visitor: str = ""
    kind: Kind = "person"
    text: str
