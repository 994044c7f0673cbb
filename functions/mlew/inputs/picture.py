"""Pictures as Bedrock takes them: scaled, upright, without metadata."""

import io
import re
import warnings
from collections.abc import Iterable

from PIL import Image, ImageOps

from mlew.domain.base import Model
from mlew.domain.inputs import MediaType, Picture

MAX_PICTURES = 20
MAX_BYTES = 3_750_000
MAX_SIDE = 8000
"""Limits of Bedrock's Converse for image blocks: pictures a request, bytes and pixels a side."""

LONG_SIDE = 1568
"""Larger pictures are scaled down by the models themselves: sending more costs time and shows nothing more."""

_MAX_PIXELS = 60_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
_BROKEN = (
    OSError, ValueError, SyntaxError, EOFError, OverflowError, IndexError, KeyError, TypeError, MemoryError,
)  # fmt: skip


class PictureTooLarge(Exception):
    """Raise for more pixels than a picture of a sheet can have: a decompression bomb, or a poster scan."""


class PictureBroken(Exception):
    """Raise if the bytes are no picture that can be read."""


class ReadPicture(Model):
    """A picture and its bytes, ready to be sent."""

    picture: Picture
    data: bytes


def read_picture(data: bytes, *, name: str, source: str) -> ReadPicture:
    """Scale and clean. `name` without extension. Raises PictureTooLarge or PictureBroken."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                if opened.width * opened.height > _MAX_PIXELS:
                    raise PictureTooLarge(f"{opened.width} × {opened.height}")
                opened.draft("RGB", (LONG_SIDE, LONG_SIDE))
                upright = ImageOps.exif_transpose(opened)
                lossy = opened.format == "JPEG"
                return encode(upright, name=name, source=source, lossy=lossy)
    except Image.DecompressionBombError as bomb:
        raise PictureTooLarge(str(bomb)) from bomb
    except _BROKEN as broken:
        raise PictureBroken(str(broken)) from broken


def encode(image: Image.Image, *, name: str, source: str, lossy: bool = False) -> ReadPicture:
    """PNG if it is small enough, else JPEG; photographs (`lossy`) as JPEG at once."""
    plain = _on_white(image)
    plain.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    media: MediaType = "jpeg" if lossy else "png"
    data = _saved(plain, media)
    if len(data) > MAX_BYTES:
        media, data = "jpeg", _saved(plain, "jpeg")
    picture = Picture(
        name=f"{name}.{'png' if media == 'png' else 'jpg'}",
        media=media,
        source=source,
        width=plain.width,
        height=plain.height,
        byte_size=len(data),
    )
    return ReadPicture(picture=picture, data=data)


def picture_name(file: str, suffix: str, taken: Iterable[str]) -> str:
    """An ASCII name without extension, made of the file's, unlike all those `taken` (with extension)."""
    stem = re.sub(r"[^a-z0-9]+", "-", file.rsplit(".", 1)[0].lower()).strip("-") or "picture"
    base = f"{stem[:40]}{'-' + suffix if suffix else ''}"
    used = {name.rsplit(".", 1)[0] for name in taken}
    number, name = 2, base
    while name in used:
        name, number = f"{base}-{number}", number + 1
    return name


def _on_white(image: Image.Image) -> Image.Image:
    """RGB without transparency, colour profile, comments or EXIF."""
    if image.mode in {"I;16", "I", "F"}:
        image = image.convert("L")
    layered = image.convert("RGBA")
    plain = Image.new("RGB", layered.size, "white")
    plain.paste(layered, mask=layered.getchannel("A"))
    return plain


def _saved(image: Image.Image, media: MediaType) -> bytes:
    out = io.BytesIO()
    if media == "png":
        image.save(out, "PNG", optimize=True)
    else:
        image.save(out, "JPEG", quality=88, optimize=True)
    return out.getvalue()
