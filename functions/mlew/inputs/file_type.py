"""What a file really is, by its first bytes."""

from typing import Literal

FileType = Literal["png", "jpeg", "pdf", "zip", "ole", "picture", "text"]
TYPE_NAMES: dict[FileType, str] = {
    "png": "PNG", "jpeg": "JPEG", "pdf": "PDF", "zip": "ZIP", "ole": "Office 97-2003",
    "picture": "GIF/BMP/TIFF/WebP/HEIC", "text": "text",
}  # fmt: skip
_SIGNATURES: tuple[tuple[bytes, FileType], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
)


def file_type(data: bytes) -> FileType:
    """The type that the signature tells; "text" if there is none. `%PDF-` may stand within the first 1024 bytes."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return "picture"
    return "pdf" if b"%PDF-" in data[:1024] else "text"
