"""The network loses an answer after the table has written, and botocore asks again."""

import uuid
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.awsrequest import AWSPreparedRequest
from botocore.exceptions import ReadTimeoutError
from botocore.httpsession import URLLib3Session

from infra.embedded.endpoint import Endpoint
from mlew.domain.artifact import Usage
from mlew.errors import BudgetExceeded
from mlew.ports.ledger import Ledger
from tests.integration.adapters.conftest import aws_stores_on

pytestmark = pytest.mark.embedded


class Network:
    """Loses the first answer to an operation."""

    def __init__(self, session: boto3.Session, operation: str) -> None:
        self._operation = operation
        self.lost = 0
        session.events.register("before-send.dynamodb", self._send)

    def _send(self, request: AWSPreparedRequest, **_: Any) -> None:
        target = request.headers["X-Amz-Target"]
        target = target.decode() if isinstance(target, bytes) else target
        if self.lost or not target.endswith(f".{self._operation}"):
            return
        self.lost += 1
        assert URLLib3Session().send(request).status_code == 200
        raise ReadTimeoutError(endpoint_url=request.url)


@pytest.fixture
def session(embedded_aws: Endpoint) -> Iterator[boto3.Session]:
    yield embedded_aws.session()


def ledger(session: boto3.Session) -> Ledger:
    return aws_stores_on(session)(f"t-{uuid.uuid4().hex[:12]}").ledger


def test_a_booking_whose_answer_is_lost_is_booked_once(session: boto3.Session) -> None:
    network, booked = Network(session, "TransactWriteItems"), ledger(session)
    booked.reserve("w", 0.5, budget=1.0)

    booked.settle("w", 0.5, Usage(calls=1, cost=0.25))

    assert network.lost == 1
    assert booked.total("w") == Usage(calls=1, cost=0.25)
    booked.reserve("w", 0.75, budget=1.0)
    with pytest.raises(BudgetExceeded):
        booked.reserve("w", 0.01, budget=1.0)


def test_a_reservation_whose_answer_is_lost_keeps_too_much_never_too_little(session: boto3.Session) -> None:
    network, booked = Network(session, "UpdateItem"), ledger(session)

    booked.reserve("w", 0.5, budget=1.0)

    assert network.lost == 1
    with pytest.raises(BudgetExceeded):
        booked.reserve("w", 0.5, budget=1.0)
