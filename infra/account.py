"""Whose credentials are these, and do they belong to the customer's account?"""

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from infra.environments import Environment
from mlew.errors import SetupError

CHOOSE = "choose a profile: make … PROFILE=…"


def caller_in_account(environment: Environment, session: boto3.Session) -> str:
    """The caller's ARN. Raises SetupError if there are no usable credentials, or they are of another account."""
    try:
        caller = session.client("sts").get_caller_identity()
    except (BotoCoreError, ClientError) as error:
        raise SetupError(f"no usable credentials: {error}", hint=CHOOSE) from error
    if caller["Account"] != environment.account:
        raise SetupError(
            f"these credentials are of account {caller['Account']}, "
            f"{environment.customer} is deployed to {environment.account}",
            hint=CHOOSE,
        )
    return caller["Arn"]
