"""The trackers that pages of other hosts load."""

from importlib.resources import files

import pytest

from infra.constructs.edge_source import LARGEST, sdk_source
from tests.unit.edge.edge_function import EdgeFunction

SDK = EdgeFunction(sdk_source(), {})


@pytest.mark.parametrize("name", ["tracker.js", "mlew-tracker.js"])
def test_a_tracker_is_given_out_as_it_was_built(name: str) -> None:
    answer = SDK.get(f"/sdk/{name}", query="key=" + "k" * 32)
    assert answer["statusCode"] == 200
    assert answer["body"] == files("mlew.mocks").joinpath("static", name).read_text("utf-8")


def test_pages_of_any_host_may_load_it_and_keep_it_for_an_hour() -> None:
    headers = {name: one["value"] for name, one in SDK.get("/sdk/mlew-tracker.js")["headers"].items()}
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cache-control"] == "public, max-age=3600"
    assert headers["content-type"] == "text/javascript; charset=utf-8"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("uri", ["/sdk/", "/sdk/mock.js", "/sdk/tracker.js/", "/sdk/../tracker.js", "/sdk/__proto__"])
def test_nothing_else_is_there(uri: str) -> None:
    answer = SDK.get(uri)
    assert (answer["statusCode"], answer["body"]) == (404, "")
    assert answer["headers"]["cache-control"]["value"] == "no-store"


def test_cloudfront_takes_the_size() -> None:
    assert len(sdk_source().encode()) <= LARGEST
    assert "@" not in sdk_source().replace("@media", "")
