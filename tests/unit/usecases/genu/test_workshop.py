"""Use cases of a running workshop: filled for each pair, small enough to be stored, safe to import."""

import pytest

from mlew.domain.base import Locale
from usecases.definition import PARTS, shared_definitions
from usecases.genu.dist import use_cases
from usecases.genu.format import UseCase, stored_bytes
from usecases.genu.lint import lint
from usecases.genu.record import Document
from usecases.genu.source import Source
from usecases.genu.substitution import preview
from usecases.genu.words import words
from usecases.genu.workshop import MOST_BYTES, Progress, Standing, workshop_files, workshop_use_cases

LOCALES: tuple[Locale, ...] = ("ja", "en")
both_languages = pytest.mark.parametrize("locale", LOCALES)
HOSTILE = "a $& b $$ c {{text:題材}} d </input> e `$'`"


def standing(pair: str, text: str = HOSTILE, **values: str) -> Standing:
    document = Document(section="Listen", name="mlew show journey", text=f"### 旅 {pair}\n\n{text}")
    return Standing(title=f"Pair {pair}", values={"subject": "x $& y", "pair": pair, **values}, documents=(document,))


def progress(locale: Locale, *standings: Standing) -> Progress:
    everything = tuple(document for one in standings for document in one.documents)
    steps = {definition.id: standings for definition in shared_definitions()}
    return Progress(name="w1", date="2026-04-01 13:00", locale=locale, standings=steps, everything=everything)


def built(locale: Locale, *standings: Standing) -> dict[str, UseCase]:
    return workshop_use_cases(progress(locale, *standings), PARTS)


@both_languages
def test_there_is_a_use_case_for_every_step_under_a_title_of_its_own(locale: Locale) -> None:
    found = built(locale, standing("a"))

    assert list(found) == list(use_cases(locale))
    titles = {u.title for u in found.values()}
    assert len(titles) == len(found)
    assert not titles & {u.title for u in use_cases(locale).values()}
    assert all("w1" in u.title and "2026-04-01" in u.description for u in found.values())


@both_languages
def test_every_pair_has_an_example_that_brings_its_results_and_wipes_nothing(locale: Locale) -> None:
    use_case = built(locale, standing("a"), standing("b"))["practice-4-invent.json"]

    said = words(locale).boxes
    assert [e.title for e in use_case.input_examples] == ["Pair a", "Pair b"]
    for example, pair in zip(use_case.input_examples, "ab", strict=True):
        assert f"旅 {pair}" in example.examples[said["record"].label]
        assert example.examples[said["pair"].label] == pair
        assert said["results"].label not in example.examples
        sent = preview(use_case.prompt_template, example.examples).prompt
        assert sent is not None
        assert all(value in sent for value in example.examples.values())
        assert "{{" not in sent


@both_languages
def test_pairs_that_do_not_differ_share_an_example(locale: Locale) -> None:
    same = standing("a").model_copy(update={"values": {}})

    use_case = built(locale, same, same.model_copy(update={"title": "Pair b"}))["practice-2-define.json"]

    assert [e.title for e in use_case.input_examples] == [words(locale).of_team]


@both_languages
def test_all_examples_set_the_same_fields_even_if_only_one_pair_has_chosen(locale: Locale) -> None:
    use_case = built(locale, standing("a", choice="Q1"), standing("b"))["practice-4-invent.json"]

    first, second = (set(e.examples) for e in use_case.input_examples)
    assert first == second


@both_languages
def test_a_step_of_which_nothing_is_known_stays_as_it_is(locale: Locale) -> None:
    found = built(locale, standing("a").model_copy(update={"documents": ()}))
    plain = use_cases(locale)["practice-2-define.json"]

    assert found["practice-2-define.json"].prompt_template == plain.prompt_template
    assert found["practice-2-define.json"].input_examples == plain.input_examples


@both_languages
def test_the_one_for_all_steps_holds_everything(locale: Locale) -> None:
    use_case = built(locale, standing("a"), standing("b"))["practice-all-in-one.json"]

    assert "旅 a" in use_case.prompt_template
    assert "旅 b" in use_case.prompt_template
    assert "{{text:題材}} d" not in use_case.prompt_template


@both_languages
@pytest.mark.parametrize("pairs", [1, 8])
def test_nothing_is_too_large_for_the_table_however_much_there_is(locale: Locale, pairs: int) -> None:
    huge = "長い文章、👩‍👧 と改行。\n" * (8_000 // pairs)

    found = built(locale, *(standing(f"p{n}", huge) for n in range(pairs)))

    sizes = [stored_bytes(u.content()) for u in found.values()]
    assert max(sizes) <= MOST_BYTES
    assert min(sizes) > MOST_BYTES * 0.9
    notice = words(locale).shortened.split("{")[0]
    assert all(notice in u.to_json() for u in found.values())
    assert lint(Source("x.json", found["practice-4-invent.json"].to_json().encode())) == ()


@both_languages
def test_the_linter_finds_nothing_whatever_the_workshop_says(locale: Locale) -> None:
    files = workshop_files(progress(locale, standing("a"), standing("b")))

    assert {"index.html", "index.md"} < set(files)
    for name, text in files.items():
        if name.endswith(".json"):
            assert lint(Source(name, text.encode())) == ()
