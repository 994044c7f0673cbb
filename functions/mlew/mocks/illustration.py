"""Pictures that we draw ourselves: the product at the top of the landing page, and the mark of the brand."""

from collections.abc import Iterator

from mlew.domain.mock_spec import MockSpec
from mlew.mocks.mark import mark
from mlew.mocks.palette import palette
from mlew.mocks.scene import scene


def illustrations(spec: MockSpec) -> Iterator[tuple[str, str]]:
    """Path in the site → SVG. Colours stand in attributes: pictures have no styles and no scripts."""
    light, dark = palette(spec.brand, "light"), palette(spec.brand, "dark")
    yield "pictures/mark.svg", mark(spec, light)
    if not spec.landing.picture.file:
        yield "pictures/hero.svg", scene(spec, light)
        yield "pictures/hero-dark.svg", scene(spec, dark)
