"""Mocks on the embedded AWS: published, seen through CloudFront as a visitor does, replaced, locked, destroyed."""

import http.client
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from urllib.parse import urlencode, urlsplit

import pytest

from infra.deployment.deploy import deploy
from infra.embedded.endpoint import EmbeddedSession, Endpoint
from infra.synth import synthesise
from mlew.adapters.clients import Clients
from mlew.adapters.deployment import read_deployment
from mlew.adapters.table import Table
from mlew.adapters.tracking_keys import DynamoTrackingKeys
from mlew.composition import mock_addresses, site_host, site_visitor, unlock_store
from mlew.domain.mock import MockOrigin
from mlew.domain.mock_address import MockAddresses
from mlew.domain.passcode import protect
from mlew.domain.site import SiteFile, site_version
from mlew.errors import SetupError
from mlew.ports.site_host import SiteHost
from mlew.ports.site_visitor import Visit
from mlew.ports.tracking import TrackingKeys
from mlew.ports.unlock_store import UnlockStore
from mlew.services.unlocking import TRIES
from mlew.settings import MockHosting
from tests.embedded import EmulatorFactory

pytestmark = pytest.mark.embedded

FORM = "application/x-www-form-urlencoded"
PASSCODE = "k7mqa-9fvxw"


def page(text: str) -> SiteFile:
    return SiteFile(path="index.html", content=text.encode(), media="text/html")


@dataclass(frozen=True)
class Hosted:
    """`post`, `ask`: the path on the host of our mocks; status, headers by lower-case name, body."""

    hosting: MockHosting
    endpoint: Endpoint
    session: EmbeddedSession
    host: SiteHost
    locks: UnlockStore
    keys: TrackingKeys
    addresses: MockAddresses

    def publish(self, mock: str, *files: SiteFile, kind: MockOrigin = "spec", key: str = "") -> str:
        version = site_version(files)
        self.host.put(mock, version, files)
        self.host.point(mock, version, kind=kind, locale="ja", signing_key=key)
        return version

    def visit(self, mock: str, path: str = "", *, kind: MockOrigin = "spec", cookie: str = "") -> Visit:
        return site_visitor().get(self.addresses.of(mock, kind) + path, cookie=cookie)

    def post(self, path: str, body: str, media: str) -> Visit:
        return self.ask("POST", path, body, {"Content-Type": media})

    def ask(self, method: str, path: str, body: str, headers: Mapping[str, str]) -> Visit:
        parts = urlsplit(self.addresses.ours)
        connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=120)
        try:
            connection.request(method, path, body.encode(), {"Host": parts.netloc, **headers})
            answer = connection.getresponse()
            return Visit(answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def hosted(emulator_factory: EmulatorFactory, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    emulator = emulator_factory()
    endpoint = emulator.start(persist=False)
    session = endpoint.session()
    deploy(synthesise(), session, cache=tmp_path_factory.mktemp("cache"), bootstrap=True)
    deployment = read_deployment("local", session)
    hosting = deployment.mocks
    assert hosting is not None
    yield Hosted(
        hosting,
        endpoint,
        session,
        site_host(hosting, session),
        unlock_store(deployment.tenant, hosting, session),
        DynamoTrackingKeys(Table(Clients(session), hosting.metrics_table), deployment.tenant),
        mock_addresses(hosting, session),
    )
    emulator.kill()


def test_a_published_mock_is_seen_with_its_headers(hosted: Hosted) -> None:
    mock = "a1" * 8
    script = SiteFile(path="mock.js", content=b"let x", media="text/javascript")
    hosted.publish(mock, page("<h1>今日は</h1>"), script)
    seen = hosted.visit(mock, "?t=abc234defg")
    assert (seen.status, seen.body.decode()) == (200, "<h1>今日は</h1>")
    assert seen.headers["content-type"] == "text/html; charset=utf-8"
    assert "'unsafe" not in seen.headers["content-security-policy"]
    assert seen.headers["content-security-policy"].startswith("default-src 'none'; ")
    assert seen.headers["x-robots-tag"] == "noindex, nofollow"
    assert seen.headers["x-content-type-options"] == "nosniff"
    assert seen.headers["strict-transport-security"].startswith("max-age=31536000")
    assert hosted.visit(mock, "mock.js").headers["content-type"] == "text/javascript; charset=utf-8"


def test_another_version_is_seen_at_the_next_visit_and_the_first_again(hosted: Hosted) -> None:
    mock = "b2" * 8
    first = hosted.publish(mock, page("one"))
    hosted.publish(mock, page("two"))
    assert hosted.visit(mock).body == b"two"
    hosted.host.point(mock, first, kind="spec", locale="ja")
    assert hosted.visit(mock).body == b"one"


def test_what_is_stored_and_not_pointed_to_is_seen_by_nobody(hosted: Hosted) -> None:
    mock = "c3" * 8
    hosted.host.put(mock, site_version([page("x")]), (page("x"),))
    assert hosted.visit(mock).status == 404
    assert hosted.host.pointer(mock) is None


def test_a_missing_file_gets_a_page_in_both_languages(hosted: Hosted) -> None:
    mock = "d4" * 8
    hosted.publish(mock, page("x"))
    missing = hosted.visit(mock, "nowhere.html")
    assert missing.status == 404
    assert "ページが見つかりません" in missing.body.decode()
    assert "Page not found" in missing.body.decode()


def test_a_destroyed_mock_is_gone_and_its_files_too(hosted: Hosted) -> None:
    mock, other = "e5" * 8, "e6" * 8
    hosted.publish(mock, page("x"), SiteFile(path="a.css", content=b"", media="text/css"))
    hosted.publish(other, page("y"))
    hosted.host.bury(mock, "ja")
    assert hosted.visit(mock).status == 410
    assert hosted.host.remove_files(mock) == 2
    assert hosted.host.remove_files(mock) == 0
    assert hosted.visit(other).body == b"y"


def test_a_site_made_elsewhere_has_a_host_and_a_policy_of_its_own(hosted: Hosted) -> None:
    mock = "f7" * 8
    hosted.publish(mock, page("<script>1</script>"), kind="site")
    seen = hosted.visit(mock, "any/screen", kind="site")
    assert (seen.status, seen.body) == (200, b"<script>1</script>")
    assert "script-src 'self' 'unsafe-inline'" in seen.headers["content-security-policy"]
    assert hosted.visit(mock).status == 404
    assert urlsplit(hosted.addresses.sites).netloc != urlsplit(hosted.addresses.ours).netloc


def test_the_bucket_answers_nobody_but_cloudfront(hosted: Hosted) -> None:
    mock = "a8" * 8
    version = hosted.publish(mock, page("x"))
    parts = urlsplit(hosted.addresses.ours)
    for path in (
        f"/{hosted.hosting.bucket}/sites/{mock}/{version}/index.html",
        f"/{hosted.hosting.bucket}?list-type=2",
    ):
        connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=120)
        connection.request("GET", path)
        assert connection.getresponse().status == 403
        connection.close()


def test_the_right_passcode_opens_a_mock_and_no_other(hosted: Hosted) -> None:
    mock, other = "b9" * 8, "b8" * 8
    for one in (mock, other):
        stored = protect(PASSCODE)
        hosted.locks.put(one, stored)
        hosted.publish(one, page("inside"), key=stored.signing_key)
    assert hosted.visit(mock).status == 403
    wrong = hosted.post("/v1/unlock", urlencode({"mock": mock, "passcode": "zzzzz-zzzzz"}), FORM)
    assert (wrong.status, wrong.headers["location"]) == (303, f"/m/{mock}/?unlock=wrong")
    assert "set-cookie" not in wrong.headers
    typed = {"mock": mock, "passcode": "Ｋ7MQA 9fvxw", "t": "abc234defg"}  # as an input method may leave it
    opened = hosted.post("/v1/unlock", urlencode(typed), FORM)
    assert (opened.status, opened.headers["location"]) == (303, f"/m/{mock}/?t=abc234defg")
    cookie = opened.headers["set-cookie"]
    assert cookie.endswith(f"Path=/m/{mock}/; Max-Age=604800; Secure; HttpOnly; SameSite=Lax")
    assert hosted.visit(mock, cookie=cookie.partition(";")[0]).body == b"inside"
    assert hosted.visit(other, cookie=cookie.partition(";")[0].replace(mock, other)).status == 403


def test_nobody_tries_passcodes_for_ever(hosted: Hosted) -> None:
    mock = "c9" * 8
    hosted.locks.put(mock, protect(PASSCODE))

    def attempt(passcode: str) -> Visit:
        return hosted.post("/v1/unlock", json.dumps({"mock": mock, "passcode": passcode}), "application/json")

    assert [attempt("wrong").status for _ in range(TRIES)] == [403] * TRIES
    refused = attempt(PASSCODE)
    assert refused.status == 429
    assert 0 < int(refused.headers["retry-after"]) <= 600


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"mock": 1}', '{"mock": "../x"}', "x" * 5000])
def test_nonsense_is_refused(hosted: Hosted, body: str) -> None:
    assert hosted.post("/v1/unlock", body, "application/json").status == 400


def test_roles_do_what_they_are_for_and_no_more(hosted: Hosted) -> None:
    mock, site = "d9" * 8, (page("x"),)
    version = site_version(site)
    renders, publishes = (site_host(hosted.hosting, _as_role(hosted, name)) for name in ("RenderMock", "PublishMock"))
    renders.put(mock, version, site)
    with pytest.raises(SetupError):
        renders.point(mock, version, kind="spec", locale="ja")
    with pytest.raises(SetupError):
        publishes.put(mock, version, site)
    publishes.point(mock, version, kind="spec", locale="ja")
    assert hosted.visit(mock).body == b"x"
    with pytest.raises(SetupError):
        renders.remove_files(mock)


def test_whoever_publishes_removes_versions_that_cannot_come_back(hosted: Hosted) -> None:
    mock = "da" * 8
    first, second, third = (hosted.publish(mock, page(text)) for text in ("one", "two", "three"))
    publishes = site_host(hosted.hosting, _as_role(hosted, "PublishMock"))
    later = datetime.now(UTC) + timedelta(hours=2)
    assert publishes.remove_older(mock, keep={third}, now=later) == 1
    assert hosted.visit(mock).body == b"three"
    hosted.host.point(mock, second, kind="spec", locale="ja")
    assert hosted.visit(mock).body == b"two"
    hosted.host.point(mock, first, kind="spec", locale="ja")
    assert hosted.visit(mock).status == 404


def test_trackers_are_given_out_to_pages_of_other_hosts(hosted: Hosted) -> None:
    for name in ("tracker.js", "mlew-tracker.js"):
        seen = site_visitor().get(f"{hosted.addresses.ours}/sdk/{name}?key={'k' * 32}")
        assert seen.status == 200
        assert seen.body == files("mlew.mocks").joinpath("static", name).read_bytes()
        assert seen.headers["cross-origin-resource-policy"] == "cross-origin"
        assert seen.headers["cache-control"] == "public, max-age=3600"
    assert site_visitor().get(f"{hosted.addresses.ours}/sdk/other.js").status == 404


def test_a_page_of_another_host_may_report_what_happens_on_it(hosted: Hosted) -> None:
    key, origin = "k" * 32, {"Origin": "https://trial.example.com"}
    hosted.keys.add_key(key, "db" * 8, "Asia/Tokyo", [])
    sent = {"v": 1, "k": key, "s": "s" * 16, "t": 1, "e": [{"n": 1, "t": 1, "y": "view", "u": "/trial"}]}
    plain = hosted.ask("POST", "/v1/events", json.dumps(sent), {**origin, "Content-Type": "text/plain"})
    assert (plain.status, json.loads(plain.body)) == (202, {"accepted": 1, "refused": []})
    assert plain.headers["access-control-allow-origin"] == "*"
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type,x-api-key"}
    preflight = hosted.ask("OPTIONS", "/v1/events", "", {**origin, **asked})
    assert preflight.status in {200, 204}
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "x-api-key" in preflight.headers["access-control-allow-headers"].lower()


def _as_role(hosted: Hosted, function: str) -> EmbeddedSession:
    session = hosted.session
    configured = session.client("lambda").get_function_configuration(FunctionName=f"mlew-local-{function}")
    given = session.client("sts").assume_role(RoleArn=configured["Role"], RoleSessionName="test")["Credentials"]
    endpoint = hosted.endpoint
    return endpoint.session(
        access_key=given["AccessKeyId"], secret=given["SecretAccessKey"], token=given["SessionToken"]
    )
