from dataclasses import dataclass

from mlew.domain.screen_parts import PartKind


@dataclass(frozen=True)
class MockWords:
    """How one language speaks in a rehearsed mock. Texts may hold the names of `Tale.fill`, see there.

    `signs`: pattern → parts that a step with these words may be shown by. `pressed`: finds the button that a step
    names. `intros`: for parts that a step's own words do not introduce. `grades`, `proposals`, `tasks`: dummy data.
    """

    signs: tuple[tuple[str, tuple[PartKind, ...]], ...]
    pressed: str
    things: tuple[str, ...]
    left_out: str
    headline: str
    tagline: str
    tagline_for: str
    lead: str
    start: str
    picture: str
    problem: str
    pains: tuple[str, ...]
    how: tuple[tuple[str, str], ...]
    features: tuple[tuple[str, str], ...]
    voices: tuple[tuple[str, str], ...]
    trial: tuple[str, str, str, tuple[str, ...]]
    plan: tuple[str, str, tuple[str, ...]]
    faq: tuple[tuple[str, str], ...]
    remark: tuple[str, str]
    closing: str
    solved: str
    use: str
    thanks: str
    titles: dict[PartKind, str]
    intros: dict[PartKind, str]
    onward: dict[PartKind, str]
    wait: str
    stop: str
    trouble_way: str
    trouble: tuple[str, str, str, str]
    again: str
    empty: str
    grades: tuple[str, ...]
    proposals: tuple[tuple[str, str, str], ...]
    tasks: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...]
    pages: tuple[str, str]
    chat: tuple[tuple[str, tuple[str, ...], str], ...]
    opening: str
    assistant: str
    facts: tuple[str, str]
    compare: tuple[tuple[str, ...], ...]
    table: tuple[str, str, str, str]
    chart: tuple[str, str, tuple[str, str]]
    draft: str
    editor: tuple[str, str]
    upload: tuple[str, str, str, str]
    calendar: str
    result: str
    measures: tuple[tuple[str, str, str], ...]
    highlights: tuple[str, ...]
