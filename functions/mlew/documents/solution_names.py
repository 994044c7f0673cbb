"""Names of combined solutions in one line, and back."""

from mlew.documents.inline import EMPTY, decode, guarded, inline

_COMBINED = " ＋ "


def write_names(names: tuple[str, ...]) -> str:
    """`OCR ＋ Forecast`."""
    plain = _COMBINED.join(inline(name) or EMPTY for name in names)
    return plain if read_names(plain) == names else _COMBINED.join(map(guarded, names))


def read_names(written: str) -> tuple[str, ...]:
    """Also with a half-width plus between blanks."""
    parts = written.replace(" + ", _COMBINED).split(_COMBINED)
    return tuple(decode(part) for part in parts if part.strip())
