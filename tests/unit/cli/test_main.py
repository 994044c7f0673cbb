from collections.abc import Iterator

import pytest
import typer

from mlew import errors
from mlew.cli.failures import UNEXPECTED, exit_code_of
from mlew.cli.localisation import PANELS, commands_below, parameter_key
from mlew.cli.main import application, spoken_in
from mlew.cli.words import Words
from mlew.errors import MlewError
from tests.unit.cli.terminal import Terminal


def all_commands() -> Iterator[tuple[str, ...]]:
    yield from (path for path, _ in commands_below(typer.main.get_command(application())))


@pytest.mark.parametrize("path", list(all_commands()), ids=" ".join)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_command_has_help_in_both_languages(mlew: Terminal, path: tuple[str, ...], language: str) -> None:
    said = mlew(*path, "-h", "--lang", language)

    assert said.code == 0
    assert "…" not in said.out
    assert ("使い方: mlew" if language == "ja" else "Usage: mlew") in said.out


def test_every_option_has_a_text_and_every_command_a_panel() -> None:
    words = Words("en")
    missing = [
        (path, parameter.name)
        for path, found in commands_below(typer.main.get_command(application()))
        for parameter in found.params
        if parameter_key(path, parameter.name, words) is None
    ]

    assert missing == []
    assert {p[0] for p in all_commands() if p} == {name for names in PANELS.values() for name in names}


def test_without_arguments_the_help_is_shown(mlew: Terminal) -> None:
    assert mlew().out == mlew("-h").out


def test_an_unknown_command_is_a_usage_error_with_a_suggestion(mlew: Terminal) -> None:
    said = mlew("statsu")

    assert said.code == 2
    assert said.out == ""
    assert "'status'" in said.err


def test_options_before_and_behind_the_command_mean_the_same(mlew: Terminal) -> None:
    assert mlew("--json", "list").data == mlew("list", "--json").data == {"workshops": [], "more": False}


def test_the_nearer_option_wins(mlew: Terminal) -> None:
    mlew("--stack", "first", "list", "--stack", "second", "--profile", "p")

    assert [(t.customer, t.profile, t.embedded) for t in mlew.targets] == [("second", "p", False)]


def test_without_profile_and_stack_the_embedded_aws_is_meant(mlew: Terminal) -> None:
    mlew("list")

    assert [(t.customer, t.embedded) for t in mlew.targets] == [("local", True)]


def test_an_error_becomes_text_hint_and_exit_code(tmp_path_mlew: Terminal) -> None:
    said = tmp_path_mlew("list")

    assert said.code == 20
    assert said.out == ""
    assert said.err == "Something is missing in the setup: no emulator serves this folder\n→ mlew up\n"


def test_an_error_with_json_is_an_object_on_stdout(tmp_path_mlew: Terminal) -> None:
    said = tmp_path_mlew("list", "--json")

    assert said.code == 20
    assert said.data["error"] == {
        "name": "SetupError",
        "title": "Something is missing in the setup",
        "message": "no emulator serves this folder",
        "hint": "mlew up",
        "exit_code": 20,
    }


def test_an_unexpected_error_is_short_and_debug_shows_where(mlew: Terminal) -> None:
    mlew.stores = None  # type: ignore[assignment]

    short, long = mlew("list"), mlew("list", "--debug")

    assert short.code == long.code == UNEXPECTED
    assert "Traceback" not in short.err and "--debug" in short.err
    assert "Traceback" in long.err


def test_every_error_of_the_tree_is_known_by_its_name() -> None:
    tree = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, MlewError)]

    assert {e.__name__: exit_code_of(e.__name__) for e in tree} == {e.__name__: e.exit_code for e in tree}
    assert exit_code_of("KeyError") == exit_code_of("ClassVar") == 1


@pytest.mark.parametrize(
    ("arguments", "language"),
    [(["--lang", "ja"], "ja"), (["list", "--lang=ja"], "ja"), (["--lang"], "en"), (["--lang", "fr"], "en"), ([], "en")],
)
def test_the_language_is_known_before_anything_is_parsed(arguments: list[str], language: str) -> None:
    assert spoken_in(arguments, "en") == language


@pytest.fixture
def tmp_path_mlew(mlew: Terminal) -> Terminal:
    mlew.connects = False
    return mlew
