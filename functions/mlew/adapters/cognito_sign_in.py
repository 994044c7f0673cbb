"""Signing in to a Cognito user pool with user and password, as GenU's own page does: SRP, no credentials of AWS."""

import secrets
from datetime import datetime
from typing import Any

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from mlew.adapters.cognito_srp import SrpClient
from mlew.errors import SetupError

_IN_A_BROWSER = "Sign in to GenU in a browser and hand its ID token over with --token-stdin."
_REFUSALS = {
    "NotAuthorizedException": "Check user name and password.",
    "UserNotFoundException": "Check user name and password.",
    "UserNotConfirmedException": "Finish the registration in GenU first: it has sent a code by e-mail.",
    "PasswordResetRequiredException": "Set a new password in GenU first.",
    "InvalidParameterException": f"This installation has no sign-in by password. {_IN_A_BROWSER}",
    "ResourceNotFoundException": "Check --user-pool and --client-id.",
    "TooManyRequestsException": "Wait a minute and try again.",
}
_CHALLENGES = {"NEW_PASSWORD_REQUIRED": "Sign in to GenU once in a browser and set a password of your own."}


def sign_in(user: str, password: str, *, pool: str, client_id: str, now: datetime) -> str:
    """The ID token. Raises SetupError; for MFA, SAML and first sign-ins it says how to go on."""
    client: Any = boto3.Session(region_name=pool.partition("_")[0]).client(
        "cognito-idp", config=Config(signature_version=UNSIGNED, retries={"mode": "standard"})
    )
    srp = SrpClient(pool, secret=secrets.randbits(1024))
    try:
        answer = client.initiate_auth(
            ClientId=client_id,
            AuthFlow="USER_SRP_AUTH",
            AuthParameters={"USERNAME": user, "SRP_A": f"{srp.public:x}"},
        )
        if answer.get("ChallengeName") == "PASSWORD_VERIFIER":
            answer = client.respond_to_auth_challenge(
                ClientId=client_id,
                ChallengeName="PASSWORD_VERIFIER",
                ChallengeResponses=srp.answer(answer["ChallengeParameters"], password, now),
                **({"Session": answer["Session"]} if answer.get("Session") else {}),
            )
    except ClientError as error:
        code = error.response["Error"]["Code"]
        raise SetupError(
            f"GenU's users: {error.response['Error']['Message']}", hint=_REFUSALS.get(code, _IN_A_BROWSER)
        ) from error
    except (BotoCoreError, KeyError, ValueError) as error:
        raise SetupError(f"Signing in to GenU did not work: {error}", hint=_IN_A_BROWSER) from error
    token = answer.get("AuthenticationResult", {}).get("IdToken")
    if not token:
        challenge = answer.get("ChallengeName", "")
        raise SetupError(
            f"GenU asks for more than a password ({challenge}).", hint=_CHALLENGES.get(challenge, _IN_A_BROWSER)
        )
    return str(token)
