"""A socket on loopback that is handed to the emulator, so that nobody can take the port in between."""

import errno
import socket
from collections.abc import Iterable

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 4580
TRIED = 200


def listen(ports: Iterable[int]) -> socket.socket:
    """Listen on the first port that is free; 0 means any. Raises OSError if none is."""
    refused = OSError(errno.EADDRINUSE, "no port is free")
    for port in ports:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, port))
            listening.listen(512)
        except OSError as error:
            listening.close()
            refused = error
            continue
        return listening
    raise refused


def from_default(preferred: int | None = None) -> Iterable[int]:
    """The port of the last run first, then the default and those after it."""
    return [*([preferred] if preferred else []), *range(DEFAULT_PORT, DEFAULT_PORT + TRIED)]
