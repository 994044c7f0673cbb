"""A sheet without boxes, read sentence by sentence: what the customer does, is and wants."""

import re

from mlew.domain.base import Locale
from mlew.domain.customer import CustomerSheet

_HEADING = re.compile(r"^\s*[#＃]{1,6}")
_ITEM = re.compile(r"^\s*(?:[-*+・•|]|\d{1,3}[.)．）]|[①-⑳])")
_ENDS = {"ja": re.compile(r"(?<=[。！？!?])\s*(?=\S)"), "en": re.compile(r"(?<=[.!?。！？;])\s+(?=\S)")}
_WISH = {
    "ja": re.compile(r"^(?P<aim>.+?(?:たい|ほしい|欲しい))(?:です|と(?:思|考|願|言|望)[^。]*)?[。]?$"),
    "en": re.compile(
        r"^.*?\b(?:wants?|would like|wish(?:es)?|hopes?|aims?|dreams? of being able)\s+to\s+(?P<aim>.+?)[.!]?$",
        re.IGNORECASE,
    ),
}
_STATE = {
    "ja": re.compile(r"(?:です|である|でした|\d+\s*[歳代]|[店社学教作]?[主長員生師者])[。]?$"),
    "en": re.compile(
        r"^(?:(?:[A-Z][\w'’-]*|the|our|a|an|my)\s+){1,4}(?:is|are|was|has been|have been)\b"
        r"|^(?:he|she|they|i|we)(?:[’']s| is| are| am|[’']re)\b(?!\s+\w+ing\b)|\b\d+ years old\b",
        re.IGNORECASE,
    ),
}
_DESCRIBED = re.compile(r"(?:です|である|でした)?[。.]?$")


def sentences(text: str, locale: Locale) -> list[str]:
    """Of running text and lists, in order; without headings. A line goes on in the next where no sentence begins."""
    lines: list[str] = []
    for line in text.splitlines():
        if _HEADING.match(line) or not line.strip():
            lines.append("")
        elif locale == "en" and lines and lines[-1] and line.strip()[:1].islower() and not _ITEM.match(line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line.strip())
    return [piece.strip() for line in lines for piece in _ENDS[locale].split(line) if piece.strip()]


def told_of(sheet: CustomerSheet, locale: Locale) -> list[str]:
    """All sentences of a sheet that names no behaviour. One that only sums it up is none of them."""
    if sheet.behaviour:
        return []
    opening = sentences(sheet.summary, locale)
    return [*(opening if len(opening) > 1 else []), *sentences(sheet.extra, locale)]


def deeds(sheet: CustomerSheet, locale: Locale) -> list[str]:
    """What they do; wishes and descriptions only if there is nothing else."""
    told = told_of(sheet, locale)
    done = [one for one in told if not _WISH[locale].match(one) and not _STATE[locale].search(one)]
    return done or [one for one in told if not _WISH[locale].match(one)]


def described(sheet: CustomerSheet, locale: Locale) -> list[str]:
    """What they are."""
    told = told_of(sheet, locale)
    return [_DESCRIBED.sub("", one) for one in told if _STATE[locale].search(one) and not _WISH[locale].match(one)]


def wish(sheet: CustomerSheet, locale: Locale) -> str:
    """What they want; "" if no sentence says so."""
    return next((found["aim"] for one in told_of(sheet, locale) if (found := _WISH[locale].match(one))), "")
