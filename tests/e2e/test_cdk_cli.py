"""The way into an account and out again, tried on the embedded AWS: bootstrap, deploy, destroy."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from infra.deployment.stack import Stack
from infra.deployment.target import target_of
from infra.destroy import destroy
from infra.embedded.emulator import Emulator
from infra.embedded.endpoint import Endpoint
from infra.environments import load
from infra.preflight import preflight
from mlew.adapters.deployment import read_deployment
from mlew.errors import SetupError

REPOSITORY = Path(__file__).parents[2]
LOCAL = load("local")
IN_AN_ACCOUNT = LOCAL.model_copy(update={"embedded": False})


@pytest.fixture(scope="module")
def endpoint(emulator_factory: Callable[..., Emulator]) -> Iterator[Endpoint]:
    emulator = emulator_factory()
    yield emulator.start(persist=False)
    emulator.kill()


def cdk(endpoint: Endpoint, *arguments: str, cwd: Path = REPOSITORY) -> str:
    """Run the CDK's command line against this emulator; returns what it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    done = subprocess.run(
        [REPOSITORY / "node_modules" / ".bin" / "cdk", *arguments, "--no-notices"],
        cwd=cwd,
        env={**kept, **endpoint.environment(), "CI": "1", "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_an_account_is_prepared_deployed_to_and_cleared(endpoint: Endpoint, tmp_path: Path) -> None:
    session = endpoint.session()
    with pytest.raises(SetupError, match="not prepared") as raised:
        preflight(IN_AN_ACCOUNT, session)
    assert raised.value.hint.endswith("npx cdk bootstrap aws://000000000000/ap-northeast-1")

    cdk(endpoint, "bootstrap", "aws://000000000000/ap-northeast-1", cwd=tmp_path)  # needs no app
    assert preflight(IN_AN_ACCOUNT, session).endswith(":root")
    cdk(endpoint, "deploy", "--all", "--context", "customer=local", "--require-approval", "never",
        "--output", str(tmp_path / "cdk.out"))  # fmt: skip
    deployment = read_deployment("local", session)
    session.client("s3").put_object(Bucket=deployment.bucket, Key="local/w/artifacts/a.json", Body=b"{}")
    session.client("s3").put_object(Bucket=deployment.bucket, Key="local/w/artifacts/a.json", Body=b"{ }")

    told: list[str] = []
    left = destroy(LOCAL, session, told.append)
    assert "Deleted 2 object versions." in told
    assert not [arn for arn in left if ":kms:" not in arn], "AWS keeps a key for some days, and nothing else"
    for part in ("state", "workshop"):
        assert Stack(target_of(session), LOCAL.name(part)).status() is None


def test_credentials_of_another_account_are_refused(endpoint: Endpoint) -> None:
    other = IN_AN_ACCOUNT.model_copy(update={"account": "111122223333"})
    with pytest.raises(SetupError, match="of account 000000000000, local is deployed to 111122223333"):
        preflight(other, endpoint.session())


def test_the_embedded_aws_is_not_deployed_to_like_an_account(endpoint: Endpoint) -> None:
    with pytest.raises(SetupError, match="embedded AWS"):
        preflight(LOCAL, endpoint.session())
