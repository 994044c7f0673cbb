"""Are the feedback sessions settled: before the day, and pair by pair at the end of the practice edition."""

from collections.abc import Mapping, Sequence

from mlew.domain.base import Locale
from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.readiness import ItemState, ReadinessItem
from mlew.domain.workshop import Pair
from mlew.services.readiness_texts import item, word


def session_item(
    text: str, sessions: Sequence[FeedbackSession], pairs: Sequence[str], locale: Locale, **values: str
) -> ReadinessItem:
    """Ok if there are sessions, one at least for each of `pairs`, and who, where, when and how many is settled."""
    if not sessions:
        return item(text, "missing", locale, **values)
    open_points = [
        f"{session.pair}: {', '.join(word(name, locale) for name in missing)}"
        for session in sessions
        if (missing := _open_fields(session))
    ]
    covered = {session.pair for session in sessions}
    open_points += [f"{pair}: {word('no_session', locale)}" for pair in pairs if pair not in covered]
    if open_points:
        return item(text, "at_risk", locale, names="; ".join(open_points), **values)
    return item(text, "ok", locale, n=str(len(sessions)), **values)


def practice_end(
    pairs: Sequence[Pair],
    sessions: Sequence[FeedbackSession],
    mocks_usable: Mapping[str, bool | None],
    locale: Locale,
) -> tuple[ReadinessItem, ...]:
    """The checklist at the end of the practice edition: each pair's mock is usable, its appointments are fixed.

    `mocks_usable` by pair id: None or no entry = nobody has tried it.
    """
    found: list[ReadinessItem] = []
    for pair in pairs:
        name, usable = pair.name or pair.id, mocks_usable.get(pair.id)
        state: ItemState = "at_risk" if usable is None else "ok" if usable else "missing"
        found.append(item("mock-usable", state, locale, id_=f"mock-usable-{pair.id}", name=name))
        own = [session for session in sessions if session.pair == pair.id]
        fixed = session_item("feedback-fixed", own, (), locale, name=name)
        found.append(fixed.model_copy(update={"id": f"feedback-fixed-{pair.id}"}))
    return tuple(found)


def _open_fields(session: FeedbackSession) -> list[str]:
    return [name for name in ("who", "place", "starts", "expected") if not getattr(session, name)]
