"""Where a screen stands in the experience: its place in the normal course, what comes before it."""

from dataclasses import dataclass

from mlew.domain.mock_spec import MockSpec, Screen


@dataclass(frozen=True)
class Place:
    """`number` from 1 of `steps`, the screens of the normal course; 0 for a screen of the abnormal course.

    `reached`: how many of them lie behind; of a screen of the abnormal course, where it branched off.
    `before`: id of the screen that leads here, "" for the landing page.
    """

    steps: tuple[Screen, ...]
    number: int
    reached: int
    before: str


def place_of(spec: MockSpec, screen: Screen) -> Place:
    """Of one screen."""
    steps = tuple(one for one in spec.screens if one.course == "normal")
    number = next((n for n, one in enumerate(steps, 1) if one.id == screen.id), 0)
    before = _before(spec, screen)
    reached = number - 1 if number else next((n for n, one in enumerate(steps, 1) if one.id == before), 0)
    return Place(steps, number, reached, before)


def _before(spec: MockSpec, screen: Screen) -> str:
    """The first screen, earlier ones before later ones, whose action leads here."""
    if screen.id == spec.screens[0].id:
        return ""
    leading = (one.id for one in spec.screens if one.id != screen.id and any(a.to == screen.id for a in one.actions))
    return next(leading, spec.screens[0].id)
