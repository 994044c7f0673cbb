"""How much two texts speak of the same thing: shared words, and for Japanese shared pairs of characters."""

import math
import re
import unicodedata

_LATIN = re.compile(r"[a-z0-9]+")
_JAPANESE = re.compile(r"[一-龥々ヶァ-ヴー]{2,}")
_ALONE = re.compile(r"[一-龥]")
_EMPTY_WORDS = frozenset(
    [
        "the", "and", "for", "with", "that", "this", "from", "they", "them", "their", "are", "was", "were", "has",
        "have", "had", "not", "but", "you", "your", "our", "can", "could", "would", "should", "will", "who", "what",
        "when", "where", "why", "how", "which", "into", "than", "then", "there", "here", "its", "his", "her", "she",
        "him", "been", "being", "does", "did", "done", "just", "also", "only", "each", "every", "some", "any", "all",
        "more", "most", "very", "over", "about", "after", "before", "because", "while", "during", "customer",
        "customers", "user", "users", "time", "times", "make", "makes", "use", "uses", "used", "using"
    ]
)  # fmt: skip


def terms(text: str) -> set[str]:
    """Word stems of Latin text; pairs of kanji or katakana, and single kanji, of Japanese text."""
    plain = unicodedata.normalize("NFKC", text).lower()
    found = {_stem(w) for w in _LATIN.findall(plain) if len(w) > 2 and w not in _EMPTY_WORDS}
    for run in _JAPANESE.findall(plain):
        found.update(run[i : i + 2] for i in range(len(run) - 1))
    found.update(_ALONE.findall(plain))
    return found


def likeness(one: str, other: str) -> float:
    """0 (nothing shared) to 1. Pairs of characters weigh more than single kanji, which only break ties."""
    a, b = terms(one), terms(other)
    shared = sum(1.0 if len(t) > 1 else 0.25 for t in a & b)
    return shared / max(1.0, math.sqrt(len(a) * len(b)))


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
