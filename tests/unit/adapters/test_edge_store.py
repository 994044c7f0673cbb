"""Many writers of one key-value store."""

import pytest

from mlew.adapters.clients import Clients
from mlew.adapters.edge_store import EdgeStore
from mlew.errors import SetupError, StoreUnavailable
from tests.unit.adapters.stubbed_session import StubbedSession

ARN = "arn:aws:cloudfront::111122223333:key-value-store/mlew-example-mocks"
SERVICE = "cloudfront-keyvaluestore"


class Script:
    """`calls` as StubbedSession takes them; `waited`: seconds between them."""

    def __init__(self, *calls: tuple[str, object]) -> None:
        self.session = StubbedSession({SERVICE: list(calls)})
        clients = Clients()
        clients.key_values = lambda: self.session.client(SERVICE)  # type: ignore[assignment]
        self.waited: list[float] = []
        self.store = EdgeStore(clients, ARN, self.waited.append)


def described(version: str) -> tuple[str, dict[str, object]]:
    sizes = {"ItemCount": 1, "TotalSizeInBytes": 1}
    return "describe_key_value_store", {"ETag": version, "KvsARN": ARN, "Created": 0, **sizes}


PUT = ("put_key", {"ETag": "v3", "ItemCount": 1, "TotalSizeInBytes": 1})


@pytest.mark.parametrize("refusal", ["ConflictException", "ValidationException"])
def test_who_was_slower_tries_again_with_the_new_version(refusal: str) -> None:
    script = Script(described("v1"), ("put_key", refusal), described("v2"), described("v2"), PUT)
    script.store.put("a", "1")
    assert script.session.all_asked()
    assert len(script.waited) == 1


def test_a_request_that_is_wrong_by_itself_is_not_sent_again() -> None:
    script = Script(described("v1"), ("put_key", "ValidationException"), described("v1"))
    with pytest.raises(Exception, match="ValidationException"):
        script.store.put("a", "1")


def test_who_is_always_slower_says_so() -> None:
    calls = []
    for n in range(8):
        calls += [described(f"v{n}"), ("put_key", "ConflictException"), described(f"w{n}")]
    script = Script(*calls)
    with pytest.raises(StoreUnavailable):
        script.store.put("a", "1")
    assert sum(script.waited) < 10


def test_a_missing_key_is_none_and_a_missing_store_a_matter_of_setup() -> None:
    missing = ("get_key", "ResourceNotFoundException")
    assert Script(missing, described("v1")).store.get("a") is None
    with pytest.raises(SetupError):
        Script(missing, ("describe_key_value_store", "ResourceNotFoundException")).store.get("a")
