"""Sample parts into which something is entered or in which something is chosen."""

from mlew.domain.base import Locale
from mlew.domain.screen_parts import Part
from tests.mocks import entry_parts_en, entry_parts_ja

PARTS: dict[Locale, dict[str, Part]] = {"ja": entry_parts_ja.PARTS, "en": entry_parts_en.PARTS}
