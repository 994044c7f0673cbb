"""The one place where a model provider's errors become ours."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError
from botocore.exceptions import ConnectionError as BotoConnectionError

from mlew.adapters.aws_errors import error_code
from mlew.domain.model_capability import ModelCapability
from mlew.errors import ContextTooLong, ModelAccessDenied, ModelError, ModelThrottled, ModelTimeout

_BY_CODE: dict[str, type[ModelError]] = {
    **dict.fromkeys(
        (
            "InternalServerException",
            "ModelErrorException",
            "ModelNotReadyException",
            "ServiceException",
            "ServiceQuotaExceededException",
            "ServiceUnavailableException",
            "ThrottlingException",
            "TooManyRequestsException",
        ),
        ModelThrottled,
    ),
    "ModelTimeoutException": ModelTimeout,
    **dict.fromkeys(
        (
            "AccessDeniedException",
            "ExpiredTokenException",
            "InvalidSignatureException",
            "ResourceNotFoundException",
            "UnrecognizedClientException",
        ),
        ModelAccessDenied,
    ),
}
_TOO_LONG = re.compile(
    r"too (long|large)|context (length|window)|maximum (context|number of tokens)|exceed.*tokens", re.I
)
_NOT_HERE = re.compile(r"model identifier is invalid|on-demand throughput|inference profile", re.I)
_NOT_REACHED = "model.not-reached"
_HINTS: dict[type[ModelError], str] = {
    ModelThrottled: "model.throttled",
    ModelTimeout: "model.slow",
    ModelAccessDenied: "model.no-access",
    ContextTooLong: "model.shorten",
}


@contextmanager
def model_errors(model: ModelCapability) -> Iterator[None]:
    """Turn every error of botocore into a ModelError: no answer in time, throttled, not permitted, too long.

    ModelTimeout only for a request that was sent: it may be billed. One that never left can be sent again for free.
    """
    try:
        yield
    except ClientError as error:
        message = str(error.response.get("Error", {}).get("Message", ""))
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        raise named_error(error_code(error), message, model, server_fault=status >= 500) from error
    except BotoConnectionError as error:
        raise ModelThrottled.told("model.says", hint=_NOT_REACHED, model=model.name, said=error) from error
    except HTTPClientError as error:
        raise _error(ModelTimeout, model, str(error)) from error
    except BotoCoreError as error:
        raise _error(ModelAccessDenied, model, str(error)) from error


def named_error(code: str, message: str, model: ModelCapability, *, server_fault: bool = False) -> ModelError:
    """The error for AWS's name of it."""
    kind = _BY_CODE.get(code)
    if kind is None and _TOO_LONG.search(message):  # Bedrock has no name of its own for these two
        kind = ContextTooLong
    elif kind is None and _NOT_HERE.search(message):
        kind = ModelAccessDenied
    elif kind is None:
        kind = ModelThrottled if server_fault else ModelError
    return _error(kind, model, f"{code}: {message}")


def _error(kind: type[ModelError], model: ModelCapability, message: str) -> ModelError:
    return kind.told("model.says", hint=_HINTS.get(kind, ""), model=model.name, said=message)
