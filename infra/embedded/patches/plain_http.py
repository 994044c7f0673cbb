"""Plain HTTP on loopback counts as TLS that was terminated in front of the emulator.

Why: every bucket of ours denies requests with `aws:SecureTransport=false`, as in AWS. The emulator speaks
plain HTTP here – certificates for 127.0.0.1 would have to be trusted by every SDK – and so would refuse
every request to S3.
"""

from . import Settings
from ._http import Application, Receive, Scope, Send, wrap


def apply(_settings: Settings) -> None:
    async def layer(inner: Application, scope: Scope, receive: Receive, send: Send) -> None:
        await inner({**scope, "scheme": "https"}, receive, send)

    wrap(layer)
