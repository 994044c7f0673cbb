"""`python -m mlew.gateway --backend rehearsal|bedrock|openai --port N [...]`: serve until terminated."""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from mlew.errors import MlewError
from mlew.gateway.backend import Backend
from mlew.gateway.server import GatewayServer


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 after SIGTERM or SIGINT, the error's own if it cannot start."""
    asked = _parser().parse_args(arguments)
    try:
        server = GatewayServer(_backend(asked), asked.port)
    except (MlewError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code if isinstance(error, MlewError) else 1
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: threading.Thread(target=server.shutdown, daemon=True).start())
    if asked.ready_file:
        _write_ready(asked.ready_file, server)
    sys.stdout.write(f"{asked.backend} at {server.url}\n")
    sys.stdout.flush()
    server.serve_forever(poll_interval=0.1)
    server.server_close()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m mlew.gateway", description="A Converse server on loopback.")
    parser.add_argument("--backend", choices=("rehearsal", "bedrock", "openai"), default="rehearsal")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--ready-file", type=Path, help="written once it listens: url, port and pid as JSON")
    parser.add_argument("--faults", default="", help="rehearsal: throttle=0.3,break_schema=0.2,seed=7")
    parser.add_argument("--url", default="", help="openai: base URL of the server")
    parser.add_argument("--model", default="", help="openai: model, else the first that the server lists")
    parser.add_argument("--profile", default="", help="bedrock: AWS profile, else the usual chain")
    parser.add_argument("--region", default="", help="bedrock: region, else the profile's")
    return parser


def _backend(asked: argparse.Namespace) -> Backend:
    """Only what the chosen backend needs is imported."""
    if asked.backend == "bedrock":
        from mlew.adapters.bedrock_forward import BedrockForward  # noqa: PLC0415 – see above
        from mlew.gateway.bedrock_backend import BedrockBackend  # noqa: PLC0415

        return BedrockBackend(BedrockForward(profile=asked.profile, region=asked.region))
    if asked.backend == "openai":
        from mlew.gateway.openai_backend import OpenAiBackend  # noqa: PLC0415
        from mlew.settings import model_server_key  # noqa: PLC0415

        return OpenAiBackend(asked.url, model=asked.model, key=model_server_key())
    from mlew.gateway.rehearsal_backend import RehearsalBackend  # noqa: PLC0415
    from mlew.rehearsal.faults import parse_faults  # noqa: PLC0415

    return RehearsalBackend(parse_faults(asked.faults))


def _write_ready(file: Path, server: GatewayServer) -> None:
    """Whole or not at all: a reader never sees half of it."""
    record = json.dumps({"url": server.url, "port": server.server_address[1], "pid": os.getpid()})
    part = file.with_name(f"{file.name}.part")
    part.write_text(record, encoding="utf-8")
    part.replace(file)


if __name__ == "__main__":
    sys.exit(main())
