"""Ways through a mock: what can be reached from where."""

from collections.abc import Mapping, Sequence

from mlew.domain.mock_spec import ENDS, MockSpec

Routes = Mapping[str, Sequence[str]]
"""Screen → where its actions lead, the main one first, in the order of the screens; ends lead nowhere."""


def routes_of(spec: MockSpec) -> dict[str, list[str]]:
    """The routes of a finished spec."""
    return {screen.id: [action.to for action in screen.actions] for screen in spec.screens}


def reached(routes: Routes, start: str) -> set[str]:
    """Screens and ends that can be reached from `start`, itself included."""
    seen, waiting = set[str](), [start]
    while waiting:
        here = waiting.pop()
        if here not in seen and (here in routes or here in ENDS):
            seen.add(here)
            waiting.extend(routes.get(here, ()))
    return seen


def main_way(routes: Routes) -> list[str]:
    """The screens that the main actions lead through, from the first one, up to an end (included) or a repetition."""
    way: list[str] = []
    here = next(iter(routes), "")
    while here in routes and here not in way:
        way.append(here)
        here = next(iter(routes[here]), "")
    return [*way, here] if here in ENDS else way
