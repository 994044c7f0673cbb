"""How the corrected journey speaks of change, and of what was thought before."""

from collections.abc import Sequence

from mlew.domain.base import Locale
from mlew.domain.journey import Action
from mlew.domain.journey_review import Ease
from mlew.rehearsal.activity import activity_of
from mlew.rehearsal.language import quote, shorten
from mlew.rehearsal.phrase import Phrase
from mlew.rehearsal.reception import Said


def ease_reason(ease: Ease, voices: Sequence[Said], first: Phrase, locale: Locale) -> str:
    """What holds people back, and when it falls away; "" where nobody knows."""
    if ease == "unknown":
        return ""
    hindrance = activity_of(first.do, locale).words.hindrance
    against = next((v for v in voices if v.favours is False), voices[0])
    said = quote(shorten(against.text, 60), locale)
    if locale == "ja":
        return {
            "easy": f"{hindrance}ことがなくなるなら、今のやり方を続ける理由は聞かれなかった。",
            "conditional": f"{said}という声がある。そこが解ければ変わる。",
            "hard": f"{said}という声があり、今のやり方のほうが安心だと受け止められている。そこが先に要る。",
        }[ease]
    return {
        "easy": f"Once {hindrance} falls away, nobody named a reason to go on as today.",
        "conditional": f"Somebody said {said}. It changes once that is settled.",
        "hard": f"With {said}, today’s way feels safer. That comes first.",
    }[ease]


def differs(action: Action, now: str, locale: Locale) -> str:
    """A time that turned out to be another one."""
    was = action.resources[0].text
    text = quote(shorten(action.text, 40), locale)
    if locale == "ja":
        return f"{action.id}{text}は{was}と考えていたが、聞いてみると{now}だった。"
    return f"{action.id} {text} was thought to take {was}; people say {now}."


def of_the_whole(quoted: str, locale: Locale) -> str:
    """A voice that speaks of no single action."""
    return f"一つの行動に限らない声：{quoted}" if locale == "ja" else f"Of the whole rather than one action: {quoted}"


def nothing_yet(locale: Locale) -> str:
    """Nobody has been asked."""
    if locale == "ja":
        return "数字も声もまだないため、何も直していない。仮定は仮定のままである。"
    return "There are no numbers and voices yet, so nothing was corrected. Assumptions stay assumptions."
