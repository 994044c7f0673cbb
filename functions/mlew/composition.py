"""The composition root: ports of the services, filled with adapters."""

import math
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from mlew.adapters.answer_store import DynamoAnswerStore
from mlew.adapters.artifact_store import DynamoArtifactStore
from mlew.adapters.bucket import Bucket
from mlew.adapters.clients import Clients, process_clients
from mlew.adapters.clock import SystemClock
from mlew.adapters.draft_store import DynamoDraftStore
from mlew.adapters.executions import StepFunctionsExecutions
from mlew.adapters.gate_store import DynamoGateStore
from mlew.adapters.genu_store import DynamoGenuStore
from mlew.adapters.input_store import DynamoInputStore
from mlew.adapters.later_model import LaterModel
from mlew.adapters.ledger import DynamoLedger
from mlew.adapters.mock_store import DynamoMockStore
from mlew.adapters.picture_store import S3PictureStore
from mlew.adapters.progress_log import DynamoProgressLog
from mlew.adapters.table import Table
from mlew.adapters.workshop_store import DynamoWorkshopStore
from mlew.domain.mock_address import MockAddresses
from mlew.errors import SetupError
from mlew.ports.clock import Clock
from mlew.ports.executions import Executions
from mlew.ports.model import ModelPort
from mlew.ports.picture_model import PictureModel
from mlew.ports.site_host import SiteHost
from mlew.ports.site_visitor import SiteVisitor
from mlew.ports.unlock_store import UnlockStore
from mlew.services.mocks.hosting import Hosting
from mlew.services.work import Stores, Work
from mlew.settings import Deployment, FunctionSettings, MockHosting

if TYPE_CHECKING:
    from boto3.session import Session

    from mlew.services.gates import Gates
    from mlew.services.reading_metrics import ReadingMetrics
    from mlew.services.replaying import Replayed


def stores(tenant: str, table: str, bucket: str, session: "Session | None" = None) -> Stores:
    """The stores of one tenant. Without a session: as the process is configured (Lambda)."""
    clients = _clients(session)
    index, bodies = Table(clients, table), Bucket(clients, bucket)
    return Stores(
        workshops=DynamoWorkshopStore(tenant, index),
        artifacts=DynamoArtifactStore(tenant, index, bodies),
        gates=DynamoGateStore(tenant, index),
        drafts=DynamoDraftStore(tenant, index, bodies),
        answers=DynamoAnswerStore(tenant, index, bodies),
        ledger=DynamoLedger(tenant, index),
        inputs=DynamoInputStore(tenant, index, bodies),
        progress=DynamoProgressLog(tenant, index),
        genu=DynamoGenuStore(tenant, index, bodies),
        mocks=DynamoMockStore(tenant, index),
        pictures=S3PictureStore(tenant, bodies),
    )


def site_host(hosting: MockHosting, session: "Session | None" = None) -> SiteHost:
    """Files and pointers of the published mocks."""
    from mlew.adapters.edge_store import EdgeStore  # noqa: PLC0415 – few functions publish
    from mlew.adapters.site_host import EdgeSiteHost  # noqa: PLC0415

    clients = _clients(session)
    return EdgeSiteHost(clients, hosting.bucket, EdgeStore(clients, hosting.store_arn))


def unlock_store(tenant: str, hosting: MockHosting, session: "Session | None" = None) -> UnlockStore:
    """Passcodes of protected mocks."""
    from mlew.adapters.unlock_store import DynamoUnlockStore  # noqa: PLC0415

    return DynamoUnlockStore(tenant, Table(_clients(session), hosting.metrics_table))


def mock_addresses(hosting: MockHosting, session: "Session | None" = None) -> MockAddresses:
    """Public addresses of the mocks."""
    from mlew.adapters import site_visitor  # noqa: PLC0415

    return site_visitor.mock_addresses(hosting, _clients(session))


def site_visitor() -> SiteVisitor:
    """Fetches the mocks through the edge."""
    from mlew.adapters.site_visitor import HttpSiteVisitor  # noqa: PLC0415

    return HttpSiteVisitor()


def hosting(tenant: str, settings: MockHosting, session: "Session | None" = None) -> Hosting:
    """All that mocks are published with. Saying which version is shown needs the AWS SDK's library in C."""
    from mlew.adapters.random_text import random_text  # noqa: PLC0415 – few functions have to do with mocks
    from mlew.adapters.tracking_keys import DynamoTrackingKeys  # noqa: PLC0415

    return Hosting(
        sites=site_host(settings, session),
        visitor=site_visitor(),
        keys=DynamoTrackingKeys(Table(_clients(session), settings.metrics_table), tenant),
        unlocks=unlock_store(tenant, settings, session),
        addresses=cache(lambda: mock_addresses(settings, session)),
        draw=random_text,
    )


def executions(state_machine: str, session: "Session | None" = None, *, improvement: str = "") -> Executions:
    """Executions of one state machine, named by its ARN; `improvement`: ARN of the improvement edition's."""
    return StepFunctionsExecutions(_clients(session), state_machine, improvement)


def model(settings: FunctionSettings) -> ModelPort:
    """The configured model: Converse at the endpoint, or the rehearsal model as a function."""
    if settings.model.runtime == "function":
        from mlew.adapters.function_model import FunctionModel  # noqa: PLC0415 – only functions that ask load one

        return FunctionModel(process_clients(), settings.model, settings.rehearsal_function)
    from mlew.adapters.bedrock_model import BedrockModel  # noqa: PLC0415 – see above

    return BedrockModel(process_clients(), settings.model)


def picture_model(settings: FunctionSettings) -> PictureModel | None:
    """What draws the first picture of a mock; None if the settings name none."""
    if not settings.picture_model:
        return None
    from mlew.adapters.bedrock_pictures import BedrockPictureModel  # noqa: PLC0415 – one function draws

    return BedrockPictureModel(process_clients(), settings.picture_model)


@cache
def function_settings() -> FunctionSettings:
    """Settings of this Lambda, read and checked once."""
    return FunctionSettings.from_environment()


def function_work(remaining_milliseconds: Callable[[], int]) -> Work:
    """What one invocation works with; `remaining_milliseconds` as the Lambda context gives it."""
    settings = function_settings()
    return Work(
        stores=stores(settings.tenant, settings.table, settings.bucket),
        model=LaterModel(lambda: model(settings)),
        capability=settings.model,
        clock=SystemClock(),
        remaining_seconds=lambda: remaining_milliseconds() / 1000,
        hosting=hosting(settings.tenant, settings.mocks) if settings.mocks else None,
        picture_model=picture_model(settings),
    )


def operator_work(deployment: Deployment, kept: Stores, clock: Clock, session: "Session | None" = None) -> Work:
    """What the command line works with: it has the time that it takes, and asks no model by itself."""
    return Work(
        stores=kept,
        model=LaterModel(_no_model),
        capability=deployment.model,
        clock=clock,
        remaining_seconds=lambda: math.inf,
        hosting=hosting(deployment.tenant, deployment.mocks, session) if deployment.mocks else None,
    )


def reading_metrics(deployment: Deployment, session: "Session | None" = None) -> "ReadingMetrics | None":
    """The numbers of a deployment; None if it measures nothing."""
    if deployment.mocks is None:
        return None
    from mlew.adapters.metrics_reader import DynamoMetricsReader  # noqa: PLC0415 – no function reads them
    from mlew.services.reading_metrics import ReadingMetrics  # noqa: PLC0415

    table = Table(_clients(session), deployment.mocks.metrics_table)
    return ReadingMetrics(DynamoMetricsReader(table, deployment.tenant))


def replaying(deployment: Deployment, session: "Session | None" = None) -> "Callable[[str, str], Replayed] | None":
    """Counts a mock's archived requests again, given its id and a name for this try; None without an archive."""
    if deployment.mocks is None or not deployment.archive:
        return None
    from mlew.adapters.event_archive import S3EventArchive  # noqa: PLC0415 – the command line alone does this
    from mlew.adapters.tracking_keys import DynamoTrackingKeys  # noqa: PLC0415
    from mlew.adapters.visit_store import DynamoVisitStore  # noqa: PLC0415
    from mlew.services.replaying import replay  # noqa: PLC0415

    clients = _clients(session)
    table = Table(clients, deployment.mocks.metrics_table)
    return partial(
        replay,
        store=DynamoVisitStore(table, deployment.tenant),
        tracking=DynamoTrackingKeys(table, deployment.tenant),
        archive=S3EventArchive(Bucket(clients, deployment.archive), deployment.tenant),
    )


def _no_model() -> ModelPort:
    raise SetupError.told("model.functions-only")


def function_gates(work: Work) -> "Gates":
    """Gates inside a Lambda, which wakes executions and starts none."""
    from mlew.services.gates import Gates  # noqa: PLC0415 – two functions have to do with gates

    return Gates(work.stores, executions(state_machine=""), work.clock)


def _clients(session: "Session | None") -> Clients:
    return Clients(session) if session is not None else process_clients()
