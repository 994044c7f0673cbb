"""Which attributes of a page hold addresses, and which of those a browser loads by itself."""

import re
from typing import Literal

from mlew.mocks.sites.html_tags import Tag

Sort = Literal["address", "loaded", "sources", "style", "refresh", "handler", ""]

_LOADING_LINKS = frozenset({"stylesheet", "icon", "apple-touch-icon", "mask-icon", "preload", "modulepreload",
                            "prefetch", "manifest"})  # fmt: skip
_ADDRESSES = frozenset({"href", "xlink:href", "src", "action", "formaction", "poster", "background"})
_OTHERS: dict[str, Sort] = {"srcset": "sources", "imagesrcset": "sources", "style": "style"}
REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)


def sort_of(tag: Tag, name: str) -> Sort:
    """What an attribute's value is; "" for all that holds no address by its name."""
    if name.startswith("on"):
        return "handler"
    if name == "content":
        return "refresh" if tag.name == "meta" and tag.value("http-equiv").lower() == "refresh" else ""
    if name in _ADDRESSES or (name == "data" and tag.name == "object"):
        return "loaded" if _loads(tag, name) else "address"
    return _OTHERS.get(name, "")


def _loads(tag: Tag, name: str) -> bool:
    if tag.name == "link":
        return bool(_LOADING_LINKS & set(tag.value("rel").lower().split()))
    if name in {"href", "xlink:href"}:
        return tag.name in {"image", "use", "feimage", "script"}
    return True  # a form's action too: the policy lets it go nowhere else
