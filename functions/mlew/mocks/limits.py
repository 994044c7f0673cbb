"""What a spec may hold at most: a mock is tried in a few minutes, on a phone."""

from collections.abc import Iterator

from mlew.domain.base import Model
from mlew.domain.mock_spec import ENDS, MockSpec
from mlew.errors import InputError

MOST_SCREENS = 40
MOST_ACTIONS = 8
MOST_ENTRIES = 200
"""Of any list inside a landing page or a part."""
MOST_CHARACTERS = 200_000
"""Of all texts together."""


def check_limits(spec: MockSpec) -> None:
    """Raises InputError with the reason."""
    reason = next(_reasons(spec), None)
    if reason:
        raise InputError.told("mock.limit", pair=spec.pair[:80], reason=reason)


def _reasons(spec: MockSpec) -> Iterator[str]:
    if not spec.screens:
        yield "it has no screen"
    if len(spec.screens) > MOST_SCREENS:
        yield f"{len(spec.screens)} screens, at most {MOST_SCREENS} can be tried"
    ids = [screen.id for screen in spec.screens]
    if twice := next((one for one in ids if ids.count(one) > 1), ""):
        yield f"two screens are called {twice}"
    known = {*ids, *ENDS}
    for screen in spec.screens:
        if not 1 <= len(screen.actions) <= MOST_ACTIONS:
            yield f"screen {screen.id} has {len(screen.actions)} actions, it needs 1 to {MOST_ACTIONS}"
        if lost := next((action.to for action in screen.actions if action.to not in known), ""):
            yield f"screen {screen.id} leads to {lost[:40]!r}, which does not exist"
    longest, characters = _size(spec)
    if longest > MOST_ENTRIES:
        yield f"a list of {longest} entries, at most {MOST_ENTRIES} can be shown"
    if characters > MOST_CHARACTERS:
        yield f"{characters} characters of text, at most {MOST_CHARACTERS} can be shown"


def _size(value: object) -> tuple[int, int]:
    """Entries of the longest list, and characters of all texts."""
    if isinstance(value, str):
        return 0, len(value)
    inside = [one for _, one in value] if isinstance(value, Model) else value
    if not isinstance(inside, list | tuple):
        return 0, 0
    sizes = [_size(one) for one in inside]
    own = len(value) if isinstance(value, tuple) else 0
    return max([own, *(longest for longest, _ in sizes)]), sum(characters for _, characters in sizes)
