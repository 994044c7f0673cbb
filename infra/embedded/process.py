"""Start the emulator's process with an environment that holds nothing of the caller's."""

import os
import shutil
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.embedded.credentials import admin_token, root_secret
from infra.embedded.endpoint import ACCOUNT, ROOT_KEY
from infra.embedded.environments import HERE, Environments
from infra.embedded.listening_socket import LOOPBACK

PREFIX = "MLEW_EMBEDDED_"


def lambda_runtime() -> str:
    """The Runtime that functions must have on the embedded AWS: the Python of this machine."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}"


@dataclass(frozen=True)
class Process:
    """What one run of the emulator is started with. `settings` go to the launcher, without their prefix."""

    home: Path
    region: str
    persist: bool
    log: Path
    settings: Mapping[str, str]

    def spawn(self, environments: Environments, listening: socket.socket) -> int:
        """Start it on a socket that listens already; returns the process id."""
        os.set_inheritable(listening.fileno(), True)
        return os.posix_spawn(
            environments.emulator,
            [str(environments.emulator), str(HERE / "launcher.py")],
            {**self._environment(listening.getsockname()[1]), **self._settings(environments, listening.fileno())},
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_OPEN, 1, str(self.log), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600),
                (os.POSIX_SPAWN_DUP2, 1, 2),
            ],
        )

    def _settings(self, environments: Environments, listen_fd: int) -> dict[str, str]:
        own = {
            "HOME": str(self.home),
            "LISTEN_FD": str(listen_fd),
            "ADMIN_TOKEN": admin_token(self.home),
            "LAMBDA_RUNTIME": lambda_runtime(),
            "LAMBDA_PYTHON": str(environments.function),
        }
        return {f"{PREFIX}{name}": value for name, value in {**own, **self.settings}.items()}

    def _environment(self, port: int) -> dict[str, str]:
        """All that the emulator and its functions see."""
        kept = "1" if self.persist else "0"
        return {
            "PATH": os.pathsep.join([*_node(), "/usr/local/bin", "/usr/bin", "/bin"]),
            "HOME": str(self.home / "tmp"),
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "TMPDIR": str(self.home / "tmp"),
            "BIND_HOST": LOOPBACK,
            "GATEWAY_PORT": str(port),
            "AUTH": "true",
            "AWS_ACCESS_KEY_ID": ROOT_KEY,
            "AWS_SECRET_ACCESS_KEY": root_secret(self.home),
            "AWS_DEFAULT_REGION": self.region,
            "MINISTACK_REGION": self.region,
            "MINISTACK_ACCOUNT_ID": ACCOUNT,
            "PERSIST_STATE": kept,
            "STATE_DIR": str(self.home / "state"),
            "S3_PERSIST": kept,
            "S3_DATA_DIR": str(self.home / "s3"),
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "LOG_LEVEL": "WARNING",
        }


def _node() -> list[str]:
    """Where Node is: the emulator runs functions of CloudFront with it. Without it only mocks are not served."""
    found = shutil.which("node")
    return [str(Path(found).parent)] if found else []
