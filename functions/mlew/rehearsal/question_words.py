"""The two forms of question as people would say them (METHOD, Define)."""

from mlew.domain.base import Locale
from mlew.rehearsal.activity import Activity
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.phrase import Phrase
from mlew.rehearsal.verbs_ja import able, joining, without


def optimal(one: Phrase, activity: Activity, locale: Locale) -> str:
    """B without A, where A is what makes the action hard."""
    if locale == "ja":
        return f"なぜ、{without(activity.words.hindrance)}、{one.able[:-1]}ないのか？"
    return f"Why can’t we {one.able} without {activity.words.hindrance}?"


def bold(one: Phrase, following: Phrase | None, aim: str, locale: Locale) -> str:
    """B without A, where A is the action itself and B what comes after it: at the end the aim of it all."""
    if locale == "ja":
        if following is None:
            return f"なぜ、{one.without}、{able(aim or '目的を果たす')[:-1]}ないのか？"
        return f"なぜ、{one.without}、{following.able[:-1]}ないのか？"
    wish = aim or "get what we are after"
    if following is None:
        return f"Why can’t we {wish} {one.without}?"
    return f"Why can’t we {following.able} {one.without}?"


def continuous(one: Phrase, two: Phrase, chance: Chance, locale: Locale) -> str:
    """A and B at once."""
    if locale == "ja":
        forms = (
            f"なぜ、{one.do}のと{two.do}のは、同時にできないのか？",
            f"なぜ、{joining(one.do)}から、あらためて{two.do}必要があるのか？ 一度に済ませられないのか？",
        )
        return chance.pick("form", forms)
    forms = (
        f"Why can’t {one.doing} and {two.doing} be one step?",
        f"Why do we {one.do} first and then {two.do}, instead of doing both at once?",
    )
    return chance.pick("form", forms)


def across(first: Phrase, last: Phrase, locale: Locale) -> str:
    """From the first action straight to the last."""
    if locale == "ja":
        return f"なぜ、{first.do}ところから{last.do}ところまでを、一続きで済ませられないのか？"
    return f"Why can’t everything from {first.doing} to {last.doing} happen in one go?"
