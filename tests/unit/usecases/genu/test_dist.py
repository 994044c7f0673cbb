"""What lies in usecases/dist is what the builder makes, and safe to import."""

from pathlib import Path

import pytest

from usecases.genu.dist import LOCALES, dist_files
from usecases.genu.format import FIELDS
from usecases.genu.lint import lint
from usecases.genu.source import Source

DIST = Path(__file__).parents[4] / "usecases" / "dist"
FILES = sorted(path.relative_to(DIST).as_posix() for path in DIST.rglob("*") if path.is_file())
JSON = [name for name in FILES if name.endswith(".json")]


def test_the_committed_files_are_those_that_the_builder_makes() -> None:
    built = dist_files()

    assert sorted(built) == FILES, "run: mlew usecases build"
    changed = [name for name, text in built.items() if (DIST / name).read_text(encoding="utf-8") != text]
    assert changed == [], "run: mlew usecases build"


def test_building_twice_makes_the_same() -> None:
    assert dist_files() == dist_files()


@pytest.mark.parametrize("name", JSON)
@pytest.mark.parametrize("version", [4, 5])
def test_a_committed_file_has_no_finding(name: str, version: int) -> None:
    source = Source(name, (DIST / name).read_bytes())

    assert lint(source, 4 if version == 4 else 5) == ()
    assert tuple(source.content) == FIELDS


def test_both_languages_have_the_same_files() -> None:
    names = {locale: {n.split("/")[1] for n in FILES if n.startswith(f"{locale}/")} for locale in LOCALES}

    assert names["ja"] == names["en"]
    assert all(name.isascii() for name in FILES)


def test_one_language_and_one_edition_can_be_had_alone() -> None:
    names = list(dist_files(["en"], ["day0"]))

    assert [n for n in names if not n.startswith(("en/day0-", "en/index."))] == []
    assert len(names) == 3 + 1 + 2
