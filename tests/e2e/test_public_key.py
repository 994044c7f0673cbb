"""The key that stands in every page: whoever has it can add events to that mock, and nothing else."""

import http.client
import json
from collections.abc import Iterator
from random import Random
from urllib.parse import urlsplit

import pytest

from bench.visitors.opened import Opened, opened
from mlew.composition import hosting, reading_metrics
from mlew.services.mocks.hosting import Hosting, hosted
from tests.e2e.eventually import eventually
from tests.e2e.standing import Standing
from tests.folders import UNSEEN_EN

pytestmark = pytest.mark.embedded

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
EVENTS = "/v1/events"
GUESSES = ("/v1", "/v1/summary", "/v1/metrics", "/v1/sessions", "/v1/voices", "/v1/export", "/v1/unlock", "/v2/events")
ODD = ("//v1/events", "/v1/events/", "/v1/events/../metrics", "/v1/events/%2e%2e/%2e%2e/sites", "/sites/", "/", "/m/")


@pytest.fixture
def ports(standing: Standing) -> Hosting:
    deployment = standing.deployment
    assert deployment.mocks is not None
    return hosted(hosting(deployment.tenant, deployment.mocks, standing.endpoint_session))


def ask(origin: str, method: str, path: str, key: str, body: object) -> tuple[int, dict[str, str], bytes]:
    """With the key wherever a service might look for one. Names below localhost are this machine."""
    place = urlsplit(origin)
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=60)
    headers = {
        "Host": place.netloc,
        "User-Agent": "Mozilla/5.0",
        "Content-Type": "application/json",
        "X-Api-Key": key,
        "Authorization": f"Bearer {key}",
        "Cookie": f"key={key}",
        "Origin": "https://canteen.example.com",
    }
    try:
        connection.request(method, f"{path}?key={key}&apiKey={key}", json.dumps(body).encode(), headers)
        answer = connection.getresponse()
        return answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def api_hosts(standing: Standing) -> Iterator[str]:
    """The API without CloudFront before it."""
    apis = standing.endpoint_session.client("apigatewayv2")
    port = urlsplit(standing.emulator.endpoint().url).port
    for api in apis.get_apis()["Items"]:
        if api["Name"].startswith("mlew-local-"):
            yield f"http://{api['ApiId']}.execute-api.localhost:{port}"


def event(place: Opened, other: Opened, number: int) -> dict[str, object]:
    """Of one session; it claims to be for another mock as well as it can."""
    claimed = {"mock": other.mock.id, "tenant": "another", "applicationId": other.mock.id, "c": other.links[0].code}
    return {**claimed, "v": 1, "k": place.mock.key, "s": "s" * 16, "t": 1, "e": [{"n": number, "t": 1, "y": "view"}]}


def test_a_key_adds_events_to_its_mock_and_does_nothing_else_on_any_route(standing: Standing, ports: Hosting) -> None:
    numbers = reading_metrics(standing.deployment, standing.endpoint_session)
    assert numbers is not None
    random = Random(30)
    place, other = opened(ports.keys, random), opened(ports.keys, random)
    addresses = ports.addresses()
    origins = (addresses.ours, addresses.sites, *api_hosts(standing))
    assert len(origins) == 3
    taken = tried = 0
    for origin in origins:
        for path in (EVENTS, *GUESSES, *ODD, f"/m/{place.mock.id}/", f"/m/{other.mock.id}{EVENTS}"):
            for method in METHODS:
                tried += 1
                status, headers, body = ask(origin, method, path, place.mock.key, event(place, other, tried))
                seen = (origin, method, path, status, body)
                if status == 202:
                    assert method == "POST" and path.strip("/").endswith("v1/events"), seen
                    assert json.loads(body) == {"accepted": 1, "refused": []}, seen
                    taken += 1
                elif status == 204:
                    assert (method, body) == ("OPTIONS", b""), seen
                    assert headers["access-control-allow-methods"] == "POST", seen
                else:
                    assert status >= 300, seen
                    assert other.mock.id.encode() not in body, seen
    assert taken >= len(origins)
    eventually(lambda: numbers.summary(place.mock).total.events == taken, within=120)
    mine = numbers.summary(place.mock)
    assert [one.population for one in mine.populations] == ["open"], "a link of another mock means nothing here"
    assert numbers.summary(other.mock).total.events == 0


def test_the_api_has_no_route_that_reads(standing: Standing) -> None:
    apis = standing.endpoint_session.client("apigatewayv2")
    (api,) = (one for one in apis.get_apis()["Items"] if one["Name"].startswith("mlew-local-"))
    routes = {one["RouteKey"] for one in apis.get_routes(ApiId=api["ApiId"])["Items"]}
    assert routes == {"POST /v1/events", "POST /v1/unlock", "POST /{proxy+}"}


def test_the_key_of_a_destroyed_mock_is_refused(standing: Standing, ports: Hosting) -> None:
    """What remembers keys for a minute has a clock in tests/unit; here it is killed instead of waited for."""
    workshop = standing.start(UNSEEN_EN, gates="review")
    place, other = opened(ports.keys, Random(31), workshop.id), opened(ports.keys, Random(32))
    standing.stores.mocks.create(place.mock)
    origin = ports.addresses().ours

    def status(of: Opened) -> int:
        return ask(origin, "POST", EVENTS, of.mock.key, {**event(of, other, 1), "k": of.mock.key})[0]

    eventually(lambda: status(place) == 202, within=60)
    assert standing.cli("mocks", "destroy", "-w", workshop.id, "--all", "--yes").code == 0
    standing.kill_functions("TakeEvents")
    eventually(lambda: status(place) == 401, within=60)
    assert status(other) == 202
