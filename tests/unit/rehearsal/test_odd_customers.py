"""Whatever a sheet holds, the model answers with a draft that keeps the rules."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.domain.base import Locale
from mlew.domain.customer import CustomerSheet
from mlew.domain.journey import journey_from, journey_violations
from mlew.domain.question import question_violations, questions_from
from mlew.domain.solution import Solution, rate, rating_violations
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.inventions import compose_inventions
from mlew.rehearsal.journey import compose_journey
from mlew.rehearsal.questions import compose_questions
from mlew.rehearsal.ratings import compose_ratings
from tests.unit.rehearsal import customers_en, customers_ja
from tests.unit.rehearsal.rehearsing import rehearse

ODD = (
    "",
    " ",
    "。",
    "…",
    "😀",
    "🍣を食べる😀",
    "「『引用』」",
    "“quoted” 'twice'",
    "a" * 400,
    "あ" * 400,
    "○○に△△する",
    "20XX年X月",
    "[Listen: x]",
    "{topic} {x}",
    "%s %d",
    '<input name="customer">',
    "## 見出し",
    "- - -",
    "| a | b |",
    "1",
    "000",
    "する",
    "こと",
    "て",
    "を",
    "Do",
    "to",
    "and then and",
    "ＡＢＣ　全角",
    "改行\nあり",
    "tab\there",
    "\u200b",
    "नमस्ते",
    "買う→使う→捨てる",
    "Buys. Uses. Throws away.",
    "毎日",
    "3回",
    "100%",
    "¥1,200",
    "10日かかる",
)
LINES = st.one_of(st.sampled_from(ODD), st.text(max_size=60))
SHEETS = st.builds(
    CustomerSheet,
    product=LINES,
    title=LINES,
    summary=LINES,
    purpose=st.lists(LINES, max_size=3).map(tuple),
    behaviour=st.lists(LINES, max_size=8).map(tuple),
    attributes=st.lists(LINES, max_size=3).map(tuple),
    extra=LINES,
)
LOCALES = st.sampled_from(["ja", "en"])


@settings(max_examples=150, deadline=None)
@given(st.lists(SHEETS, max_size=2), LOCALES, st.lists(LINES, max_size=2).map(tuple))
def test_any_sheet_gives_a_journey_and_questions_that_keep_the_rules(
    sheets: list[CustomerSheet], locale: Locale, comments: tuple[str, ...]
) -> None:
    wishes = Asked(comments=comments)
    draft = compose_journey(sheets, locale, wishes)
    assert journey_violations(draft) == []
    journey = journey_from(draft)
    questions = compose_questions(journey, locale, wishes)
    assert question_violations(questions, tuple(a.id for a in journey.actions)) == []
    texts = [a.text for a in journey.actions]
    assert all(texts)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SHEETS, LOCALES)
def test_any_sheet_passes_through_all_documents(sheet: CustomerSheet, locale: Locale) -> None:
    cases = {"ja": customers_ja.IRONWORKS, "en": customers_en.GROWERS}
    _, solutions, team = cases[locale]
    if sheet == CustomerSheet():
        return
    edition = rehearse(sheet, solutions, team, locale)
    assert edition.violations == ()


NAMES = LINES.map(lambda text: " ".join("".join(c if c.isprintable() else " " for c in text).split())).filter(bool)
SOLUTIONS = st.lists(
    st.builds(Solution, name=NAMES, when_used=LINES, how_solved=LINES, effect=LINES, how_done=LINES),
    min_size=2,
    max_size=6,
    unique_by=lambda s: s.name,
)


@settings(max_examples=60, deadline=None)
@given(SOLUTIONS, LOCALES)
def test_any_list_of_solutions_is_rated_and_combined(solutions: list[Solution], locale: Locale) -> None:
    ratings = compose_ratings(solutions, (), locale, Asked())
    assert rating_violations(ratings, tuple(solutions)) == []
    assert len({r.difficulty for r in ratings.ratings}) > 1
    sheet = (customers_ja.DENTIST if locale == "ja" else customers_en.HARBOUR)[0]
    journey = journey_from(compose_journey([sheet], locale, Asked()))
    questions = questions_from(compose_questions(journey, locale, Asked()))
    drafts = compose_inventions(
        journey,
        questions.model_copy(update={"questions": questions.questions[:1]}),
        rate(tuple(solutions), ratings),
        point_of_view="a mother of two",
        locale=locale,
        asked=Asked(),
    )
    assert all(len(set(i.solution_names)) >= 2 for i in drafts.inventions)
    assert drafts.inventions
