"""Before a deployment: is this the customer's account, and is it prepared for the CDK?

`python -m infra.preflight CUSTOMER`, with the credentials of the environment (AWS_PROFILE).
"""

from collections.abc import Sequence

import boto3
from botocore.exceptions import ClientError

from infra.account import caller_in_account
from infra.deployment.bootstrap import VERSION_PARAMETER
from infra.environments import Environment, load
from infra.terminal import run, say
from mlew.errors import SetupError


def preflight(environment: Environment, session: boto3.Session) -> str:
    """Who deploys, as an ARN. Raises SetupError with the command or the change that helps."""
    if environment.embedded:
        raise SetupError(f"{environment.customer} is the embedded AWS of this machine", hint="make up")
    caller = caller_in_account(environment, session)
    try:
        session.client("ssm", region_name=environment.region).get_parameter(Name=VERSION_PARAMETER)
    except ClientError as error:
        if error.response["Error"]["Code"] != "ParameterNotFound":
            raise SetupError(f"AWS refuses: {error}", hint="which rights a deployment needs: docs/deploy.md") from error
        raise SetupError(
            f"account {environment.account} is not prepared for the CDK in {environment.region}",
            hint=f"once an account and region: npx cdk bootstrap aws://{environment.account}/{environment.region}",
        ) from error
    return caller


def main(arguments: Sequence[str]) -> None:
    """One argument: the customer."""
    environment = load(arguments[0])
    caller = preflight(environment, boto3.Session())
    say(f"Deploying {environment.display_name} ({environment.account}, {environment.region}) as {caller}")


if __name__ == "__main__":
    run(main)
