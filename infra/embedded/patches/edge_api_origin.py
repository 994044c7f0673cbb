"""A distribution can have an HTTP API of this emulator as its origin.

Why: the emulator calls no host of AWS, and answers 502 for `<id>.execute-api.<region>.amazonaws.com`, which is
the only name that a template knows an API by. Such a request is answered in process, as one to the API's own
host would be.
"""

import asyncio
import http.client
import re
from typing import Any
from urllib.parse import parse_qs, unquote

from ministack import app
from ministack.services import cloudfront

from . import Settings

_API = re.compile(r"^(?P<id>[a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com$")


def apply(_settings: Settings) -> None:
    fetch = cloudfront._fetch_from_origin

    async def fetch_also_from_an_api(origin: dict[str, Any], method: str, uri: str, query: str, *rest: Any) -> Any:
        api = _API.match(cloudfront._normalize_origin_host(origin["domain_name"]))
        if not api:
            return await fetch(origin, method, uri, query, *rest)
        headers, body, _https, address, forwarded_for, _distribution = rest
        host = f"{api['id']}.execute-api.{app._MINISTACK_HOST}"
        sent = cloudfront._origin_request_headers(origin, headers, address, forwarded_for)
        arriving = {name.lower(): value for name, value in sent.items()}
        arriving.update({"host": host, "x-forwarded-proto": "https"})
        path = f"{origin.get('origin_path') or ''}{uri}"
        called = app._handle_execute_api_request(
            host,
            unquote(path),
            method,
            arriving,
            body or b"",
            parse_qs(query, keep_blank_values=True),
            raw_path=path,
            raw_query_string=query,
        )
        try:
            status, answered, content = await asyncio.wait_for(called, origin.get("read_timeout", 30))
        except TimeoutError as error:
            raise cloudfront.OriginTimeout(str(error)) from error
        pairs = [(n, v) for n, given in answered.items() for v in (given if isinstance(given, list) else [given])]
        return status, http.client.responses.get(status, ""), cloudfront._multidict_from_pairs(pairs), content

    cloudfront._fetch_from_origin = fetch_also_from_an_api
