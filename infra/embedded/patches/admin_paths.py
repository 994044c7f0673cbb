"""The emulator's own paths need a token, except the health check.

Why: `/_ministack/reset` deletes everything and `/_ministack/config` changes how it works, for anybody who
reaches the port: a function with no permissions at all, or a web page in the browser of the same machine,
since every answer allows every origin. The paths of other patches (`/_mlew/...`) are covered too.
"""

import hmac

from . import Settings
from ._http import Application, Receive, Scope, Send, answer, wrap

OPEN = frozenset({"/_ministack/health", "/_ministack/ready"})
GUARDED = ("/_ministack/", "/_localstack/", "/_mlew/")
TOKEN_HEADER = b"x-mlew-admin-token"


def apply(settings: Settings) -> None:
    token = settings.admin_token.encode()

    async def layer(inner: Application, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        guarded = path.startswith(GUARDED) and path not in OPEN
        given: bytes = dict(scope["headers"]).get(TOKEN_HEADER, b"")
        if guarded and not (token and hmac.compare_digest(given, token)):
            await answer(send, 403, {"message": "this path needs the emulator's admin token"})
            return
        await inner(scope, receive, send)

    wrap(layer)
