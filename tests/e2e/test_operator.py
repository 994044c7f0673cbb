"""A person with the operator's policy and nothing else, at the command line, as in an account."""

from pathlib import Path

import pytest

from infra.embedded.endpoint import EmbeddedSession
from tests.e2e.role import refused
from tests.e2e.standing import Standing
from tests.folders import UNSEEN_EN

pytestmark = pytest.mark.embedded

POLICY = "arn:aws:iam::000000000000:policy/mlew-local-operator"


@pytest.fixture(scope="module")
def key(standing: Standing) -> dict[str, str]:
    """An access key of a user who has the operator's policy."""
    iam = standing.endpoint_session.client("iam")
    iam.create_user(UserName="operator")
    iam.attach_user_policy(UserName="operator", PolicyArn=POLICY)
    made: dict[str, str] = iam.create_access_key(UserName="operator")["AccessKey"]
    return made


@pytest.fixture(scope="module")
def operator(standing: Standing, key: dict[str, str]) -> EmbeddedSession:
    return standing.emulator.endpoint().session(access_key=key["AccessKeyId"], secret=key["SecretAccessKey"])


@pytest.fixture(scope="module")
def profile(standing: Standing, key: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Environment in which the profile `operator` reaches this emulator; the home folder holds no emulator."""
    folder: Path = tmp_path_factory.mktemp("aws")
    config = folder / "config"
    config.write_text(
        "[profile operator]\n"
        f"region = {standing.deployment.region}\n"
        f"endpoint_url = {standing.emulator.endpoint().url}\n"
        f"aws_access_key_id = {key['AccessKeyId']}\n"
        f"aws_secret_access_key = {key['SecretAccessKey']}\n",
        encoding="utf-8",
    )
    return {
        "AWS_CONFIG_FILE": str(config),
        "AWS_SHARED_CREDENTIALS_FILE": str(folder / "none"),
        "MLEW_HOME": str(folder),
    }


def test_a_workshop_is_run_and_read_with_the_operators_policy(standing: Standing, profile: dict[str, str]) -> None:
    there = ("--profile", "operator", "--stack", "local")
    ran = standing.run("run", str(UNSEEN_EN), "--gates", "auto", "--json", *there, **profile)
    assert ran.code == 0, ran
    workshop = ran.data["workshop"]["id"] if isinstance(ran.data["workshop"], dict) else ran.data["workshop"]
    of_it = ("-w", workshop)
    for command in (
        ("status", workshop),
        ("show", "journey", *of_it),
        ("list",),
        ("mocks", "links", *of_it),
        ("mocks", "passcode", "set", "--pair", "a", *of_it),
        ("mocks", "publish", "--pair", "a", *of_it),
        ("mocks", "destroy", "--all", "--yes", *of_it),
    ):
        answer = standing.run(*command, "--json", *there, **profile)
        assert answer.code == 0, answer


def test_the_policy_ends_at_the_tenant_and_the_state_machine(standing: Standing, operator: EmbeddedSession) -> None:
    s3, found = operator.client("s3"), standing.deployment
    assert not refused(lambda: s3.get_object(Bucket=found.bucket, Key="local/none/artifacts/x"))
    assert refused(lambda: s3.get_object(Bucket=found.bucket, Key="another/none/artifacts/x"))
    assert refused(lambda: s3.list_objects_v2(Bucket=found.bucket, Prefix="another/"))
    assert refused(lambda: s3.delete_object(Bucket=found.bucket, Key="local/none/artifacts/x"))
    assert refused(lambda: operator.client("lambda").invoke(FunctionName="mlew-local-PlanNext", Payload=b"{}"))
    assert refused(lambda: operator.client("dynamodb").scan(TableName=found.table))
    assert refused(lambda: operator.client("iam").list_users())
    assert refused(lambda: operator.client("ssm").get_parameter(Name="/mlew/other/deployment"))
