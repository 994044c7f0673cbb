"""Who sent a request: a person's browser, a program, or a browser that only looks ahead."""

import re
from collections.abc import Mapping

from mlew.domain.click_record import Agent

_PROGRAMS = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|scanner|\bscan\b|monitor(?:ing)?\b|preview|headless|lighthouse|pagespeed|phantom|selenium|puppeteer"
    r"|playwright|curl|wget|python|java/|okhttp|go-http|\bnode\b|axios|libwww|\bperl\b|\bruby\b|http_?client|facebookexternalhit",
    re.IGNORECASE,
)
"""Programs that say what they are. One that says it is a browser is taken for a person. Cubot makes phones."""
_AHEAD = ("sec-purpose", "purpose", "x-purpose", "x-moz")


def agent_of(headers: Mapping[str, str]) -> Agent:
    """`headers` with names in lower case. The user agent is judged here and goes no further."""
    if any(sign in headers.get(name, "").lower() for name in _AHEAD for sign in ("prefetch", "prerender", "preview")):
        return "prefetch"
    said = headers.get("user-agent", "").strip()
    return "bot" if not said or _PROGRAMS.search(said) else "person"
