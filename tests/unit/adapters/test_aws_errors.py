import pytest
from botocore.exceptions import (
    ClientError,
    ConnectionClosedError,
    ConnectTimeoutError,
    EndpointConnectionError,
    IncompleteReadError,
    NoCredentialsError,
    ReadTimeoutError,
)

from mlew.adapters.aws_errors import setup_errors
from mlew.errors import SetupError, StoreUnavailable


def client_error(code: str, message: str = "…") -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": message}}, "Query")


@pytest.mark.parametrize(
    ("error", "fix"),
    [
        (NoCredentialsError(), "Sign in"),
        (client_error("ExpiredTokenException"), "Sign in"),
        (client_error("AccessDeniedException"), "administrator"),
        (client_error("ResourceNotFoundException"), "Deploy"),
        (client_error("NoSuchBucket"), "Deploy"),
        (EndpointConnectionError(endpoint_url="http://localhost:1"), "mlew up"),
    ],
)
def test_what_is_not_set_up_comes_with_its_fix(error: Exception, fix: str) -> None:
    with pytest.raises(SetupError) as raised, setup_errors():
        raise error
    assert fix in raised.value.hint
    assert raised.value.message == str(error)


def test_other_errors_pass_unchanged() -> None:
    error = client_error("ConditionalCheckFailedException")
    with pytest.raises(ClientError) as raised, setup_errors():
        raise error
    assert raised.value is error


def cancelled(*reasons: str) -> ClientError:
    """A transaction of DynamoDB."""
    response = client_error("TransactionCanceledException").response | {
        "CancellationReasons": [{"Code": r} for r in reasons]
    }
    return ClientError(response, "TransactWriteItems")


def with_status(status: int) -> ClientError:
    """A name that nobody knows."""
    response = client_error("Odd").response | {"ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(response, "GetObject")  # type: ignore[arg-type] # metadata has more than its status


@pytest.mark.parametrize(
    "error",
    [
        client_error("ProvisionedThroughputExceededException"),
        client_error("SlowDown"),
        client_error("InternalServerError"),
        cancelled("None", "ThrottlingError"),
        with_status(503),
        ReadTimeoutError(endpoint_url="https://table"),
        ConnectTimeoutError(endpoint_url="https://table"),
        ConnectionClosedError(endpoint_url="https://table"),
        IncompleteReadError(actual_bytes=1, expected_bytes=2),
    ],
    ids=str,
)
def test_what_is_busy_or_breaks_off_may_be_tried_again(error: Exception) -> None:
    with pytest.raises(StoreUnavailable) as raised, setup_errors():
        raise error
    assert raised.value.__cause__ is error


@pytest.mark.parametrize("error", [cancelled("None", "ConditionalCheckFailed"), with_status(400)], ids=str)
def test_a_lost_condition_and_a_wrong_request_pass_unchanged(error: ClientError) -> None:
    with pytest.raises(ClientError) as raised, setup_errors():
        raise error
    assert raised.value is error
