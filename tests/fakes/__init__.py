"""Stand-ins for what lies outside. They pass the same contract tests as the adapters."""

from tests.fakes.answers import InMemoryAnswerStore
from tests.fakes.artifacts import InMemoryArtifactStore
from tests.fakes.clock import FakeClock
from tests.fakes.drafts import InMemoryDraftStore
from tests.fakes.executions import InMemoryExecutions
from tests.fakes.gates import InMemoryGateStore
from tests.fakes.genu import InMemoryGenuStore
from tests.fakes.hosting import FakeHosting
from tests.fakes.inputs import InMemoryInputStore
from tests.fakes.ledger import InMemoryLedger
from tests.fakes.mocks import InMemoryMockStore
from tests.fakes.model import ScriptedModel
from tests.fakes.progress import InMemoryProgressLog
from tests.fakes.stores import in_memory_stores
from tests.fakes.workshops import InMemoryWorkshopStore

__all__ = [
    "FakeClock",
    "FakeHosting",
    "InMemoryAnswerStore",
    "InMemoryArtifactStore",
    "InMemoryDraftStore",
    "InMemoryExecutions",
    "InMemoryGateStore",
    "InMemoryGenuStore",
    "InMemoryInputStore",
    "InMemoryLedger",
    "InMemoryMockStore",
    "InMemoryProgressLog",
    "InMemoryWorkshopStore",
    "ScriptedModel",
    "in_memory_stores",
]
