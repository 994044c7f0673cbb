"""Everything a phase works with, put together once per invocation."""

from collections.abc import Callable
from dataclasses import dataclass

from mlew.domain.model_capability import ModelCapability
from mlew.domain.progress import Progress, ProgressKind
from mlew.domain.workshop import Phase, Workshop
from mlew.ports.answer_store import AnswerStore
from mlew.ports.artifact_store import ArtifactStore
from mlew.ports.clock import Clock
from mlew.ports.draft_store import DraftStore
from mlew.ports.gate_store import GateStore
from mlew.ports.genu_store import GenuStore
from mlew.ports.input_store import InputStore
from mlew.ports.ledger import Ledger
from mlew.ports.mock_store import MockStore
from mlew.ports.model import ModelPort
from mlew.ports.picture_model import PictureModel
from mlew.ports.picture_store import PictureStore
from mlew.ports.progress_log import ProgressLog
from mlew.ports.workshop_store import WorkshopStore
from mlew.services.mocks.hosting import Hosting


@dataclass(frozen=True)
class Stores:
    """The stores of one tenant."""

    workshops: WorkshopStore
    artifacts: ArtifactStore
    gates: GateStore
    drafts: DraftStore
    answers: AnswerStore
    ledger: Ledger
    inputs: InputStore
    progress: ProgressLog
    genu: GenuStore
    mocks: MockStore
    pictures: PictureStore


@dataclass(frozen=True)
class Work:
    """`capability`: of the configured model; `remaining_seconds`: until the Lambda is stopped.

    `hosting`: where mocks are put; None if this deployment hosts none. `picture_model`: draws the first picture of a
    mock; None if the settings name none.
    """

    stores: Stores
    model: ModelPort
    capability: ModelCapability
    clock: Clock
    remaining_seconds: Callable[[], float]
    hosting: Hosting | None = None
    picture_model: PictureModel | None = None

    def note(
        self, workshop: Workshop, kind: ProgressKind, phase: Phase, *, step: str = "", scope: str = "", detail: str = ""
    ) -> None:
        """Add a line for those who watch."""
        line = Progress(at=self.clock.now(), kind=kind, phase=phase, step=step, scope=scope, detail=detail)
        self.stores.progress.add(workshop.id, line)
