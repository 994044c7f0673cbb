"""A site made elsewhere on the deployed stacks: published from a folder, through the second distribution, counted."""

import json
from pathlib import Path

import pytest

from infra.constructs.content_policy import SITES
from tests.e2e.eventually import eventually
from tests.e2e.standing import Standing
from tests.e2e.test_mocks import Visitor, answers
from tests.folders import UNSEEN_EN

pytestmark = pytest.mark.embedded

PAGE = '<!doctype html><title>Trial</title><link rel=stylesheet href="/a b/日本.css"><body>{}</body>'


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    for name, text in {
        "index.html": PAGE.format("start"),
        "about.html": PAGE.format("about"),
        "docs/index.html": PAGE.format("docs"),
        "a b/日本.css": "body{background:url(/p.svg)}",
        "p.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        ".env": "TOKEN=x",
    }.items():
        file = tmp_path / "dist" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "dist"


def test_a_folder_becomes_a_mock_that_is_seen_counted_replaced_and_destroyed(standing: Standing, dist: Path) -> None:
    workshop = standing.start(UNSEEN_EN, gates="review").id
    chosen = ("-w", workshop, "--pair", "a")
    base = standing.cli("mocks", "publish", *chosen, "--base-path").out.strip()
    published = standing.cli("mocks", "publish", str(dist), *chosen, "--json")
    assert published.code == 0, published
    address = published.data["address"]
    assert address.endswith(base)
    assert (published.data["state"], published.data["proven"]) == ("live", True)

    visitor = Visitor()
    status, headers, start = visitor.get(address)
    assert (status, headers["content-security-policy"]) == (200, SITES)
    assert f'href="{base}a b/日本.css"'.encode() in start
    assert f"{base}p.svg".encode() in visitor.get(f"{address}a%20b/%E6%97%A5%E6%9C%AC.css")[2]
    assert visitor.get(f"{address}screen/of/a/router")[2] == start
    assert b"about" in visitor.get(f"{address}about")[2]
    assert b"docs" in visitor.get(f"{address}docs/")[2]
    assert visitor.get(f"{address}.env")[0] == 404

    [mock] = [one for one in standing.stores.mocks.list(workshop) if one.origin == "site"]
    assert f'data-key="{mock.key}"'.encode() in start
    event = {"n": 1, "t": 1, "y": "view", "u": "/"}
    sent = {"v": 1, "k": mock.key, "s": "k3j9x0a7b2c4", "t": 1, "e": [event]}

    def accepted() -> bool:
        status, _, body = visitor.post(f"{address.partition('/m/')[0]}/v1/events", sent)
        return status == 202 and json.loads(body)["accepted"] == 1

    eventually(accepted)

    (dist / "index.html").write_text(PAGE.format("second"), encoding="utf-8")
    again = standing.cli("mocks", "publish", str(dist), *chosen, "--json")
    assert again.data["address"] == address
    assert b"second" in visitor.get(address)[2]

    assert standing.cli("mocks", "destroy", "-w", workshop, "--mock", mock.id, "--yes").code == 0
    assert eventually(lambda: answers(address, 410))
