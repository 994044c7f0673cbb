"""The script of the user test: what the moderator says, what the observer watches and fills in."""

from mlew.documents.block import block
from mlew.documents.bullets import bullets, labelled, read_bullets, read_labelled, text_of
from mlew.documents.columns import columns, read_columns
from mlew.documents.inline import cell, decode, inline, item, items, joined
from mlew.documents.page import Page, section
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.iteration import Scene, TestScript

_LABELS = Words(
    purpose=("目的", "Purpose"),
    rule=("判定のしかた", "How a session is judged", "判定", "rule"),
    follow_up=("テストのあと", "Follow-up"),
)
_SCENE = Words(
    number=("場面", "Scene", "No"),
    words=("進行役の言葉", "Moderator's words"),
    task=("やってもらうこと", "Task"),
    watch=("見るところ", "What to watch", "観察", "watch"),
    target=("できたと言える状態", "Done when", "target"),
)


def write_script(script: TestScript, titles: Words, locale: Locale) -> str:
    """Sections of the script; empty if there is none yet."""
    if script == TestScript():
        return ""
    scenes = [_row(number, scene) for number, scene in enumerate(script.scenes, 1)]
    keys = ("number", "words", "task", "watch", "target")
    return "\n\n".join(
        filter(
            None,
            [
                section(
                    titles("script", locale),
                    labelled(
                        _LABELS, locale, {key: inline(getattr(script, key)) for key in ("purpose", "rule", "follow_up")}
                    ),
                ),
                section(titles("scenes", locale), columns(_SCENE, keys, scenes, locale) if scenes else "", level=3),
                section(titles("sheet", locale), bullets(script.sheet), level=3),
                section(titles("interview", locale), bullets(script.interview, numbered=True), level=3),
                section(titles("script_notes", locale), block(script.extra, titles), level=3),
            ],
        )
    )


def read_script(page: Page) -> TestScript:
    """The script; an empty one if its sections are missing."""
    values, rest = read_labelled(page.lines("script"), _LABELS)
    page.leave(rest)
    rows = read_columns(page, "scenes", _SCENE, ("words", "task"), optional=True)
    return TestScript(
        purpose=text_of(values, "purpose"),
        rule=text_of(values, "rule"),
        follow_up=text_of(values, "follow_up"),
        scenes=tuple(
            Scene(
                words=row.text("words"),
                task=row.text("task"),
                watch=tuple(map(decode, items(row.written("watch")))),
                target=row.text("target"),
            )
            for row in rows
        ),
        sheet=tuple(value.text for value in read_bullets(page.lines("sheet"))),
        interview=tuple(value.text for value in read_bullets(page.lines("interview"))),
        extra=page.text(page.lines("script_notes")),
    )


def _row(number: int, scene: Scene) -> dict[str, str]:
    return {
        "number": str(number),
        "words": cell(scene.words),
        "task": cell(scene.task),
        "watch": joined(map(item, scene.watch)),
        "target": cell(scene.target),
    }
