"""What one visitor does in a mock, from the first page to the last."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from bench.visitors.said import COMMENTS, ELEMENTS

Kind = Literal["view", "click", "form", "time", "step", "answer", "comment", "custom"]
SCREENS = ("choose", "options", "confirm", "pay", "follow")
"""Steps of the mocks between start and done."""
BOUNCE, DROP = 0.2, 0.1
"""Share that leaves the first page at once, and that leaves at each screen."""
SECOND = 1000


@dataclass(frozen=True)
class Deed:
    """`at`: ms since 1970. `n`: its number in the session, from 1; 0 before it has one.

    `fault`: what is wrong with it, in the word by which the intake has to refuse it; "" if nothing is.
    """

    at: int
    kind: Kind
    name: str = ""
    page: str = "/"
    value: str | int | None = None
    n: int = 0
    fault: str = ""


class Course:
    """`deeds` as they were done, one after the other, never two in one millisecond."""

    def __init__(self, random: Random, begin: int) -> None:
        self._random, self._now, self._page = random, begin, "/"
        self.deeds: list[Deed] = []
        self._walk()

    def _walk(self) -> None:
        self._view("/")
        if self._random.random() < BOUNCE:
            return self._leave()
        self._do("step", "start")
        self._click(self._random.randint(1, 3))
        for screen in SCREENS:
            if self._random.random() < DROP:
                return self._close(gave_up=True)
            self._seen()
            self._view(f"/s/{screen}")
            self._do("step", screen)
            self._click(self._random.randint(0, 3))
            if self._random.random() < 0.3:
                self._do("form", f"{screen}-form")
        self._view("/finish")
        self._do("step", "done")
        return self._close(gave_up=False)

    def _close(self, *, gave_up: bool) -> None:
        random = self._random
        if random.random() < (0.3 if gave_up else 0.85):
            liked = ("no", "unsure", "yes") if gave_up else ("yes", "yes", "unsure", "no")
            self._do("answer", "solved", random.choice(liked))
            for _ in range(random.choice((1, 1, 1, 2))):  # some think again
                self._do("answer", "use", random.choice(liked))
        if random.random() < 0.25:
            self._do("comment", value=random.choice(COMMENTS)[0])
        if random.random() < 0.1:
            self._do("custom", "asked-a-friend")
        self._leave()

    def _leave(self) -> None:
        self._seen()

    def _seen(self) -> None:
        self._do("time", value=self._random.randrange(300, 60 * SECOND))

    def _view(self, page: str) -> None:
        self._page = page
        self._do("view")

    def _click(self, times: int) -> None:
        for _ in range(times):
            self._do("click", self._random.choice(ELEMENTS)[0])

    def _do(self, kind: Kind, name: str = "", value: str | int | None = None) -> None:
        self._now += self._random.randrange(40, 20 * SECOND)
        self.deeds.append(Deed(self._now, kind, name, self._page, value))
