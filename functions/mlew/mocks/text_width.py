"""How wide a text stands, roughly: what a layout has to know before a browser measures it."""

import unicodedata


def text_width(text: str) -> float:
    """In em: a full-width character is one, others half."""
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.55 for one in text)
