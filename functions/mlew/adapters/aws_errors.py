"""AWS's errors as ours: what is not set up, with the fix; what is busy or failing just now. All else is unchanged."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    CredentialRetrievalError,
    EndpointConnectionError,
    HTTPClientError,
    IncompleteReadError,
    LoginError,
    NoCredentialsError,
    NoRegionError,
    PartialCredentialsError,
    ProfileNotFound,
    SSOError,
    TokenRetrievalError,
)
from botocore.exceptions import ConnectionError as BotoConnectionError

from mlew.errors import SetupError, StoreUnavailable

_WHO = "aws.sign-in"
NOT_SIGNED_IN: tuple[type[BotoCoreError], ...] = (
    CredentialRetrievalError,
    LoginError,
    NoCredentialsError,
    PartialCredentialsError,
    SSOError,
    TokenRetrievalError,
)
"""What botocore raises before it asks AWS: no credentials, half of them, or a session that is over."""
_NOT_KNOWN: tuple[type[BotoCoreError], ...] = (*NOT_SIGNED_IN, NoRegionError, ProfileNotFound)
_HINTS = {
    **dict.fromkeys(
        (
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException",
        ),
        _WHO,
    ),
    **dict.fromkeys(
        ("AccessDenied", "AccessDeniedException"),
        "aws.not-allowed",
    ),
    **dict.fromkeys(
        ("NoSuchBucket", "ResourceNotFoundException", "StateMachineDoesNotExist"),
        "aws.gone",
    ),
}
_BUSY = frozenset(
    (
        "InternalError",
        "InternalFailure",
        "InternalServerError",
        "OperationAborted",
        "ProvisionedThroughputExceeded",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestTimeout",
        "ServiceUnavailable",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingError",
        "ThrottlingException",
        "TooManyRequestsException",
        "TransactionInProgressException",
    )
)
"""Names of errors, and of reasons why DynamoDB cancels a transaction, that pass by themselves."""
_WAIT = "aws.wait"


@contextmanager
def setup_errors() -> Iterator[None]:
    """Raise SetupError for missing sign-in, rights, resources and an endpoint that nobody listens at.

    And StoreUnavailable for what throttles, fails or breaks off after botocore has tried again by itself.
    """
    try:
        yield
    except _NOT_KNOWN as error:
        raise SetupError.told("aws.says", hint=_WHO, error=error) from error
    except EndpointConnectionError as error:
        raise SetupError.told("aws.says", hint="aws.no-endpoint", error=error) from error
    except (BotoConnectionError, HTTPClientError, IncompleteReadError) as error:
        raise StoreUnavailable.told("aws.says", hint=_WAIT, error=error) from error
    except ClientError as error:
        if _is_busy(error):
            raise StoreUnavailable.told("aws.says", hint=_WAIT, error=error) from error
        hint = _HINTS.get(error_code(error), "")
        if not hint:
            raise
        raise SetupError.told("aws.says", hint=hint, error=error) from error


def error_code(error: ClientError) -> str:
    """AWS's name of the error."""
    return str(error.response.get("Error", {}).get("Code", ""))


def _is_busy(error: ClientError) -> bool:
    reasons = {str(reason.get("Code", "")) for reason in error.response.get("CancellationReasons", [])}
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return bool(_BUSY & {error_code(error), *reasons}) or status >= 500
