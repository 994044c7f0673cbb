"""What stands in a prompt where numbers and voices would stand, if nobody has brought any."""

from mlew.domain.base import Locale

_TEXTS: dict[Locale, str] = {
    "ja": "（数字も声も、まだ集まっていない。確かめたことは一つもないので、修正も「裏づけられた」という書き方もせず、"
    "すべて仮定のまま残す。）",
    "en": "(Nobody has brought numbers or voices yet. Nothing has been found out, so correct nothing, claim nothing as "
    "shown, and leave everything as the assumption that it is.)",
}


def no_evidence(locale: Locale) -> str:
    """The sentence."""
    return _TEXTS[locale]
