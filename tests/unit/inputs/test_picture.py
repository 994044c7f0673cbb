"""Pictures leave the reader upright, scaled, without metadata and within Bedrock's limits."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from mlew.inputs.picture import LONG_SIDE, MAX_BYTES, PictureBroken, PictureTooLarge, picture_name, read_picture
from tests.unit.inputs.deck import picture


def test_a_large_picture_is_scaled_to_the_long_side() -> None:
    read = read_picture(picture(4000, 3000), name="customer", source="customer.png")
    assert (read.picture.width, read.picture.height) == (LONG_SIDE, LONG_SIDE * 3 // 4)
    assert read.picture.byte_size == len(read.data) <= MAX_BYTES
    assert Image.open(io.BytesIO(read.data)).size == (read.picture.width, read.picture.height)


def test_a_noisy_picture_stays_below_the_limit_as_jpeg() -> None:
    noise = Image.merge("RGB", [Image.effect_noise((1568, 1568), 120) for _ in range(3)])
    out = io.BytesIO()
    noise.save(out, "PNG")
    read = read_picture(out.getvalue(), name="n", source="n.png")
    assert (read.picture.media, read.picture.name) == ("jpeg", "n.jpg")
    assert len(read.data) <= MAX_BYTES


def test_a_photo_taken_sideways_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    read = read_picture(picture(400, 200, "JPEG", exif=exif), name="p", source="p.jpg")
    assert (read.picture.width, read.picture.height) == (200, 400)


def test_place_author_and_comments_are_dropped() -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret note"
    info = PngInfo()
    info.add_text("Author", "secret author")
    jpeg = picture(kind="JPEG", exif=exif, comment=b"secret comment")
    for data in (jpeg, picture(pnginfo=info), picture(exif=exif)):
        assert b"secret" in data
        assert b"secret" not in read_picture(data, name="p", source="p").data


def test_transparent_parts_become_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    read = read_picture(out.getvalue(), name="p", source="p.png")
    assert Image.open(io.BytesIO(read.data)).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("side", [9_000, 60_000])
def test_a_decompression_bomb_is_refused_before_it_is_unpacked(side: int) -> None:
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    with pytest.raises(PictureTooLarge):
        read_picture(b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + bytes(4), name="b", source="b.png")


def test_a_picture_cut_off_in_the_middle_is_broken() -> None:
    data = picture(800, 600)
    with pytest.raises(PictureBroken):
        read_picture(data[: len(data) // 2], name="p", source="p.png")


@given(
    st.binary(max_size=200), st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\0", b"GIF89a", b"BM"])
)
def test_garbage_behind_a_signature_is_broken_and_nothing_else(data: bytes, signature: bytes) -> None:
    with pytest.raises((PictureBroken, PictureTooLarge)):
        read_picture(signature + data, name="p", source="p.png")


def test_names_are_ascii_and_unique() -> None:
    first = picture_name("customer-顧客 B.PNG", "", [])
    assert first == "customer-b"
    assert picture_name("customer.b.png", "", [f"{first}.png"]) == "customer-b-2"
    assert picture_name("顧客.png", "slide3", []) == "picture-slide3"
