"""Pushing with a real sign-in: a user pool of the embedded AWS, GenU's routes on this machine."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.embedded.endpoint import Endpoint
from mlew.adapters.clock import SystemClock
from mlew.adapters.cognito_sign_in import sign_in
from mlew.errors import SetupError
from tests.fakes.genu_server import GenuServer, genu_server
from tests.unit.cli.terminal import Terminal
from tests.unit.usecases.genu.lint.cases import source

USER = "maki@example.com"
PASSWORD = "Workshop-1!だよ"

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def cognito(embedded_aws: Endpoint) -> Any:
    return embedded_aws.session().client("cognito-idp")


@pytest.fixture(scope="module")
def pool(cognito: Any) -> str:
    """As GenU makes it: the e-mail address is the name; one user has a password, another never signed in."""
    made = cognito.create_user_pool(
        PoolName="genu-push", UsernameAttributes=["email"], AutoVerifiedAttributes=["email"]
    )
    pool: str = made["UserPool"]["Id"]
    cognito.admin_create_user(UserPoolId=pool, Username=USER, UserAttributes=[{"Name": "email", "Value": USER}])
    cognito.admin_set_user_password(UserPoolId=pool, Username=USER, Password=PASSWORD, Permanent=True)
    cognito.admin_create_user(UserPoolId=pool, Username="new@example.com", TemporaryPassword=PASSWORD)
    return pool


@pytest.fixture(scope="module")
def client_id(cognito: Any, pool: str) -> str:
    """Without sign-in by plain password, as GenU's client."""
    flows = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
    made = cognito.create_user_pool_client(UserPoolId=pool, ClientName="client", ExplicitAuthFlows=flows)
    found: str = made["UserPoolClient"]["ClientId"]
    return found


@pytest.fixture
def server(pool: str, client_id: str) -> Iterator[GenuServer]:
    """Takes ID tokens of this client, as API Gateway's authorizer does."""

    def user_of(token: str) -> str | None:
        part = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        good = claims["aud"] == client_id and claims["token_use"] == "id" and claims["iss"].endswith(pool)
        return str(claims["cognito:username"]) if good else None

    with genu_server(user_of=user_of, user_pool=pool, client_id=client_id) as running:
        yield running


@pytest.fixture
def reachable(monkeypatch: pytest.MonkeyPatch, embedded_aws: Endpoint) -> None:
    """What the AWS SDK is told by its environment. No credentials: signing in needs none."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", embedded_aws.url)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.mark.usefixtures("reachable")
def test_from_password_to_use_case(tmp_path: Path, server: GenuServer) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(source(title="聞き取り").raw)
    mlew = Terminal(tmp_path / "home")
    mlew.clock = SystemClock()  # type: ignore[assignment]  # the pool compares the time of the proof with its own
    mlew.types = [PASSWORD]

    said = mlew("usecases", "push", str(file), "--genu-url", server.url, "--user", USER, "--share", "--json")

    assert said.code == 0, said.err
    assert said.data["counts"]["created"] == 1
    assert [(item["title"], item["isShared"]) for item in server.items] == [("聞き取り", True)]
    assert PASSWORD not in said.out + said.err


@pytest.mark.usefixtures("reachable")
@pytest.mark.parametrize(
    ("user", "password", "says"),
    [
        (USER, "wrong", "user name and password"),
        ("nobody@example.com", PASSWORD, "user name and password"),
        ("new@example.com", PASSWORD, "password of your own"),
    ],
)
def test_who_does_not_get_in_is_told_why(pool: str, client_id: str, user: str, password: str, says: str) -> None:
    with pytest.raises(SetupError) as caught:
        sign_in(user, password, pool=pool, client_id=client_id, now=SystemClock().now())

    assert says in caught.value.hint


@pytest.mark.usefixtures("reachable")
def test_an_installation_without_sign_in_by_password(cognito: Any, pool: str) -> None:
    made = cognito.create_user_pool_client(
        UserPoolId=pool, ClientName="saml", ExplicitAuthFlows=["ALLOW_REFRESH_TOKEN_AUTH"]
    )

    with pytest.raises(SetupError) as caught:
        sign_in(USER, PASSWORD, pool=pool, client_id=made["UserPoolClient"]["ClientId"], now=SystemClock().now())

    assert "--token-stdin" in caught.value.hint


@pytest.mark.usefixtures("reachable")
def test_a_client_that_is_not_there(pool: str) -> None:
    with pytest.raises(SetupError) as caught:
        sign_in(USER, PASSWORD, pool=pool, client_id="none", now=SystemClock().now())

    assert "--client-id" in caught.value.hint
