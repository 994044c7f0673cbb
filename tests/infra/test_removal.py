"""Which stacks go, and how a command of the Makefile ends."""

from collections.abc import Sequence

import pytest

from infra.destroy import main, stacks_to_remove
from infra.terminal import run
from mlew.errors import InputError, SetupError
from tests.infra.settings import example


def test_what_the_settings_keep_is_not_removed() -> None:
    assert stacks_to_remove(example(removal="keep")) == [
        f"mlew-example-{part}" for part in ("metrics", "mocks", "workshop", "spending")
    ]


def test_all_stacks_go_if_nothing_is_kept_those_first_made_last() -> None:
    assert stacks_to_remove(example(removal="delete"))[0] == "mlew-example-state"


def test_a_removal_of_an_unknown_customer_touches_nothing() -> None:
    with pytest.raises(SetupError, match=r"nobody\.toml"):
        main(["nobody"])


def test_the_embedded_aws_is_reset_and_not_destroyed() -> None:
    with pytest.raises(SetupError, match="embedded AWS") as raised:
        main(["local"])
    assert raised.value.hint == "make reset"


def test_a_failure_is_told_in_words_with_its_own_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    def command(_arguments: Sequence[str]) -> None:
        raise InputError("that is no customer", hint="choose another")

    with pytest.raises(SystemExit) as ended:
        run(command)
    assert ended.value.code == InputError.exit_code
    assert capsys.readouterr().err == "that is no customer\n-> choose another\n"


def test_success_ends_with_zero() -> None:
    with pytest.raises(SystemExit) as ended:
        run(lambda _: None)
    assert ended.value.code == 0
