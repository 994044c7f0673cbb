"""Text files as UTF-8: that is what their type says when they are served, and it outweighs what they say themselves."""

import codecs
import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)|^@charset\s+"([\w-]+)"|^<\?xml[^>]{0,100}?encoding=["']([\w-]+)""",
    re.IGNORECASE,
)
_META = re.compile(r"""(<meta[^>]{0,200}?charset\s*=\s*["']?)([\w-]+)|^(@charset\s+")([\w-]+)""", re.IGNORECASE)
_BROWSERS_TAKE = {"shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
                  "iso-8859-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030",
                  "gbk": "gb18030", "euc-kr": "cp949"}  # fmt: skip
"""Names that mean a larger encoding than they say (WHATWG Encoding Standard)."""
_HEAD = 1024


def declared(content: bytes) -> str:
    """The encoding that a file names in its first kilobyte, as Python calls it; "" if none, or one that is unknown."""
    found = _DECLARED.search(content[:_HEAD])
    name = next((one for one in found.groups() if one), b"").decode().lower() if found else ""
    try:
        return codecs.lookup(_BROWSERS_TAKE.get(name, name)).name if name else ""
    except LookupError:
        return ""


def as_text(content: bytes, otherwise: str = "") -> tuple[str, str] | None:
    """The text, and the encoding if it was not UTF-8. None if it is not text in any encoding that was named.

    `otherwise`: encoding of the pages, for scripts that name none.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], name)
    named = declared(content)
    if named == "iso2022_jp" and b"\x1b" in content:  # made of ASCII's bytes, so it could pass for UTF-8
        return _decoded(content, named)
    for name in ("utf-8", named, otherwise):
        if name and (found := _decoded(content, name)) is not None:
            return found
    return None


def as_utf8(text: str) -> str:
    """The text with what it says of its encoding put right."""
    return _META.sub(lambda found: f"{found[1] or found[3]}utf-8", text, count=1)


def _decoded(content: bytes, name: str) -> tuple[str, str] | None:
    try:
        return content.decode(name), "" if name in {"utf-8", "ascii"} else name
    except (UnicodeDecodeError, LookupError):
        return None
