"""What a deployment wrote down for the command line."""

from typing import TYPE_CHECKING

from botocore.exceptions import ClientError
from pydantic import ValidationError

from mlew.adapters.aws_errors import error_code, setup_errors
from mlew.adapters.clients import Clients
from mlew.errors import SetupError
from mlew.settings import Deployment, deployment_parameter

if TYPE_CHECKING:
    from boto3.session import Session


def read_deployment(customer: str, session: "Session | None" = None) -> Deployment:
    """The record of a customer's deployment. Raises SetupError if there is none, or another version wrote it."""
    name = deployment_parameter(customer)
    try:
        with setup_errors():
            answer = Clients(session).ssm().get_parameter(Name=name)
    except ClientError as error:
        if error_code(error) not in {"ParameterNotFound", "ValidationException"}:
            raise
        raise SetupError.told("deployment.none", customer=customer) from error
    try:
        return Deployment.model_validate_json(answer["Parameter"]["Value"])
    except ValidationError as error:
        raise SetupError.told("deployment.other-version", name=name, count=error.error_count()) from error
