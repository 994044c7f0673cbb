import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, NoCredentialsError

from mlew.adapters.aws_errors import setup_errors
from mlew.errors import SetupError


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
    error = client_error("ProvisionedThroughputExceededException")
    with pytest.raises(ClientError) as raised, setup_errors():
        raise error
    assert raised.value is error
