"""What every workshop Lambda does around its one call: read the event, log without content, pass errors on by name."""

import traceback
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from handlers.calls import WorkshopCall
from mlew.composition import function_work
from mlew.domain.workshop import Workshop
from mlew.errors import MlewError
from mlew.services.failures import explain, wordless
from mlew.services.work import Work

C = TypeVar("C", bound=WorkshopCall)
Function = Callable[[Work, Workshop, C], dict[str, Any]]

logger = Logger()


class WorkshopFunction(Generic[C]):
    """A Lambda handler made of `(work, workshop, call) -> answer`. `call_type`: the event it takes.

    Logs carry ids, phases and error names only: messages may quote what a customer wrote. Lambda writes whatever is
    raised to the log and the trace, so an error's words go to the table, and the error is raised again without them.
    Step Functions matches its class name.
    """

    def __init__(self, call_type: type[C], function: Function[C]) -> None:
        self.call_type = call_type
        self._function = function

    def __call__(self, event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
        """One invocation. Raises pydantic's ValidationError for an event of another form, and errors by their name."""
        call = self.call_type.model_validate(event)
        logger.clear_state()
        logger.append_keys(function_request_id=context.aws_request_id, **call.model_dump(exclude={"token", "cause"}))
        work = function_work(context.get_remaining_time_in_millis)
        try:
            answer = self._function(work, work.stores.workshops.get(call.workshop), call)
        except Exception as error:
            logger.warning("not done", error=type(error).__name__, at=_places(error))
            try:
                explain(work, call.workshop, context.aws_request_id, error)
            except Exception as second:  # without its words an error still has its name, which is what is acted upon
                logger.warning("words not kept", error=type(second).__name__, at=_places(second))
            told = _without_words(error, wordless(call.workshop, context.aws_request_id))
        else:
            logger.info("done")
            return answer
        raise told  # here, where the error with its words is no longer the context


def _without_words(error: Exception, text: str) -> Exception:
    if isinstance(error, MlewError):
        return type(error)(text)
    by_name: type[Exception] = type(type(error).__name__, (Exception,), {})  # its own may need other arguments
    return by_name(text)


def _places(error: Exception) -> list[str]:
    """Where it was raised, outermost call first; lines of code only, no values."""
    return [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]


def workshop_function(call_type: type[C]) -> Callable[[Function[C]], WorkshopFunction[C]]:
    """Decorator: `@workshop_function(PhaseCall)` above a function makes it the module's `handler`."""
    return lambda function: WorkshopFunction(call_type, function)
