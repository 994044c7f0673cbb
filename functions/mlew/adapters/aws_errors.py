"""What AWS refuses because something is not set up, as SetupError with the fix. All else passes unchanged."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    CredentialRetrievalError,
    EndpointConnectionError,
    LoginError,
    NoCredentialsError,
    NoRegionError,
    PartialCredentialsError,
    ProfileNotFound,
    SSOError,
    TokenRetrievalError,
)

from mlew.errors import SetupError

_WHO = "Sign in again, or name a profile that may use this account and region."
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
        "Let an administrator of the account allow this, or use another profile.",
    ),
    **dict.fromkeys(
        ("NoSuchBucket", "ResourceNotFoundException", "StateMachineDoesNotExist"),
        "Deploy the stacks again: what this deployment names is gone.",
    ),
}


@contextmanager
def setup_errors() -> Iterator[None]:
    """Raise SetupError for missing sign-in, missing rights, missing resources and an endpoint that does not answer."""
    try:
        yield
    except _NOT_KNOWN as error:
        raise SetupError(str(error), hint=_WHO) from error
    except EndpointConnectionError as error:
        hint = "Start the embedded AWS with 'mlew up', or look at network and region."
        raise SetupError(str(error), hint=hint) from error
    except ClientError as error:
        hint = _HINTS.get(error_code(error), "")
        if not hint:
            raise
        raise SetupError(str(error), hint=hint) from error


def error_code(error: ClientError) -> str:
    """AWS's name of the error."""
    return str(error.response.get("Error", {}).get("Code", ""))
