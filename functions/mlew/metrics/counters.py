"""Short names of the counters: a rollup's size is what its update costs."""

EVENTS = "e"
VIEWS = "v"
CLICKS = "c"
FORMS = "f"
CUSTOM = "u"
COMMENTS = "m"
VISIBLE = "x"  # ms
LOST = "lost"
REFUSED = "refused"
SESSIONS = "s"
BOUNCED = "b"
DURATION = "d"  # ms
DURATION_SQUARES = "dd"  # ms²
VISITORS = "n"

KINDS = ("bot", "prefetch", "preview")
QUESTIONS = ("solved", "use")
VALUES = ("yes", "unsure", "no")

START, DONE = 1, 2
FIXED_STEPS = ("start", "done")
"""Always the first two names of a mock's steps: what task success is made of."""
OTHER = 0
"""Index of every name beyond the limit of a mock."""
MOST_STEPS = 40
MOST_ELEMENTS = 240
ELEMENTS_A_PAGE = 40
"""DynamoDB takes 4 KB of update expression: the counters of more elements go to items of their own."""


def kind_events(kind: str) -> str:
    """Events of sessions that are not counted."""
    return f"{kind}_e"


def duration_bin(index: int) -> str:
    """Sessions of one bin of the histogram."""
    return f"h{index}"


def clicks_on(index: int) -> str:
    """Clicks on an element."""
    return f"k{index}"


def sessions_on(index: int) -> str:
    """Sessions that clicked an element at least once."""
    return f"r{index}"


def reached(index: int) -> str:
    """Visitors that reached a step."""
    return f"p{index}"


def answered(question: str, value: str) -> str:
    """Visitors whose answer this is."""
    return f"{question}_{value}"


def page_of(index: int) -> int:
    """Page of an element's counters."""
    return max(0, index - 1) // ELEMENTS_A_PAGE
