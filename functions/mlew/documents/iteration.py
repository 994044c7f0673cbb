"""Test/Iterate: milestones as columns, criteria, the script of the user test and its appointments, and back."""

from collections.abc import Collection

from mlew.documents.block import block
from mlew.documents.bullets import labelled, read_labelled, text_of
from mlew.documents.criteria import read_criteria, write_criteria
from mlew.documents.defect import defect
from mlew.documents.feedback import read_sessions, write_sessions
from mlew.documents.inline import inline
from mlew.documents.milestones import read_milestones, write_milestones
from mlew.documents.page import Page, document, section
from mlew.documents.script import read_script, write_script
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.iteration import Iteration

TITLES = Words(
    title=("テストと改善", "Test/Iterate", "Test Iterate"),
    milestones=("マイルストーン", "Milestones"),
    criteria=("合格の条件", "Criteria", "基準"),
    script=("ユーザーテストの台本", "Script of the user test", "テスト台本", "test script"),
    scenes=("場面", "Scenes"),
    sheet=("観察シート", "Observer's sheet"),
    interview=("終わったあとの質問", "Interview", "インタビュー"),
    script_notes=("台本のメモ", "Notes on the script"),
    sessions=("フィードバックの予定", "Feedback sessions"),
    other=OTHER,
)
_INTRO = Words(pair=("ペア", "Pair"))


def render(iteration: Iteration, locale: Locale) -> str:
    """Markdown: what is measured first, then what moderator and observer need, then who tries the mock and when."""
    return document(
        f"# {TITLES('title', locale)}",
        labelled(_INTRO, locale, {"pair": inline(iteration.pair)}),
        section(TITLES("milestones", locale), write_milestones(iteration.milestones, locale)),
        section(TITLES("criteria", locale), write_criteria(iteration.milestones, locale)),
        write_script(iteration.script, TITLES, locale),
        section(TITLES("sessions", locale), write_sessions(iteration.sessions, iteration.pair, locale)),
        section(TITLES("other", locale), block(iteration.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> Iteration:
    """The milestones, script and sessions of an edited document. Raises InputError naming the line."""
    page = Page(text, locale, TITLES)
    intro, rest = read_labelled(page.lines("title"), _INTRO)
    page.leave(rest)
    if "pair" not in intro:
        raise defect(locale, "no-label", 0, label=_INTRO("pair", locale))
    pair = text_of(intro, "pair")
    return Iteration(
        pair=pair,
        milestones=read_criteria(page, read_milestones(page), taken),
        script=read_script(page),
        sessions=read_sessions(page, pair),
        extra=page.extra(),
    )
