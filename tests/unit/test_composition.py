from collections.abc import Iterator

import pytest

from mlew.adapters.bedrock_model import BedrockModel
from mlew.adapters.function_model import FunctionModel
from mlew.composition import (
    function_gates,
    function_settings,
    function_work,
    model,
    reading_metrics,
    replaying,
)
from mlew.domain.model_capability import ModelCapability
from mlew.services.gates import Gates
from mlew.services.reading_metrics import ReadingMetrics
from mlew.settings import Deployment, FunctionSettings, MockHosting

SETTINGS = FunctionSettings(
    tenant="shop", table="t", bucket="b", model=ModelCapability(id="m", name="Model", pictures=False)
)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in SETTINGS.to_environment().items():
        monkeypatch.setenv(name, value)
    function_settings.cache_clear()
    yield
    function_settings.cache_clear()


def test_the_model_runs_where_its_record_says() -> None:
    assert isinstance(model(SETTINGS), BedrockModel)
    function = SETTINGS.model.model_copy(update={"runtime": "function"})
    assert isinstance(model(SETTINGS.model_copy(update={"model": function})), FunctionModel)


@pytest.mark.usefixtures("environment")
def test_an_invocation_works_with_the_settings_of_its_function() -> None:
    work = function_work(lambda: 90_500)
    assert function_settings() == SETTINGS
    assert work.remaining_seconds() == 90.5
    assert work.capability == SETTINGS.model
    assert work.clock.now().utcoffset() is not None
    assert isinstance(function_gates(work), Gates)


def test_numbers_are_where_mocks_are_hosted_and_a_replay_where_there_is_an_archive() -> None:
    hosting = MockHosting(bucket="b", store_arn="s", domain="d", site_domain="e", metrics_table="m")
    bare = Deployment(
        customer="shop", tenant="shop", region="r", table="t", bucket="b", state_machine="a", model=SETTINGS.model
    )
    hosted = bare.model_copy(update={"mocks": hosting})
    assert (reading_metrics(bare), replaying(bare), replaying(hosted)) == (None, None, None)
    assert isinstance(reading_metrics(hosted), ReadingMetrics)
    assert replaying(hosted.model_copy(update={"archive": "kept"})) is not None
