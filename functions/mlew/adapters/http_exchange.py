"""One HTTP request and its answer, for sites that this product does not belong to."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from mlew.errors import InputError

TIME_LIMIT = 60.0
LARGEST = 64 * 1024 * 1024
_HERE = ("localhost", "127.0.0.1", "::1")


class Unreachable(Exception):
    """No answer: the name does not resolve, nobody listens, the connection broke, the time was over."""


@dataclass(frozen=True)
class HttpAnswer:
    """`headers` in lower case."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer: what is sent along (a token) is meant for one host only."""

    def redirect_request(self, *_: Any) -> None:
        return None


def exchange(
    method: str, url: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None, follow: bool = False
) -> HttpAnswer:
    """Any status is an answer. `follow`: go where redirects lead. Raises Unreachable, and InputError for other URLs
    than https (http on this machine only)."""
    check_address(url)
    request = urllib.request.Request(url, data=body, method=method, headers=dict(headers or {}))  # noqa: S310 – checked
    opener = urllib.request.build_opener(*([] if follow else [_Stay]))
    try:
        with opener.open(request, timeout=TIME_LIMIT) as response:
            return HttpAnswer(response.status, response.read(LARGEST), _lower(response.headers))
    except urllib.error.HTTPError as error:
        with error:
            return HttpAnswer(error.code, error.read(LARGEST), _lower(error.headers))
    except (OSError, http.client.HTTPException) as error:
        raise Unreachable(str(getattr(error, "reason", None) or error)) from error


def check_address(url: str) -> None:
    """Raises InputError."""
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if not parts.hostname or parts.scheme not in ("https", "http"):
        raise InputError.told("site.no-address", url=url)
    if parts.scheme == "http" and parts.hostname not in _HERE:
        raise InputError.told("site.not-encrypted", url=url)


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
