import boto3
import pytest

from mlew.adapters.deployment import read_deployment
from mlew.domain.model_capability import ModelCapability
from mlew.errors import SetupError
from mlew.settings import Deployment, deployment_parameter

DEPLOYMENT = Deployment(
    customer="shop",
    tenant="shop",
    region="ap-northeast-1",
    table="t",
    bucket="b",
    state_machine="arn:aws:states:ap-northeast-1:000000000000:stateMachine:practice",
    model=ModelCapability(id="m", name="Model"),
)


def _write(session: boto3.Session, customer: str, value: str) -> None:
    session.client("ssm").put_parameter(Name=deployment_parameter(customer), Value=value, Type="String")


def test_the_record_of_a_deployment_is_read(moto_session: boto3.Session) -> None:
    _write(moto_session, "shop", DEPLOYMENT.model_dump_json())
    assert read_deployment("shop", moto_session) == DEPLOYMENT


def test_a_customer_without_deployment_gets_the_command_that_makes_one(moto_session: boto3.Session) -> None:
    with pytest.raises(SetupError) as missing:
        read_deployment("nobody", moto_session)
    assert "make deploy CUSTOMER=nobody" in missing.value.hint


def test_a_record_of_another_version_says_to_deploy_again(moto_session: boto3.Session) -> None:
    _write(moto_session, "old", '{"customer": "old"}')
    with pytest.raises(SetupError, match="another version"):
        read_deployment("old", moto_session)
