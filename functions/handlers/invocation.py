"""What every workshop Lambda does around its one call: read the event, log without content, pass errors on."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from handlers.calls import WorkshopCall
from mlew.composition import function_work
from mlew.domain.workshop import Workshop
from mlew.errors import MlewError
from mlew.services.work import Work

C = TypeVar("C", bound=WorkshopCall)
Handler = Callable[[dict[str, Any], LambdaContext], dict[str, Any]]

logger = Logger(service="mlew")


def workshop_function(call_type: type[C]) -> Callable[[Callable[[Work, Workshop, C], dict[str, Any]]], Handler]:
    """Turn `(work, workshop, call) -> answer` into a Lambda handler.

    Logs carry ids, phases and error names only: messages may quote what a customer wrote. Step Functions
    matches the error's class name.
    """

    def decorate(function: Callable[[Work, Workshop, C], dict[str, Any]]) -> Handler:
        @wraps(function)
        def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
            call = call_type.model_validate(event)
            logger.clear_state()
            logger.append_keys(
                function_request_id=context.aws_request_id, **call.model_dump(exclude={"token", "cause"})
            )
            work = function_work(context.get_remaining_time_in_millis)
            try:
                answer = function(work, work.stores.workshops.get(call.workshop), call)
            except MlewError as error:
                logger.warning("not done", error=type(error).__name__)
                raise
            logger.info("done")
            return answer

        return handler

    return decorate
