"""One simulated tester: how far they get, what they answer, how long it takes."""

from collections.abc import Sequence
from typing import NamedTuple

from mlew.domain.base import Locale
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.testers.comments import NAMES, SAID
from mlew.rehearsal.testers.reception import SHARES, Reception

MOST_TESTERS = 50


class Tester(NamedTuple):
    """`stays`: share of the way to the result that they go, 1 = reached it. `seconds`: on each page.

    `solved`, `use`: answers to the closing questions, as pages send them; None = not answered. What they say stands
    either in `comment`, written at the end, or in `quote`, said to the observer.
    """

    number: int
    name: str
    stays: float
    seconds: int
    solved: str | None
    use: str | None
    comment: str
    quote: str

    @property
    def reached(self) -> bool:
        """The result."""
        return self.stays >= 1


def simulated_testers(count: int, reception: Reception, locale: Locale, seed: str) -> list[Tester]:
    """Exactly the share that the reception names, rounded, reaches the result and wants it; who does is by `seed`."""
    chance = Chance("testers", seed, reception)
    shares = SHARES[reception]
    numbers = list(range(1, count + 1))
    solving = set(chance.order("solved", numbers)[: round(count * shares.solved)])
    wanting = set(chance.order("wanted", numbers)[: round(count * shares.wanted)])
    said = chance.order("said", SAID[locale][reception])
    return [
        _tester(number, chance.of(str(number)), locale, said, solves=number in solving, wants=number in wanting)
        for number in numbers
    ]


def _tester(number: int, chance: Chance, locale: Locale, said: Sequence[str], *, solves: bool, wants: bool) -> Tester:
    sentence, writes = said[number % len(said)], chance.share("writes") < 0.6
    return Tester(
        number=number,
        name=NAMES[locale].format(number=number),
        stays=1.0 if solves else 0.2 + 0.6 * chance.share("stays"),
        seconds=8 + chance.number("seconds", 40),
        solved=("yes" if solves else "no") if chance.share("answers") < 0.95 or wants else None,
        use="yes" if wants else chance.pick("refuses", ("no", "no", "unsure")),
        comment=sentence if writes else "",
        quote="" if writes else sentence,
    )
