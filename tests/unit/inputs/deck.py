"""Slides as facilitators draw them, built in memory."""

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Cm

TITLE_ONLY = 5


class Deck:
    """A presentation of 25.4 × 19.05 cm; positions in cm."""

    def __init__(self) -> None:
        self._deck = Presentation()

    def slide(self, title: str = "") -> "Slide":
        """Add a slide."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE_ONLY])
        if title:
            slide.shapes.title.text = title
        else:
            slide.shapes.title.element.getparent().remove(slide.shapes.title.element)
        return Slide(slide)

    def data(self) -> bytes:
        """The .pptx file."""
        out = io.BytesIO()
        self._deck.save(out)
        return out.getvalue()


class Slide:
    """Shapes are added where people put them; `on` is a group, or the slide itself."""

    def __init__(self, slide: Any) -> None:
        self.raw = slide

    def group(self) -> Any:
        """A group to put shapes into."""
        return self.raw.shapes.add_group_shape().shapes

    def text(self, text: str, x: float, y: float, w: float = 7, h: float = 1, *, on: Any = None) -> None:
        """A text box."""
        box = (self.raw.shapes if on is None else on).add_textbox(Cm(x), Cm(y), Cm(w), Cm(h))
        box.text_frame.text = text

    def frame(self, x: float, y: float, w: float, h: float, on: Any = None) -> None:
        """A rectangle without text."""
        (self.raw.shapes if on is None else on).add_shape(MSO_SHAPE.RECTANGLE, Cm(x), Cm(y), Cm(w), Cm(h))

    def box(self, label: str, lines: Sequence[str], x: float, y: float, on: Any = None) -> None:
        """Label and text in one shape."""
        self.text("\n".join([label, *lines]), x, y, 7, 5, on=on)

    def picture(self, data: bytes, x: float = 10, y: float = 5) -> None:
        """A picture."""
        self.raw.shapes.add_picture(io.BytesIO(data), Cm(x), Cm(y))

    def sheet(self, purpose: str, behaviour: Sequence[str], attributes: str, sentence: str = "") -> "Slide":
        """The three boxes around the figure, and the sentence below it."""
        self.box("目的", [purpose], 1, 4)
        self.box("行動", behaviour, 17, 4)
        self.box("属性", [attributes], 1, 12)
        if sentence:
            self.text(sentence, 9, 12, 7, 2)
        return self


def picture(width: int = 300, height: int = 200, kind: str = "PNG", **options: Any) -> bytes:
    """A picture with a gradient, so that it compresses like a real one."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(out, kind, **options)
    return out.getvalue()


def text_pdf(lines: Sequence[tuple[float, float, str]], *, size: tuple[int, int] = (720, 405)) -> bytes:
    """A PDF page with ASCII text; x and y in points from the upper left corner."""
    content = "".join(f"BT /F1 14 Tf {x} {size[1] - y} Td ({text}) Tj ET\n" for x, y, text in lines).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>" % size,
        b"<< /Length %d >>\nstream\n%sendstream" % (len(content), content),
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()
