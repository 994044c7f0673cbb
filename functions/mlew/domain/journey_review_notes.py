"""How the corrected journey says what it rests on: who of how many, and what stood there before."""

import re

from mlew.domain.base import Locale
from mlew.domain.journey import Action, Journey, Stage

_EASE: dict[str, tuple[str, str]] = {
    "easy": ("変わりやすい", "Easy to change"),
    "conditional": ("条件がそろえば変わる", "Changes under conditions"),
    "hard": ("変わりにくい", "Hard to change"),
    "unknown": ("まだ分からない（根拠がない）", "Not known yet (no evidence)"),
}
_NOTE = re.compile(r"^([A-Z]+\d+)[:：]")


def written_ease(ease: str, reason: str, locale: Locale) -> str:
    """The word, and what it depends on; nothing is said about what nobody found out."""
    word = _EASE[ease][0 if locale == "ja" else 1]
    if ease == "unknown" or not reason.strip():
        return word
    return f"{word}：{reason.strip()}" if locale == "ja" else f"{word}: {reason.strip()}"


def is_easy(change_ease: str) -> bool:
    """Whether a stage was found easy to change."""
    return change_ease.startswith(_EASE["easy"])


def stage_evidence(people: int, asked: int, text: str, locale: Locale) -> str:
    """ "4 of 5: …": people are always told with of how many."""
    head = f"{asked} 人中 {people} 人" if locale == "ja" else f"{people} of {asked}"
    if not text.strip():
        return head
    return f"{head}：{text.strip()}" if locale == "ja" else f"{head}: {text.strip()}"


def note_of(now: Action, because: str, before: Action | None, locale: Locale) -> str:
    """What an action rests on, and what of it was otherwise before; None if it is new."""
    told = "" if before is None else _otherwise(now, before, locale)
    was = (f"（前：{told}）" if locale == "ja" else f" (before: {told})") if told else ""
    return f"{now.id}{'：' if locale == 'ja' else ': '}{because.strip()}{was}"


def removal(action: Action, because: str, locale: Locale) -> str:
    """An insight about an action that was taken out."""
    if locale == "ja":
        return f"{action.id}「{action.text}」を外した：{because.strip()}"
    return f"{action.id} “{action.text}” was taken out: {because.strip()}"


def kept_notes(journey: Journey) -> dict[str, str]:
    """Notes of actions by id, as they stand in the stages."""
    lines = (line for stage in journey.stages for line in stage.evidence.splitlines())
    return {found[1]: found.string for line in lines if (found := _NOTE.match(line))}


def head_of(stage: Stage) -> str:
    """What is said of the stage itself, without the notes of its actions."""
    return "\n".join(line for line in stage.evidence.splitlines() if not _NOTE.match(line))


def _otherwise(now: Action, before: Action, locale: Locale) -> str:
    amounts = tuple(r.text for r in before.resources)
    parts = [before.text] if before.text != now.text else []
    parts += amounts if amounts != tuple(r.text for r in now.resources) else ()
    return ("、" if locale == "ja" else ", ").join(parts)
