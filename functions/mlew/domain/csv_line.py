"""CSV that spreadsheets open as what it is: text stays text, whoever wrote it.

RFC 4180: cells with quotes, commas or line breaks are quoted, lines end with CR LF. A cell that a spreadsheet would
take for a formula gets an apostrophe in front (OWASP, CSV Injection); numbers of ours are none.
"""

import csv
import io
import re
from collections.abc import Sequence

Cell = str | int | float | bool | None
BYTE_ORDER_MARK = "\ufeff"
"""In front of the first line: without it Excel takes UTF-8 for the code page of the machine."""
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What formulas begin with; Japanese Excel reads the full-width signs as the others."""
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]")
"""Controls, and blanks without width behind which a sign would not be the first."""


def csv_line(cells: Sequence[Cell]) -> str:
    """One line with its end. Nothing known is an empty cell."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return line.getvalue()


def _cell(value: Cell) -> Cell:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    text = _INVISIBLE.sub("", value)
    return f"'{text}" if text.lstrip(" \u3000\u00a0").startswith(_FORMULA) else text
