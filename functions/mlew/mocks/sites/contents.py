"""Whether a file is what its ending says, and holds nothing that must not be public."""

import re
from collections.abc import Iterator

from mlew.mocks.sites.file_types import MEDIA, TEXTS, ending
from mlew.mocks.sites.finding import Finding

_PICTURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"\0\0\1\0", "image/x-icon"),
    (b"\0\0\2\0", "image/x-icon"),
)
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "woff": (b"wOFF",),
    "woff2": (b"wOF2",),
    "ttf": (b"\0\1\0\0", b"true", b"ttcf", b"OTTO"),
    "otf": (b"OTTO", b"\0\1\0\0"),
    "wasm": (b"\0asm",),
    "glb": (b"glTF",),
    "webm": (b"\x1aE\xdf\xa3",),
    "ogv": (b"OggS",),
    "ogg": (b"OggS",),
    "oga": (b"OggS",),
    "wav": (b"RIFF",),
    "pdf": (b"%PDF-",),
}
_BOXES = frozenset({"mp4", "m4v", "m4a", "avif"})
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

_PRIVATE_KEY = re.compile(rb"-----BEGIN (?:[A-Z]{2,12} ){0,2}PRIVATE KEY-----(?:\\r|\\n|\s)*[A-Za-z0-9+/]{40}")
_ACCESS_KEY = re.compile(rb"(?<![A-Za-z0-9])(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9])")


def media_of(path: str, content: bytes) -> str:
    """Media type; of a picture what it is, whatever it is called. "" if it is not what its ending says."""
    kind = ending(path)
    media = MEDIA[kind]
    if not content:
        return media
    if kind in TEXTS:
        return media if b"\0" not in content or content.startswith(_MARKS_OF_UTF_16) else ""
    if kind in _BOXES:
        return media if content[4:8] == b"ftyp" else ""
    if media.startswith("image/"):
        return _picture(content)
    expected = _BEGINNINGS.get(kind)
    return media if expected is None or content.startswith(expected) else ""


def secrets_in(path: str, content: bytes) -> Iterator[Finding]:
    """Keys that anybody could read in the published file. What is found is not repeated."""
    if ending(path) not in TEXTS:
        return
    for pattern in (_PRIVATE_KEY, _ACCESS_KEY):
        if found := pattern.search(content):
            yield Finding("secret-inside", path, content.count(b"\n", 0, found.start()) + 1)


def _picture(content: bytes) -> str:
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp":
        return "image/avif"
    return next((media for beginning, media in _PICTURES if content.startswith(beginning)), "")
