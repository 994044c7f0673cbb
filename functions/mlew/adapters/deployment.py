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
        raise SetupError(
            f"There is no deployment of '{customer}' here.",
            hint=f"Deploy it with 'make deploy CUSTOMER={customer}', or start the embedded AWS with 'mlew up'.",
        ) from error
    try:
        return Deployment.model_validate_json(answer["Parameter"]["Value"])
    except ValidationError as error:
        raise SetupError(
            f"The parameter {name} was written by another version: {error.error_count()} fields do not fit.",
            hint="Deploy again with this version.",
        ) from error
