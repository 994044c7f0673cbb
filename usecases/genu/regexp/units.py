"""Text as JavaScript has it: each sign outside the basic plane is two units (surrogates)."""


def to_units(text: str) -> str:
    """Every character of the result is one UTF-16 unit."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    raw = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(raw[i] | raw[i + 1] << 8) for i in range(0, len(raw), 2))


def from_units(units: str) -> str:
    """Pairs of surrogates become one character again; halves stay halves."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
