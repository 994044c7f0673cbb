"""What Lambda gets to see of an invocation: it writes whatever is raised to its log and its trace."""

import io
import traceback
from collections.abc import Iterator
from typing import Any, NoReturn
from unittest.mock import patch

import pytest

from handlers.calls import PhaseCall
from handlers.invocation import WorkshopFunction, logger
from mlew.errors import NotFound, OutputInvalid
from tests.unit.services.workbench import Bench

WORDS = "what the customer told us"
EVENT = {"workshop": "w1", "round": 1}


class Context:
    """What handlers use of Lambda's."""

    aws_request_id = "request"

    def get_remaining_time_in_millis(self) -> int:
        return 900_000


class Lambda:
    """`log`: what was written."""

    def __init__(self) -> None:
        self.bench = Bench()
        self.log = io.StringIO()

    def invoke(self, function: Any, event: dict[str, Any]) -> Any:
        with patch("handlers.invocation.function_work", lambda _remaining: self.bench.work):
            return WorkshopFunction(PhaseCall, function)(event, Context())  # type: ignore[arg-type]


@pytest.fixture
def function() -> Iterator[Lambda]:
    made = Lambda()
    stream = logger.registered_handler.setStream(made.log)  # type: ignore[attr-defined]
    yield made
    logger.registered_handler.setStream(stream)  # type: ignore[attr-defined]


def refused(*_: Any) -> NoReturn:
    raise OutputInvalid(f"journey: {WORDS}", hint="Resume.")


def broken(*_: Any) -> NoReturn:
    raise KeyError(WORDS) from ValueError(WORDS)


@pytest.mark.parametrize(("fails", "name"), [(refused, "OutputInvalid"), (broken, "KeyError")])
def test_an_error_is_raised_by_its_name_without_its_words(function: Lambda, fails: Any, name: str) -> None:
    with pytest.raises(Exception, match="mlew status w1") as raised:
        function.invoke(fails, EVENT)

    assert type(raised.value).__name__ == name
    assert WORDS not in "".join(traceback.format_exception(raised.value))
    assert name in function.log.getvalue() and "test_invocation.py:" in function.log.getvalue()
    assert WORDS not in function.log.getvalue()


def test_the_words_are_kept_for_the_record_of_the_failure(function: Lambda) -> None:
    with pytest.raises(OutputInvalid, match=r"\[request request\]"):
        function.invoke(refused, EVENT)
    assert function.bench.stores.progress.explanation("w1", "request") == f"journey: {WORDS} – Resume."


def test_an_error_whose_words_cannot_be_kept_is_raised_all_the_same(function: Lambda) -> None:
    with (
        patch.object(function.bench.stores.progress, "explain", side_effect=OSError("no network")),
        pytest.raises(OutputInvalid),
    ):
        function.invoke(refused, EVENT)
    assert "words not kept" in function.log.getvalue() and "OSError" in function.log.getvalue()
    assert WORDS not in function.log.getvalue() and "no network" not in function.log.getvalue()


def test_a_workshop_that_does_not_exist_is_an_error_like_any_other(function: Lambda) -> None:
    with pytest.raises(NotFound, match="mlew status nobody"):
        function.invoke(refused, {**EVENT, "workshop": "nobody"})


def test_an_event_of_another_form_is_refused_without_being_quoted(function: Lambda) -> None:
    with pytest.raises(ValueError, match="round") as raised:
        function.invoke(refused, {"workshop": "w1", "round": WORDS})
    assert WORDS not in str(raised.value)


def test_what_went_well_leaves_ids_in_the_log_and_no_answer(function: Lambda) -> None:
    assert function.invoke(lambda *_: {"said": WORDS}, EVENT) == {"said": WORDS}
    assert '"workshop":"w1"' in function.log.getvalue() and "done" in function.log.getvalue()
    assert WORDS not in function.log.getvalue()
