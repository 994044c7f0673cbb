"""Mocks of a workshop on the deployed stacks, as their visitors get them: through the edge, IAM enforced."""

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import pytest

from mlew.composition import hosting
from mlew.domain.mock import Mock
from mlew.domain.site import site_version
from mlew.services.mocks.hosting import Hosting
from mlew.services.mocks.references import references
from mlew.services.mocks.rendering import rendered
from tests.e2e.eventually import eventually
from tests.e2e.standing import Standing
from tests.folders import UNSEEN_EN

pytestmark = pytest.mark.embedded


class Visitor:
    """A browser's requests. Names below localhost are this machine."""

    def __init__(self) -> None:
        self.cookie = ""

    def get(self, url: str) -> tuple[int, dict[str, str], bytes]:
        return self._ask("GET", url)

    def post(self, url: str, body: object, *, media: str = "text/plain") -> tuple[int, dict[str, str], bytes]:
        return self._ask("POST", url, json.dumps(body).encode(), {"Content-Type": media})

    def _ask(
        self, method: str, url: str, body: bytes | None = None, more: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(url)
        connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=120)
        headers = {"Host": parts.netloc, "User-Agent": "Mozilla/5.0", "Cookie": self.cookie, **(more or {})}
        connection.request(method, f"{parts.path}?{parts.query}", body=body, headers=headers)
        answer = connection.getresponse()
        found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        connection.close()
        return found


@pytest.fixture(scope="module")
def workshop(standing: Standing) -> str:
    answer = standing.run("run", "--gates", "auto", "--json", str(UNSEEN_EN))
    assert answer.code == 0, answer
    found: str = answer.data["workshop"]["id"]
    return found


@pytest.fixture
def ports(standing: Standing) -> Hosting:
    deployment = standing.deployment
    assert deployment.mocks is not None
    return hosting(deployment.tenant, deployment.mocks, standing.endpoint_session)


def mocks(standing: Standing, workshop: str) -> dict[str, Mock]:
    return {mock.pair: mock for mock in standing.stores.mocks.list(workshop)}


def addresses(standing: Standing, workshop: str) -> dict[str, str]:
    listed = standing.cli("mocks", "list", "-w", workshop, "--json").data["mocks"]
    return {mock["pair"]: mock["address"] for mock in listed}


def walk(visitor: Visitor, start: str) -> dict[str, bytes]:
    """Every address that can be reached from the start page by links and what pages load, with what is there."""
    found: dict[str, bytes] = {}
    left = [start]
    while left:
        url = left.pop()
        status, headers, body = visitor.get(url)
        assert status == 200, (url, status)
        found[url] = body
        left += [one for one in references(url, headers["content-type"], body) if one not in found and one not in left]
    return found


@contextmanager
def protected(standing: Standing, workshop: str, pair: str) -> Iterator[str]:
    chosen = ("-w", workshop, "--pair", pair)
    try:
        yield standing.cli("mocks", "passcode", "set", *chosen, "--json").data["passcode"]
    finally:
        assert standing.cli("mocks", "passcode", "clear", *chosen).code == 0


def answers(url: str, status: int) -> bool:
    return Visitor().get(url)[0] == status


def test_every_pair_has_a_mock_that_can_be_walked_through(standing: Standing, workshop: str) -> None:
    found = addresses(standing, workshop)
    made = mocks(standing, workshop)
    assert set(found) == set(made) == {"a", "b"}
    for pair, start in found.items():
        mock = made[pair]
        assert (mock.state, mock.failure) == ("live", "")
        assert mock.version == mock.proven
        spec = standing.stores.artifacts.latest(workshop, "mock_spec", pair)
        assert spec is not None
        files = rendered(mock, spec, {})
        assert site_version(files) == mock.version
        assert len(walk(Visitor(), start)) == len(files), "every file can be reached, and nothing else"


def test_the_run_ends_with_the_addresses(standing: Standing, workshop: str) -> None:
    shown = standing.cli("status", workshop)
    assert all(address in shown.out for address in addresses(standing, workshop).values())


def test_events_of_a_page_are_let_in_with_its_key(standing: Standing, workshop: str, ports: Hosting) -> None:
    mock = mocks(standing, workshop)["a"]
    links = standing.cli("mocks", "links", "-w", workshop, "--pair", "a", "--json").data["links"]
    code = urlsplit(links[0]["address"]).query.removeprefix("t=")
    start = addresses(standing, workshop)["a"]
    event = {"n": 1, "t": 1, "y": "view", "x": "", "u": ""}
    sent = {"v": 1, "k": mock.key, "s": "s" * 16, "c": code, "t": 1, "e": [event]}

    def accepted() -> bool:
        status, _, body = Visitor().post(f"{start.partition('/m/')[0]}/v1/events", sent)
        return status == 202 and json.loads(body)["accepted"] == 1

    eventually(accepted, within=60)
    tracked = ports.keys.some_links(mock.id, [code]).get(code)
    assert tracked is not None
    assert (tracked.population, tracked.personal) == ("internal", False)


def test_a_passcode_opens_a_mock_for_those_who_have_it(standing: Standing, workshop: str) -> None:
    start = addresses(standing, workshop)["b"]
    mock = mocks(standing, workshop)["b"]
    visitor = Visitor()
    with protected(standing, workshop, "b") as passcode:
        eventually(lambda: visitor.get(start)[0] != 200, within=60)
        unlock = f"{start.partition('/m/')[0]}/v1/unlock"
        wrong, right = ({"mock": mock.id, "passcode": typed} for typed in ("wrong-wrong", passcode))
        assert visitor.post(unlock, wrong, media="application/json")[0] == 403
        status, headers, _ = visitor.post(unlock, right, media="application/json")
        assert status < 300, status
        cookie = SimpleCookie(headers["set-cookie"])
        visitor.cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in cookie.items())
        assert visitor.get(start)[0] == 200
    eventually(partial(answers, start, 200), within=60)


def test_an_edited_spec_is_published_at_the_same_address(standing: Standing, workshop: str) -> None:
    start = addresses(standing, workshop)["b"]
    name = ("mock_spec/b", "-w", workshop)
    text = standing.cli("show", *name).out
    headline = standing.stores.artifacts.latest(workshop, "mock_spec", "b").body.landing.headline  # type: ignore[union-attr]
    assert headline in text
    file = standing.home / "mock.md"
    file.write_text(text.replace(headline, "Bikes that mend themselves"), encoding="utf-8")
    assert standing.cli("review", "edit", *name, "--file", str(file), "--yes").code == 0

    before = mocks(standing, workshop)["b"]
    answer = standing.cli("mocks", "publish", "-w", workshop, "--pair", "b", "--json")

    assert answer.code == 0, answer
    after = mocks(standing, workshop)["b"]
    assert (after.id, after.key) == (before.id, before.key)
    assert after.version == after.proven != before.version
    assert b"Bikes that mend themselves" in Visitor().get(start)[2]


def test_what_is_destroyed_is_gone_and_takes_no_events(standing: Standing, workshop: str, ports: Hosting) -> None:
    """Last: the others need what it takes away."""
    found = addresses(standing, workshop)
    made = mocks(standing, workshop)

    assert standing.cli("mocks", "destroy", "-w", workshop, "--all", "--yes").code == 0

    for pair, start in found.items():
        eventually(partial(answers, start, 410), within=60)
        assert ports.keys.mock_of(made[pair].key) is None
        assert ports.keys.about(made[pair].id) is not None
        assert mocks(standing, workshop)[pair].state == "destroyed"
