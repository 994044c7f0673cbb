"""Bytes of a text file to text: as its writer saw it, or not at all.

UTF-8 and UTF-16 show themselves. The older Japanese encodings do not: bytes of one are often valid in another.
So every candidate is tried and the result must read like Japanese (kana, punctuation, everyday kanji); if none
does, the file is refused – wrong characters would travel unnoticed through the whole workshop.
"""

import unicodedata
from dataclasses import dataclass

_JAPANESE = {"cp932": "Shift_JIS", "euc_jp": "EUC-JP", "iso2022_jp": "ISO-2022-JP"}
_LEAST_PLAUSIBLE = 0.9
_TYPOGRAPHIC = set("‘’“”–—…•€£©®°·×±½")


@dataclass(frozen=True)
class Decoded:
    """`encoding`: name for people if the file was not UTF-8, else empty."""

    text: str
    encoding: str = ""


def decode(data: bytes) -> Decoded | None:
    """None if the bytes are not text in a known encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16", "UTF-16")
    if b"\0" in data:
        return _without_mark(data)
    if b"\x1b$" in data or b"\x1b(" in data:
        return _plausible(data, ("iso2022_jp",))
    utf8 = _strict(data, "utf-8-sig", "")
    return utf8 or _plausible(data, ("cp932", "euc_jp")) or _western(data)


def _strict(data: bytes, codec: str, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError:
        return None


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 without byte order mark: plain ASCII marks and line ends show which byte comes first."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    decoded = _strict(data, "utf-16-le" if odd > even else "utf-16-be", "UTF-16")
    return decoded if decoded and "\0" not in decoded.text and _share_of_letters(decoded.text) > 0.9 else None


def _share_of_letters(text: str) -> float:
    good = sum(unicodedata.category(c)[0] in "LNPSZ" or c in "\r\n\t" for c in text)
    return good / max(1, len(text))


def _plausible(data: bytes, codecs: tuple[str, ...]) -> Decoded | None:
    candidates = [(c, decoded) for c in codecs if (decoded := _strict(data, c, _JAPANESE[c]))]
    scored = sorted(((_score(d.text), d) for _, d in candidates), key=lambda pair: pair[0], reverse=True)
    if not scored or scored[0][0] < _LEAST_PLAUSIBLE:
        return None
    if len(scored) > 1 and scored[1][0] >= scored[0][0]:
        return None
    return scored[0][1]


def _score(text: str) -> float:
    """Share of the characters beyond ASCII that everyday Japanese is made of."""
    beyond = [c for c in text if ord(c) > 127]
    return sum(_everyday(c) for c in beyond) / len(beyond) if beyond else 1.0


def _everyday(character: str) -> bool:
    """Kana, Japanese punctuation, full-width forms, or a kanji of JIS level 1 (rows 16 to 47)."""
    code = ord(character)
    if 0x3000 <= code <= 0x30FF or 0xFF01 <= code <= 0xFF5E or 0x2460 <= code <= 0x2473:
        return True
    try:
        encoded = character.encode("euc_jp")
    except UnicodeEncodeError:
        return False
    return len(encoded) == 2 and (0xB0 <= encoded[0] <= 0xCF or encoded[0] in {0xA1, 0xA2})


def _western(data: bytes) -> Decoded | None:
    """Windows-1252, for English text with a few curly quotes or accents; never for a file full of foreign bytes."""
    decoded = _strict(data, "cp1252", "Windows-1252")
    if decoded is None:
        return None
    beyond = [c for c in decoded.text if ord(c) > 127]
    if len(beyond) * 10 > len(decoded.text):
        return None
    isolated = all(c in _TYPOGRAPHIC or unicodedata.category(c) in {"Ll", "Lu"} for c in beyond)
    return decoded if isolated else None
