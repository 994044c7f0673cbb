"""The configuration of a distribution is read once, not at every request to it.

Why: the emulator parses the whole XML of a distribution for every request of a viewer, a twelfth of all it does for
a request that brings click events. The text is the key, so a distribution that was changed is read again.
"""

from functools import lru_cache
from typing import Any

from ministack.services import cloudfront

from . import Settings

KEPT = 64  # distributions, as they are and were


def apply(_settings: Settings) -> None:
    parse = cloudfront.parse_distribution_dataplane_config

    @lru_cache(maxsize=KEPT)
    def parsed(config_xml: Any) -> dict[str, Any]:
        """Nobody changes the answer: it is shared."""
        found: dict[str, Any] = parse({"config_xml": config_xml})
        return found

    cloudfront.parse_distribution_dataplane_config = lambda distribution: parsed(distribution.get("config_xml"))
