"""Errors as Bedrock Runtime names them.

ConverseError
├── ValidationException          400  the request cannot be answered as it is
├── AccessDeniedException        403  credentials, model access, region
├── ResourceNotFoundException    404  no such model
├── ModelTimeoutException        408  no answer in time
├── ThrottlingException          429  too many requests
├── InternalServerException      500  the model failed
└── ServiceUnavailableException  503  nobody answers just now

On the wire the class name is the error's type; a Lambda raises them, and its caller reads the class name.
"""

import json
from typing import ClassVar


class ConverseError(Exception):
    """Base. `message` goes to the caller."""

    status: ClassVar[int] = 500

    def __init__(self, message: str) -> None:
        """`message` says what is wrong and, where somebody can act, what to do."""
        super().__init__(message)
        self.message = message

    @property
    def body(self) -> bytes:
        """JSON as Bedrock sends it."""
        return json.dumps({"message": self.message}, ensure_ascii=False).encode()


class ValidationException(ConverseError):
    """Raise when the request is malformed, or asks for what the model cannot do."""

    status = 400


class AccessDeniedException(ConverseError):
    """Raise when the backend refuses the credentials."""

    status = 403


class ResourceNotFoundException(ConverseError):
    """Raise when the backend does not know the model."""

    status = 404


class ModelTimeoutException(ConverseError):
    """Raise when the backend did not answer in time."""

    status = 408


class ThrottlingException(ConverseError):
    """Raise when the caller has to slow down."""

    status = 429


class InternalServerException(ConverseError):
    """Raise when the backend failed."""


class ServiceUnavailableException(ConverseError):
    """Raise when the backend cannot be reached."""

    status = 503
