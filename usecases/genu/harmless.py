"""Text of people or models that shall go through GenU unchanged in meaning: as an example's value, or in a template.

GenU reads a value as a replacement pattern and looks for further placeholders in it; it has no escape.
"""

import re

from usecases.fence import disarmed

_PATTERN = re.compile(r"\$(?=[$&`'])")
_BRACES = re.compile(r"\{{2,}")


def harmless(text: str) -> str:
    """Signs that GenU would act on become their full-width forms; halves of characters become U+FFFD."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    quiet = _PATTERN.sub("＄", disarmed(whole))
    return _BRACES.sub(lambda found: "｛" * len(found[0]), quiet)
