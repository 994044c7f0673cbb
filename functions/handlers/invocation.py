"""What every workshop Lambda does around its one call: read the event, log without content, pass errors on."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from handlers.calls import WorkshopCall
from mlew.composition import function_work
from mlew.domain.workshop import Workshop
from mlew.errors import MlewError
from mlew.services.work import Work

C = TypeVar("C", bound=WorkshopCall)
Function = Callable[[Work, Workshop, C], dict[str, Any]]

logger = Logger(service="mlew")


class WorkshopFunction(Generic[C]):
    """A Lambda handler made of `(work, workshop, call) -> answer`. `call_type`: the event it takes.

    Logs carry ids, phases and error names only: messages may quote what a customer wrote. Step Functions
    matches the error's class name.
    """

    def __init__(self, call_type: type[C], function: Function[C]) -> None:
        self.call_type = call_type
        self._function = function

    def __call__(self, event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
        """One invocation. Raises pydantic's ValidationError for an event of another form, and MlewError."""
        call = self.call_type.model_validate(event)
        logger.clear_state()
        logger.append_keys(function_request_id=context.aws_request_id, **call.model_dump(exclude={"token", "cause"}))
        work = function_work(context.get_remaining_time_in_millis)
        try:
            answer = self._function(work, work.stores.workshops.get(call.workshop), call)
        except MlewError as error:
            logger.warning("not done", error=type(error).__name__)
            raise
        logger.info("done")
        return answer


def workshop_function(call_type: type[C]) -> Callable[[Function[C]], WorkshopFunction[C]]:
    """Decorator: `@workshop_function(PhaseCall)` above a function makes it the module's `handler`."""
    return lambda function: WorkshopFunction(call_type, function)
