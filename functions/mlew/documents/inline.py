"""Text of a field inside one line of Markdown, and back without loss.

Line breaks become `<br>`. What would be misread stands as a numeric character reference (`&#124;`), which
every Markdown viewer shows as the character itself; all other text stays as people typed it.
"""

import re
from collections.abc import Callable, Iterable

Encoder = Callable[[str], str]
EMPTY = "&nbsp;"
"""A value that is there and empty, where nothing at all would mean "not given"."""
_BREAK = r"<br[ \t]*/?>"
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]"
_MISREAD = re.compile(rf"&#\d{{1,7}};|{_BREAK}|{_CONTROL}|\n", re.IGNORECASE)
_MISREAD_IN_CELL = re.compile(rf"{_MISREAD.pattern}|\||\\(?=[\\|]|\Z)", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(\d{1,7});")
_WRITTEN = re.compile(rf"{_REFERENCE.pattern}|{_BREAK}", re.IGNORECASE)
_ITEMS = re.compile(r"<br>", re.IGNORECASE)


def inline(text: str) -> str:
    """For a bullet or a heading."""
    return _encoded(text, _MISREAD, "<br>")


def cell(text: str) -> str:
    """For a cell of a table that holds one text."""
    return _encoded(text, _MISREAD_IN_CELL, "<br>")


def item(text: str) -> str:
    """For one of several texts of a cell: `<br/>` is a line break in the text, `<br>` starts the next text."""
    return _encoded(text, _MISREAD_IN_CELL, "<br/>")


def guarded(text: str) -> str:
    """Only letters and digits behind the first stay: neither a delimiter nor a known word can be seen in it."""
    return "".join(c if n and c.isalnum() else reference(c) for n, c in enumerate(text)) or EMPTY


def readable(write: Callable[[Encoder], str], reads_back: Callable[[str], bool], encoder: Encoder) -> str:
    """`write` with texts as people like them if that reads back as the same, else with guarded texts.

    `reads_back` gets what a reader of cells gets: bars are resolved where the cells are split.
    """
    written = write(encoder)
    read = written if encoder is inline else written.replace("\\|", "|")
    return written if reads_back(read) else write(guarded)


def decode(text: str) -> str:
    """The text of a bullet, heading, cell or item (pipes of cells are resolved where the cells are split)."""
    text = text.strip()
    return "" if text == EMPTY else _WRITTEN.sub(_character, text)


def items(text: str) -> list[str]:
    """The written texts of a cell that holds several; blank ones left out."""
    return [part for part in map(str.strip, _ITEMS.split(text)) if part]


def joined(texts: Iterable[str]) -> str:
    """Cell of several written texts; an empty one is kept visible."""
    return "<br>".join(text or EMPTY for text in texts)


def references(text: str) -> str:
    """Protect references and control characters in text of several lines, and blanks at both ends."""
    return _encoded(text, re.compile(rf"&#\d{{1,7}};|{_CONTROL}"), "\n")


def dereference(text: str) -> str:
    """Resolve numeric character references; impossible ones stay."""
    return _REFERENCE.sub(_character, text)


def reference(character: str) -> str:
    """The numeric character reference of one character."""
    return f"&#{ord(character)};"


def _encoded(text: str, misread: re.Pattern[str], line_break: str) -> str:
    if text == EMPTY:
        return reference("&") + EMPTY[1:]
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    middle = misread.sub(lambda found: _protected(found[0], line_break), text[start:end])
    return "".join(map(reference, text[:start])) + middle + "".join(map(reference, text[end:]))


def _protected(found: str, line_break: str) -> str:
    if found == "\n":
        return line_break
    return "\\|" if found == "|" else reference(found[0]) + found[1:]


def _character(found: re.Match[str]) -> str:
    if found[1] is None:
        return "\n"
    number = int(found[1])
    return found[0] if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF else chr(number)
