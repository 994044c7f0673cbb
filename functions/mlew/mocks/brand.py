"""`brand.css`: the colours of one mock, light and dark."""

from mlew.domain.mock_spec import Brand
from mlew.mocks.palette import Scheme, palette


def brand_css(brand: Brand) -> str:
    """Custom properties of the root."""
    light, dark = _properties(brand, "light"), _properties(brand, "dark")
    return (
        f":root{{color-scheme:light dark;{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        f"@media print{{:root{{color-scheme:light;{light}}}}}\n"
    )


def _properties(brand: Brand, scheme: Scheme) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in palette(brand, scheme).items())
