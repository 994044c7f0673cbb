"""Test/Iterate: the script of the user test, one scene a step of the press release."""

from mlew.domain.base import Locale
from mlew.domain.iteration import Iteration, SceneDraft, TestScriptDraft
from mlew.domain.press_release import PressRelease
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.language import shorten
from mlew.rehearsal.test_script_words import WORDS, ScriptWords


def compose_test_script(release: PressRelease, iteration: Iteration, locale: Locale, asked: Asked) -> TestScriptDraft:
    """Words, task, what to watch and what counts as done for every step; a field on the sheet for every criterion."""
    words = WORDS[locale]
    message = release.message
    names = {
        "service": shorten(message.service or message.headline, 40),
        "situation": shorten(message.who_and_when, 200).rstrip("。.…"),
        "norm": shorten(message.norm_changed.rstrip("。."), 120),
    }
    steps = [shorten(s.text.rstrip("。."), 120) for s in release.steps] or [names["service"]]
    if asked.wants("shorter"):
        steps = [steps[0], *steps[-2:]] if len(steps) > 3 else steps
    criteria = [c for m in iteration.milestones for c in m.criteria]
    scenes = [
        SceneDraft(
            words=_spoken(number, len(steps), words).format(**names),
            task=words.task.format(step=step),
            watch=[words.watch[(number + turn) % len(words.watch)] for turn in (0, 1)],
            target=(words.last_target if number == len(steps) - 1 else words.target).format(step=step),
        )
        for number, step in enumerate(steps)
    ]
    sheet = [
        words.tester,
        *(words.field.format(id=c.id, statement=shorten(c.statement, 80)) for c in criteria),
        *words.fields,
    ]
    interview = [question.format(**names) for question in words.interview]
    interview += [words.asked.format(comment=shorten(c, 80)) for c in asked.comments]
    return TestScriptDraft(
        purpose=words.purpose.format(**names),
        scenes=scenes,
        sheet=sheet,
        interview=interview,
        rule=words.rule.format(
            checks="、".join(c.id for c in criteria) if locale == "ja" else ", ".join(c.id for c in criteria) or "–"
        ),
        follow_up=words.follow_up,
    )


def _spoken(number: int, of: int, words: ScriptWords) -> str:
    if number == 0:
        return words.opening
    return words.closing if number == of - 1 else words.on[(number - 1) % len(words.on)]
