"""Requirements in EARS form (Mavin, Wilkinson, Harwood, Novak 2009: Easy approach to requirements syntax).

Ubiquitous: THE system SHALL …; event-driven: WHEN … THE system SHALL …; unwanted behaviour: IF … THEN THE system
SHALL …. The keywords are the notation and stay in English; what people wrote stands between them as they wrote it.
"""

import re

from mlew.documents.inline import inline
from mlew.domain.base import Locale

_IF_JA = re.compile(
    r"^(?:もし)?(?P<condition>.+?(?:場合|とき|時|なら|たら))(?:に)?は?[、,]\s*(?P<response>.+)$", re.DOTALL
)
_IF_EN = re.compile(
    r"^(?:if|when|where)\s+(?P<condition>[^,]+),\s*(?:then\s+)?(?P<response>.+)$", re.DOTALL | re.IGNORECASE
)


def always(system: str, response: str) -> str:
    """Ubiquitous."""
    return f"THE {inline(system)} SHALL {response}"


def on_event(system: str, event: str, response: str) -> str:
    """Event-driven."""
    return f"WHEN {event} THE {inline(system)} SHALL {response}"


def unwanted(system: str, text: str, locale: Locale) -> str:
    """Unwanted behaviour. A text of the form "if x, y" is taken apart; any other is the condition, to be continued."""
    found = (_IF_JA.match(text) or _IF_EN.match(text)) if text else None
    if found:
        condition, response = quoted(found["condition"], locale), quoted(found["response"], locale)
        return f"IF {condition} THEN THE {inline(system)} SHALL {response}"
    goes_on = "お客様が続けられるようにする" if locale == "ja" else "let the customer go on"
    return f"IF {quoted(text, locale)} THEN THE {inline(system)} SHALL {goes_on}"


def quoted(text: str, locale: Locale) -> str:
    """On one line, as somebody's words."""
    line = inline(" ".join(text.split()))
    return f"「{line}」" if locale == "ja" else f'"{line}"'
