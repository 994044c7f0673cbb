"""Serve the emulator with our patches. Runs in the emulator's own environment, not in the product's.

The socket is already listening when this starts (`LISTEN_FD`), and the lock in `HOME` is held for as long as
the process lives: whoever can take it knows that no emulator serves this folder.
"""

import asyncio
import fcntl
import importlib
import os
import signal
import socket
import sys
import time
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import IO, TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    from infra.embedded.patches import PATCHES, Settings, take_settings
else:  # started as a script: the product's packages are not importable here, and shall not be
    from patches import PATCHES, Settings, take_settings

PINNED = "1.5.33"
LOCK_TRIES = 50


def main() -> None:
    """Check the version, apply the patches, serve until SIGTERM, save."""
    if version("ministack") != PINNED:
        sys.exit(f"ministack {version('ministack')} is installed; the patches are made for {PINNED}")
    os.setsid()  # the terminal that started it may be closed
    os.umask(0o077)  # state and objects are for their owner only
    settings = take_settings(os.environ)
    lock = hold(settings.home / "lock")
    apply_patches(replace(settings, lock_fd=lock.fileno()))
    asyncio.run(serve(settings.listen_fd))


def hold(path: Path) -> IO[str]:
    """Lock the home folder for the life of this process.

    Whoever asks whether the folder is served takes the lock for an instant, hence the second tries.
    """
    lock = path.open("w")
    for _ in range(LOCK_TRIES):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            time.sleep(0.02)
        else:
            return lock
    sys.exit(f"another emulator serves {path.parent}")


def apply_patches(settings: Settings) -> None:
    """Apply every patch that the settings do not leave out."""
    for name in PATCHES:
        if name not in settings.skipped:
            importlib.import_module(f"patches.{name}").apply(settings)


async def serve(listen_fd: int) -> None:
    """Answer on the inherited socket; SIGTERM ends the process after the state has been saved.

    Functions that are still at work end with it, and threads that wait for one are not waited for. The server is not
    the emulator's own one, which takes three times as long for every request (docs/embedded-aws.md).
    """
    import ministack.app  # noqa: PLC0415 - reads its environment when it is imported
    from ministack.core import lambda_runtime  # noqa: PLC0415

    config = uvicorn.Config(
        ministack.app.app,
        interface="asgi3",
        http="httptools",
        ws="none",
        lifespan="on",
        log_config=None,
        log_level=os.environ.get("LOG_LEVEL", "WARNING").lower(),
        access_log=False,
        proxy_headers=False,  # who asks is who is connected, whatever the request says
        server_header=False,
        date_header=False,  # the emulator sends its own
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
    )
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # raised once more when the server has ended; not before there is one
    await uvicorn.Server(config).serve(sockets=[socket.socket(fileno=listen_fd)])
    lambda_runtime.reset()
    os._exit(0)


if __name__ == "__main__":
    main()
