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

_IN_A_BROWSER = "genu.in-a-browser"
_REFUSALS = {
    "NotAuthorizedException": "genu.check-password",
    "UserNotFoundException": "genu.check-password",
    "UserNotConfirmedException": "genu.unconfirmed",
    "PasswordResetRequiredException": "genu.new-password",
    "InvalidParameterException": "genu.no-password",
    "ResourceNotFoundException": "genu.check-pool",
    "TooManyRequestsException": "genu.wait",
}
_CHALLENGES = {"NEW_PASSWORD_REQUIRED": "genu.first-sign-in"}


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
        raise SetupError.told(
            "genu.users", hint=_REFUSALS.get(code, _IN_A_BROWSER), said=error.response["Error"]["Message"]
        ) from error
    except (BotoCoreError, KeyError, ValueError) as error:
        raise SetupError.told("genu.sign-in-failed", hint=_IN_A_BROWSER, error=error) from error
    token = answer.get("AuthenticationResult", {}).get("IdToken")
    if not token:
        challenge = answer.get("ChallengeName", "")
        raise SetupError.told("genu.challenge", hint=_CHALLENGES.get(challenge, _IN_A_BROWSER), challenge=challenge)
    return str(token)
