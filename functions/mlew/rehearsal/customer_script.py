"""Test/Iterate of the improvement edition: the script for customers outside."""

import re

from mlew.domain.base import Locale
from mlew.domain.iteration import Iteration, SceneDraft
from mlew.domain.milestones_ahead import CustomerScriptDraft, milestone_of
from mlew.domain.press_release import PressRelease
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.customer_script_words import WORDS, CustomerScriptWords, Scene
from mlew.rehearsal.heard import Heard
from mlew.rehearsal.language import shorten

_SHORT = 15
_USUAL = 30


def compose_customer_script(
    release: PressRelease, iteration: Iteration, heard: Heard, locale: Locale, asked: Asked
) -> CustomerScriptDraft:
    """Consent, today's way, the normal course, one that goes wrong; then a request that tests the decision."""
    words = WORDS[locale]
    short = asked.wants("fifteen-minutes")
    message = release.message
    names = {
        "service": shorten(message.service or message.headline, 40),
        "situation": shorten(message.who_and_when, 160).rstrip("。.…"),
        "minutes": str(_SHORT if short else _USUAL),
    }
    normal = [_step(s.text) for s in release.steps if s.course == "normal"] or [names["service"]]
    abnormal = [_step(s.text) for s in release.steps if s.course == "abnormal"]
    stuck = next((_quotable(v.text) for v in heard.hesitant), "")
    criteria = milestone_of(iteration, "fan").criteria
    scenes = [
        _scene(words.consent, words.watch_consent, names),
        *_today(words, names, thorough=asked.wants("today-first")),
        *_course(_shortened(normal) if short else normal, words, names),
        *(_scene(words.trouble, words.watch, {**names, "step": step}) for step in abnormal[: 1 if short else 2]),
    ]
    request = words.order if asked.wants("ask-for-a-deed") else words.date
    watched = [words.stuck.format(voice=stuck)] if stuck else []
    if asked.wants("polite-words"):
        scenes[0] = scenes[0].model_copy(update={"words": words.greeting + scenes[0].words})
    return CustomerScriptDraft(
        purpose=words.purpose.format(**names),
        scenes=[*scenes[:2], *(s.model_copy(update={"watch": [*s.watch, *watched]}) for s in scenes[2:])],
        sheet=[
            *words.tester,
            *(words.field.format(id=c.id, statement=shorten(c.statement, 80)) for c in criteria),
            *words.fields,
        ],
        interview=[
            *(question.format(**names) for question in words.interview),
            *([words.no_selling] if asked.wants("no-selling") else []),
            *(words.asked.format(comment=shorten(c, 80)) for c in asked.comments),
            request.format(**names),
            words.declined,
        ],
        rule=words.rule.format(checks=words.comma.join(c.id for c in criteria) or "②"),
        follow_up=words.follow_up,
        invitation=words.invitation.format(**names),
    )


def _today(words: CustomerScriptWords, names: dict[str, str], *, thorough: bool) -> list[SceneDraft]:
    found = [_scene(words.today, words.watch_today, names)]
    return [*found, _scene(words.once_more, words.watch_today, names)] if thorough else found


def _course(steps: list[str], words: CustomerScriptWords, names: dict[str, str]) -> list[SceneDraft]:
    """The first and the last step have words of their own."""
    last = len(steps) - 1
    on = (words.on, words.further)
    kinds = [words.first if n == 0 else words.last if n == last else on[n % 2] for n in range(len(steps))]
    return [_scene(kind, words.watch, {**names, "step": step}) for kind, step in zip(kinds, steps, strict=True)]


def _scene(kind: Scene, watch: tuple[str, ...], names: dict[str, str]) -> SceneDraft:
    spoken, task, target = (part.format(**names) for part in kind)
    return SceneDraft(words=spoken, task=task, watch=list(watch), target=target)


def _shortened(steps: list[str]) -> list[str]:
    return [steps[0], *steps[-2:]] if len(steps) > 3 else steps


def _step(text: str) -> str:
    return shorten(text.rstrip("。."), 120)


def _quotable(text: str) -> str:
    return shorten(re.sub(r"[「」『』“”\"]", "", text), 60)
