"""The language of a workshop, when nobody has said it."""

from collections.abc import Iterable

from mlew.domain.base import Locale


def detect_locale(texts: Iterable[str], default: Locale = "ja") -> Locale:
    """Japanese from a tenth of kana and kanji on: Japanese text is full of English terms, not the other way round."""
    japanese = letters = 0
    for text in texts:
        for character in text:
            if not character.isalpha():
                continue
            letters += 1
            japanese += "぀" <= character <= "ヿ" or "一" <= character <= "鿿" or "ｦ" <= character <= "ﾟ"
    if not letters:
        return default
    return "ja" if japanese * 10 >= letters else "en"
