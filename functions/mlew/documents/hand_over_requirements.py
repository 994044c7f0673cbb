"""Requirements from the press release, and how their fulfilment is measured."""

from collections.abc import Sequence
from itertools import pairwise

from mlew.documents.ears import always, on_event, quoted, unwanted
from mlew.documents.figures import figure
from mlew.documents.hand_over_assumptions import Assumption
from mlew.documents.hand_over_source import HandOver
from mlew.documents.inline import inline
from mlew.documents.page import document, section
from mlew.domain.base import Locale
from mlew.domain.iteration import Comparator, Criterion

_COMPARED: dict[Comparator, tuple[str, str]] = {
    "at_least": ("{line} 以上", "at least {line}"),
    "at_most": ("{line} 以下", "at most {line}"),
    "more_than": ("{line} より多い", "more than {line}"),
    "less_than": ("{line} より少ない", "less than {line}"),
    "judged": ("人が判断する", "judged by a person"),
}


def line_of(criterion: Criterion, locale: Locale) -> str:
    """The line to cross, in words."""
    words = _COMPARED[criterion.comparator][0 if locale == "ja" else 1]
    return words.format(line=f"{figure(criterion.threshold)} {inline(criterion.unit)}".strip())


def write_requirements(one: HandOver, open_ones: Sequence[Assumption], locale: Locale) -> str:
    """For whom and what for; R1 the promise, R2 the normal course, R3 the abnormal one; then the criteria."""
    message, ja = one.release.message, locale == "ja"
    normal = [step.text for step in one.release.steps if step.course == "normal"]
    abnormal = [step.text for step in one.release.steps if step.course == "abnormal"]
    marked = (
        "仮定を含みます：[assumptions.md](assumptions.md)"
        if ja
        else "Assumed in part: [assumptions.md](assumptions.md)"
    )
    return document(
        f"# {'要件' if ja else 'Requirements'}: {inline(one.service)}",
        _story(one, locale),
        marked if open_ones else "",
        section(
            f"R1 {'約束すること' if ja else 'The promise'}",
            _listed("R1", [always(one.service, quoted(message.now_possible, locale))] if message.now_possible else []),
        ),
        section(f"R2 {'通常の流れ' if ja else 'Normal course'}", _listed("R2", _course(one, normal, locale))),
        section(
            f"R3 {'うまくいかないとき' if ja else 'Abnormal course'}",
            _listed("R3", [unwanted(one.service, text, locale) for text in abnormal])
            or ("プレスリリースに書かれていません。作る前にチームと決めてください。" if ja
                else "The press release says nothing of it. Settle it with the team before building."),
        ),
        section("受け入れ基準" if ja else "Acceptance criteria", _criteria(one, locale)),
    )  # fmt: skip


def _story(one: HandOver, locale: Locale) -> str:
    message, ja = one.release.message, locale == "ja"
    lines = [
        ("誰が、どんなときに" if ja else "Who, and when", message.who_and_when),
        ("変わる当たり前" if ja else "The norm that it changes", message.norm_changed),
        ("効果" if ja else "Effect", message.effect),
    ]
    return "\n".join(f"- {label}: {quoted(text, locale)}" for label, text in lines if text)


def _course(one: HandOver, steps: Sequence[str], locale: Locale) -> list[str]:
    """Each step leads to the next; the last one to the effect."""
    ja, message = locale == "ja", one.release.message
    if not steps:
        return []
    place = quoted(message.first_place, locale) if message.first_place else ""
    came = ("お客様が {0} に来る" if ja else "a customer comes to {0}").format(place)
    does = "お客様が {0} を終える" if ja else "the customer has done {0}"
    offer = "次の {0} をできるようにする" if ja else "make {0} possible next"
    found = [on_event(one.service, came, offer.format(quoted(steps[0], locale)))] if place else []
    for step, following in pairwise(steps):
        event = does.format(quoted(step, locale))
        found.append(on_event(one.service, event, offer.format(quoted(following, locale))))
    if message.effect:
        result = ("{0} という結果を届ける" if ja else "deliver {0}").format(quoted(message.effect, locale))
        found.append(on_event(one.service, does.format(quoted(steps[-1], locale)), result))
    return found


def _criteria(one: HandOver, locale: Locale) -> str:
    """With numbers that a test can check; the sample is part of the criterion."""
    if locale == "ja":
        event, meets = "{n} 人以上が試した", "{statement} を満たす（合格ライン：{line}）"
    else:
        event, meets = "at least {n} people have tried it", "meet {statement} (line: {line})"
    return "\n".join(
        f"- {inline(criterion.id)} "
        + on_event(
            one.service,
            event.format(n=criterion.minimum_sample),
            meets.format(statement=quoted(criterion.statement, locale), line=line_of(criterion, locale)),
        )
        for criterion in one.tried
    )


def _listed(number: str, texts: Sequence[str]) -> str:
    return "\n".join(f"- {number}.{n} {text}" for n, text in enumerate(texts, 1))
