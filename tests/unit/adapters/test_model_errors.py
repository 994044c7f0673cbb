import botocore.session
import pytest
from botocore import exceptions as aws

from mlew.adapters.model_errors import model_errors
from mlew.errors import ContextTooLong, ModelAccessDenied, ModelError, ModelThrottled, ModelTimeout
from tests.unit.adapters.requests import MODEL

CONVERSE = botocore.session.get_session().get_service_model("bedrock-runtime").operation_model("Converse")
URL = "https://bedrock.example"


def client_error(code: str, message: str = "…", status: int = 400) -> aws.ClientError:
    return aws.ClientError(
        {"Error": {"Code": code, "Message": message}, "ResponseMetadata": {"HTTPStatusCode": status}},  # type: ignore[typeddict-item]
        "Converse",
    )


def raised(error: Exception) -> ModelError:
    with pytest.raises(ModelError) as caught, model_errors(MODEL):
        raise error
    return caught.value


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ThrottlingException", ModelThrottled),
        ("TooManyRequestsException", ModelThrottled),
        ("ServiceQuotaExceededException", ModelThrottled),
        ("ModelNotReadyException", ModelThrottled),
        ("ServiceUnavailableException", ModelThrottled),
        ("InternalServerException", ModelThrottled),
        ("ModelErrorException", ModelThrottled),
        ("ModelTimeoutException", ModelTimeout),
        ("AccessDeniedException", ModelAccessDenied),
        ("ResourceNotFoundException", ModelAccessDenied),
        ("ExpiredTokenException", ModelAccessDenied),
        ("UnrecognizedClientException", ModelAccessDenied),
    ],
)
def test_each_error_of_aws_has_its_class_and_keeps_its_words(code: str, kind: type[ModelError]) -> None:
    error = raised(client_error(code, "words of AWS"))
    assert type(error) is kind
    assert "words of AWS" in error.message
    assert error.hint


@pytest.mark.parametrize("code", [e.name for e in CONVERSE.error_shapes if e.name != "ValidationException"])
def test_no_error_that_converse_declares_is_left_without_a_class(code: str) -> None:
    assert type(raised(client_error(code))) is not ModelError


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Input is too long for requested model.", ContextTooLong),
        ("The model returned the following errors: prompt is too long: 200049 tokens > 200000 maximum", ContextTooLong),
        ("This model's maximum context length is 8192 tokens", ContextTooLong),
        ("The provided model identifier is invalid.", ModelAccessDenied),
        ("Invocation of model ID x with on-demand throughput isn't supported.", ModelAccessDenied),
        ("Malformed input request, please reformat your input and try again.", ModelError),
    ],
)
def test_a_refused_request_is_told_apart_by_what_aws_says(message: str, kind: type[ModelError]) -> None:
    assert type(raised(client_error("ValidationException", message))) is kind


def test_an_unknown_fault_of_the_server_can_be_tried_again() -> None:
    assert type(raised(client_error("SomethingNew", status=503))) is ModelThrottled
    assert type(raised(client_error("SomethingNew", status=400))) is ModelError


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (aws.ReadTimeoutError(endpoint_url=URL), ModelTimeout),
        (aws.ConnectTimeoutError(endpoint_url=URL), ModelThrottled),
        (aws.EndpointConnectionError(endpoint_url=URL), ModelThrottled),
        (aws.ProxyConnectionError(proxy_url=URL), ModelThrottled),
        (aws.ConnectionClosedError(endpoint_url=URL), ModelTimeout),
        (aws.NoCredentialsError(), ModelAccessDenied),
        (aws.NoRegionError(), ModelAccessDenied),
    ],
)
def test_without_an_answer_of_aws_it_is_the_line_or_the_sign_in(error: Exception, kind: type[ModelError]) -> None:
    assert type(raised(error)) is kind
