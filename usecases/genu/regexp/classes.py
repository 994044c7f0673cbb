"""Classes of units (ECMA-262, 22.2.2.9): digits, blanks, word signs, and everything but line ends."""

from usecases.genu.regexp.nodes import Class, Ranges

TOP = 0xFFFF
DIGIT: Ranges = ((0x30, 0x39),)
WORD: Ranges = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
BLANK: Ranges = (
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
)
LINE_ENDS: Ranges = ((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029))
DOT = Class(LINE_ENDS, negated=True)
BY_LETTER: dict[str, Ranges] = {"d": DIGIT, "s": BLANK, "w": WORD}


def inverted(ranges: Ranges) -> Ranges:
    """Everything else. `ranges` in ascending order."""
    found, low = [], 0
    for first, last in ranges:
        if low < first:
            found.append((low, first - 1))
        low = last + 1
    return (*found, (low, TOP)) if low <= TOP else tuple(found)


def escaped_class(letter: str) -> Ranges | None:
    r"""Of `\d \D \s \S \w \W`."""
    ranges = BY_LETTER.get(letter.lower())
    return inverted(ranges) if ranges and letter.isupper() else ranges
