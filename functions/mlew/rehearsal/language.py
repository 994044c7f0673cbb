"""What the two languages do differently when a text is put together."""

import re

from mlew.domain.base import Locale
from mlew.rehearsal import phrase_en, phrase_ja
from mlew.rehearsal.amounts_apart import set_apart
from mlew.rehearsal.phrase import Phrase, split_notes


def phrase(raw: str, locale: Locale) -> Phrase:
    """Read one line of a customer in its language."""
    text, note = split_notes(raw)
    return phrase_ja.JapanesePhrase(text, note) if locale == "ja" else phrase_en.EnglishPhrase(text, note)


def action_phrase(raw: str, locale: Locale) -> Phrase:
    """The same of something that somebody does, with amounts in the note too, wherever they stand."""
    text, note = split_notes(raw)
    bare, amounts = set_apart(text, locale)
    between = "、" if locale == "ja" else "; "
    notes = between.join(part for part in (amounts, note) if part)
    return phrase_ja.JapanesePhrase(bare, notes) if locale == "ja" else phrase_en.EnglishPhrase(bare, notes)


def quote(text: str, locale: Locale) -> str:
    """In the quotation marks of the language."""
    return phrase_ja.quote(text) if locale == "ja" else phrase_en.quote(text)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut with an ellipsis, in English between words where there are any."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    space = head.rfind(" ")
    return (head[:space] if space > limit // 2 else head).rstrip("、,。. ") + "…"


def short_name(product: str, limit: int) -> str:
    """A product without what is told of it in brackets or after a comma."""
    return shorten(re.split(r"\s*[（(、,–]", product, maxsplit=1)[0] or product, limit).rstrip("…")


def capital(text: str) -> str:
    """First letter in upper case."""
    return text[:1].upper() + text[1:]


def sentence(text: str, locale: Locale) -> str:
    """Ends with one full stop."""
    plain = text.strip().rstrip("。．.")
    if locale == "ja":
        return f"{plain}。" if plain and plain[-1] not in "？！?!" else plain
    return f"{capital(plain)}." if plain and plain[-1] not in "?!" else capital(plain)
