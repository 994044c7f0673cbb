"""What a watcher sees while a workshop runs."""

from datetime import datetime
from typing import Literal

from mlew.domain.base import Model
from mlew.domain.workshop import Phase

ProgressKind = Literal[
    "started", "repaired", "retried", "finished", "failed", "gate_opened", "gate_decided", "edited", "note"
]


class Progress(Model):
    """One line. `step` and `scope` say what it is about; `detail` is shown, in English and free of content."""

    at: datetime
    kind: ProgressKind
    phase: Phase
    step: str = ""
    scope: str = ""
    detail: str = ""
