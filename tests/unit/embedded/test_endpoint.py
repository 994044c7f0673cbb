"""How callers are led to an emulator, whatever their own environment says."""

import pytest

from infra.embedded.endpoint import Endpoint

ENDPOINT = Endpoint("http://127.0.0.1:4580", "ap-northeast-1", "s3cret")


def test_a_session_goes_to_its_emulator_in_spite_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://elsewhere")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "somebody")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")

    client = ENDPOINT.session().client("sqs")

    assert client.meta.endpoint_url == ENDPOINT.url
    assert client.meta.region_name == ENDPOINT.region


def test_variables_for_a_process_hold_all_it_needs() -> None:
    variables = ENDPOINT.environment()

    assert variables["AWS_ENDPOINT_URL"] == ENDPOINT.url
    assert variables["AWS_SECRET_ACCESS_KEY"] == "s3cret"
    assert variables["AWS_DISABLE_HOST_PREFIX_INJECTION"] == "true"


def test_the_secret_is_not_shown() -> None:
    assert "s3cret" not in repr(ENDPOINT)
