"""The rehearsal model as a Lambda, for accounts that rehearse without Bedrock.

Event: `{"modelId": …, "request": the JSON body of Converse}`; answer: the JSON of Converse's response. Errors are
raised under the names that Bedrock Runtime gives them.
"""

from functools import cache
from typing import Any

from mlew.rehearsal.converse_errors import ValidationException
from mlew.rehearsal.model import MODEL_ID, RehearsalModel


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:  # noqa: ARG001 - Lambda calls with both
    """One call of the model. It never misbehaves here: faults are for servers of tests."""
    request = event.get("request")
    if not isinstance(request, dict):
        raise ValidationException("The event needs 'request': the JSON body of a Converse call.")
    return _model().converse(str(event.get("modelId") or MODEL_ID), request).response


@cache
def _model() -> RehearsalModel:
    return RehearsalModel()
