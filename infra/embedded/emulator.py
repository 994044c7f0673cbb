"""Start, stop and reset an emulator as a background process that belongs to a folder."""

import fcntl
import http.client
import os
import shutil
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from infra.embedded.control import await_health, post
from infra.embedded.credentials import admin_token, root_secret
from infra.embedded.endpoint import Endpoint
from infra.embedded.environments import ensure_environments
from infra.embedded.errors import EmulatorNotRunning, EmulatorNotStarted
from infra.embedded.instance import Instance, is_alive, is_served, last_instance, write_instance
from infra.embedded.listening_socket import LOOPBACK, from_default, listen
from infra.embedded.process import Process, lambda_runtime

__all__ = ["Emulator", "Status", "lambda_runtime"]

STOP_LIMIT = 30.0  # seconds for the last save; then the process is killed
SAVE_EVERY = 5.0  # seconds
LOG_TAIL = 4000  # characters


@dataclass(frozen=True)
class Status:
    """What `Emulator.status` tells. `url` and `pid` are empty and 0 when nothing runs."""

    running: bool
    home: Path
    url: str = ""
    pid: int = 0
    model_url: str = ""
    persist: bool = False


class Emulator:
    """The embedded AWS of one folder.

    `home` keeps state, log and secret; `cache` the Python environments (default: inside `home`), which many
    emulators may share. `port` None takes the last one again, else 4580 or the next that is free; 0 any.
    """

    def __init__(
        self,
        home: Path,
        port: int | None = None,
        *,
        region: str = "ap-northeast-1",
        cache: Path | None = None,
        uv: Path | None = None,
    ) -> None:
        self.home = home.absolute()
        self.region = region
        self._port = port
        self._cache = (cache or self.home / "environments").absolute()
        self._uv = uv

    def start(
        self,
        *,
        model_url: str = "",
        persist: bool = True,
        save_every: float = SAVE_EVERY,
        skipped_patches: Iterable[str] = (),
    ) -> Endpoint:
        """Start the process, or find the one that runs; return when it answers.

        `model_url` is the model gateway; a running emulator is told the new one. With `persist` the state is
        kept in `home` and saved every `save_every` seconds while it changes. `skipped_patches` is for tests.
        Raises EmulatorNotStarted, EnvironmentNotMade.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)
        with self._one_start_at_a_time():
            running = self._running()
            if running:
                self._await_health(running.port)
                if model_url and model_url != running.model_url:
                    self._post(running.port, "/_mlew/model", {"url": model_url})
                    write_instance(self.home, replace(running, model_url=model_url))
                return self.endpoint()
            self._await_end()  # a snapshot of a killed emulator may still be written
            settings = {
                "MODEL_URL": model_url,
                "SAVE_EVERY": str(save_every if persist else 0),
                "SKIPPED_PATCHES": ",".join(skipped_patches),
            }
            self._launch(Process(self.home, self.region, persist, self.log, settings), model_url)
            return self.endpoint()

    def stop(self) -> bool:
        """End the process after a last save; False if none was running. Kills it if it does not end."""
        running = self._running()
        if not running:
            return False
        os.kill(running.pid, signal.SIGTERM)
        if not self._await_end(running.pid):
            self.kill()
        return True

    def kill(self) -> None:
        """End the process at once, without a save, as a power cut would."""
        running = self._running()
        if running:
            os.kill(running.pid, signal.SIGKILL)
            self._await_end(running.pid)

    def reset(self) -> None:
        """Stop and forget everything that was deployed and stored; the environments stay."""
        self.stop()
        for name in ("state", "s3", "tmp"):
            shutil.rmtree(self.home / name, ignore_errors=True)

    def save(self) -> None:
        """Write the state now and return when it is on disk. Needs an emulator started with `persist`."""
        running = self._running()
        if not running:
            raise EmulatorNotRunning(f"no emulator serves {self.home}", hint="mlew up")
        if not self._post(running.port, "/_mlew/save", {}).get("saved"):
            raise EmulatorNotRunning(f"the state was not saved: {self._log_tail()}")

    def status(self) -> Status:
        """What runs, without starting anything."""
        running = self._running()
        if not running:
            return Status(running=False, home=self.home)
        url = f"http://{LOOPBACK}:{running.port}"
        return Status(True, self.home, url, running.pid, running.model_url, running.persist)

    def endpoint(self) -> Endpoint:
        """Address and credentials of the running emulator. Raises EmulatorNotRunning."""
        running = self._running()
        if not running:
            raise EmulatorNotRunning(f"no emulator serves {self.home}", hint="mlew up")
        return Endpoint(f"http://{LOOPBACK}:{running.port}", self.region, root_secret(self.home))

    @property
    def log(self) -> Path:
        """Where the process writes what goes wrong; `emulator.log.1` is that of the run before."""
        return self.home / "emulator.log"

    def _running(self) -> Instance | None:
        instance = last_instance(self.home) if is_served(self.home) else None
        return instance if instance and is_alive(instance.pid) else None

    @contextmanager
    def _one_start_at_a_time(self) -> Iterator[None]:
        with (self.home / "start.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _launch(self, process: Process, model_url: str) -> None:
        environments = ensure_environments(self._cache, self._uv)
        self._prepare_folders()
        last = last_instance(self.home)
        ports = [self._port] if self._port is not None else from_default(last.port if last else None)
        try:
            listening = listen(ports)
        except OSError as error:
            raise EmulatorNotStarted(f"port {self._port} of {LOOPBACK} cannot be used: {error}") from error
        with listening:
            port: int = listening.getsockname()[1]
            pid = process.spawn(environments, listening)
        write_instance(self.home, Instance(pid, port, model_url, process.persist))
        self._await_health(port)

    def _prepare_folders(self) -> None:
        """Functions' folders of earlier runs are never removed by the emulator: start with an empty one."""
        shutil.rmtree(self.home / "tmp", ignore_errors=True)
        for name in ("tmp", "state", "s3"):
            (self.home / name).mkdir(exist_ok=True)
        if self.log.exists():
            self.log.replace(self.home / "emulator.log.1")

    def _await_health(self, port: int) -> None:
        try:
            await_health(port)
        except (OSError, http.client.HTTPException) as error:
            raise EmulatorNotStarted(
                f"the emulator in {self.home} does not answer ({error!r}). Its log ends with:\n{self._log_tail()}"
            ) from error

    def _post(self, port: int, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return post(port, path, admin_token(self.home), body)

    def _await_end(self, pid: int = 0) -> bool:
        deadline = time.monotonic() + STOP_LIMIT
        while is_served(self.home):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        is_alive(pid)  # collects it, if it was a child of ours
        return True

    def _log_tail(self) -> str:
        try:
            return self.log.read_text(encoding="utf-8", errors="replace")[-LOG_TAIL:] or "(empty)"
        except OSError:
            return "(no log)"
