"""Pictures that we draw ourselves: the hero of the landing page, and the mark of the brand."""

from collections.abc import Iterator

from mlew.domain.mock_spec import MockSpec


def illustrations(spec: MockSpec) -> Iterator[tuple[str, str]]:
    """Path in the site → SVG. Colours stand in attributes: pictures have no styles and no scripts."""
    yield "pictures/mark.svg", _mark(spec)


def _mark(spec: MockSpec) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="8" fill="{spec.brand.accent}"/></svg>'
    )
