from mlew.services.work import Stores
from tests.fakes.answers import InMemoryAnswerStore
from tests.fakes.artifacts import InMemoryArtifactStore
from tests.fakes.drafts import InMemoryDraftStore
from tests.fakes.gates import InMemoryGateStore
from tests.fakes.genu import InMemoryGenuStore
from tests.fakes.inputs import InMemoryInputStore
from tests.fakes.ledger import InMemoryLedger
from tests.fakes.mocks import InMemoryMockStore
from tests.fakes.pictures import InMemoryPictureStore
from tests.fakes.progress import InMemoryProgressLog
from tests.fakes.workshops import InMemoryWorkshopStore


def in_memory_stores(tenant: str = "local") -> Stores:
    return Stores(
        workshops=InMemoryWorkshopStore(tenant),
        artifacts=InMemoryArtifactStore(),
        gates=InMemoryGateStore(),
        drafts=InMemoryDraftStore(),
        answers=InMemoryAnswerStore(),
        ledger=InMemoryLedger(),
        inputs=InMemoryInputStore(),
        progress=InMemoryProgressLog(),
        genu=InMemoryGenuStore(),
        mocks=InMemoryMockStore(),
        pictures=InMemoryPictureStore(),
    )
