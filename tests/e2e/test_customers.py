"""Two customers, each with stacks of their own, side by side in one account."""

import json

import pytest

from infra.deployment.deploy import deploy
from infra.environments import CUSTOMERS
from infra.synth import synthesise
from mlew.adapters.deployment import read_deployment
from mlew.cli.embedded.parts import asset_cache
from mlew.composition import stores
from mlew.errors import NotFound
from mlew.services.work import Stores
from mlew.settings import Deployment
from tests.e2e.eventually import eventually
from tests.e2e.role import Role
from tests.e2e.standing import Standing
from tests.folders import UNSEEN_EN

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def second(standing: Standing, tmp_path_factory: pytest.TempPathFactory) -> Deployment:
    """Made from a settings file of its own, with another tenant."""
    folder = tmp_path_factory.mktemp("customers")
    settings = (CUSTOMERS / "local.toml").read_text(encoding="utf-8")
    settings = settings.replace('customer = "local"', 'customer = "second"').replace('tenant = "local"', 'tenant = "b"')
    (folder / "second.toml").write_text(settings, encoding="utf-8")
    assembly = synthesise("second", folder / "cdk.out", customers=folder)
    deploy(assembly, standing.endpoint_session, cache=asset_cache(standing.home), bootstrap=True)
    return read_deployment("second", standing.endpoint_session)


def stores_of(deployment: Deployment, standing: Standing) -> Stores:
    return stores(deployment.tenant, deployment.table, deployment.bucket, standing.endpoint_session)


def test_nothing_is_shared(standing: Standing, second: Deployment) -> None:
    first = standing.deployment

    assert (first.customer, second.customer) == ("local", "second")
    for name in ("tenant", "table", "bucket", "state_machine"):
        assert getattr(first, name) != getattr(second, name)


def test_each_customer_sees_its_own_workshops_only(standing: Standing, second: Deployment) -> None:
    ours = standing.start(UNSEEN_EN, gates="review")
    theirs = standing.start(UNSEEN_EN, gates="review", deployment=second)

    eventually(lambda: stores_of(second, standing).gates.latest(theirs.id, "day0"), within=300)

    listed = standing.cli("list", "--json", "--limit", "500")
    assert theirs.id not in {w["id"] for w in listed.data["workshops"]}
    assert standing.cli("status", theirs.id, "--json").code == NotFound.exit_code
    with pytest.raises(NotFound):
        stores_of(second, standing).workshops.get(ours.id)


def test_the_functions_of_one_customer_cannot_reach_the_other(standing: Standing, second: Deployment) -> None:
    answer = standing.endpoint_session.client("lambda").invoke(
        FunctionName="mlew-second-PlanNext", Payload=json.dumps({"workshop": "w-none"})
    )
    configured = standing.endpoint_session.client("lambda").get_function_configuration(
        FunctionName="mlew-second-RunListen"
    )
    role = Role(standing, configured["Role"])

    assert json.loads(answer["Payload"].read())["errorType"] == "NotFound"
    assert role.looks_up(second.table)
    assert role.reads("b/none/inputs/x", second.bucket)
    assert not role.looks_up(standing.deployment.table)
    assert not role.reads("local/none/inputs/x", standing.deployment.bucket)
    assert not role.invokes("mlew-local-RunListen")
