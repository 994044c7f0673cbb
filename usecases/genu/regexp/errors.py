"""What can go wrong with an expression."""


class PatternError(ValueError):
    """JavaScript throws a SyntaxError; the message says what is wrong, as engines word it."""


class TooComplex(RuntimeError):
    """So many steps or nested groups that a browser would not come back either, or that are not followed here."""
