"""Words of a document in both languages, and finding them again in what people made of them."""

import unicodedata

from mlew.documents.inline import Encoder, decode, guarded
from mlew.domain.base import Locale


class Words:
    """A table of words: key → (Japanese, English, other spellings that are understood).

    What is written is in the locale; both languages and the other spellings are read, because teams mix them.
    """

    def __init__(self, **entries: tuple[str, ...]) -> None:
        self._entries = entries
        spellings = ((plain(word), key) for key, entry in entries.items() for word in (key, *reversed(entry)))
        self._keys = {spelling: key for spelling, key in spellings if spelling}

    def __call__(self, key: str, locale: Locale) -> str:
        """The word as it is written in this locale."""
        return self._entries[key][0 if locale == "ja" else 1]

    def key(self, text: str) -> str | None:
        """The key of what somebody wrote; blanks, case, width, markup and punctuation do not matter."""
        return self._keys.get(plain(text))

    def spell(self, text: str, locale: Locale, encode: Encoder) -> str:
        """For a field that holds a key or free text: the word, or the text, never taken for a word."""
        if text in self._entries:
            return self(text, locale)
        written = encode(text)
        return guarded(text) if self.key(written) else written

    def unspell(self, written: str) -> str:
        """The key or the free text that `spell` wrote."""
        return self.key(written) or decode(written)

    def spoken(self, locale: Locale) -> str:
        """All words of the table for a message, in its order."""
        return (" / " if locale == "en" else "・").join(self(key, locale) for key in self._entries)


def plain(text: str) -> str:
    """Letters and digits alone, half-width, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


OTHER = ("その他のメモ", "Other notes", "その他", "備考", "notes", "other")
"""Heading of text that has no field, the same in every document."""
