"""Environments that run the same code share one unpacked copy of it.

Why: the emulator unpacks the code anew for every environment and never removes it: some thousand files, which
take longer than Python's own start, and a gigabyte after an hour of tests. In AWS, too, no function can write there.
"""

import hashlib
import tempfile
import threading
import zipfile
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import ministack.core.lambda_runtime as runtime

from . import Settings

_unpacking: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


def apply(_settings: Settings) -> None:
    runtime.zipfile = SimpleNamespace(**{**vars(zipfile), "ZipFile": SharedArchive})


class SharedArchive(zipfile.ZipFile):
    """Extracts to a link that leads to the one copy. A folder that holds something already is filled as usual."""

    def extractall(self, path: Any = None, *args: Any, **named: Any) -> None:
        """See ZipFile. `path` is an empty folder: it becomes the link."""
        if path is None or self.filename is None or any(Path(path).iterdir()):
            super().extractall(path, *args, **named)
            return
        copy = self._copy(Path(self.filename))
        Path(path).rmdir()
        Path(path).symlink_to(copy, target_is_directory=True)

    def _copy(self, archive: Path) -> Path:
        name = hashlib.sha256(archive.read_bytes()).hexdigest()
        copy = Path(tempfile.gettempdir()) / "code" / name
        with _unpacking[name]:
            if not copy.exists():
                copy.parent.mkdir(exist_ok=True)
                unfinished = Path(tempfile.mkdtemp(dir=copy.parent))
                super().extractall(unfinished)
                unfinished.replace(copy)
        return copy
