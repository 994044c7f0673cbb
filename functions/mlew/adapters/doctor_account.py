"""Checks of the caller and the deployment: credentials, region, the deployment's record."""

from typing import Any

from botocore.exceptions import ClientError, NoCredentialsError
from pydantic import ValidationError

from mlew.adapters.aws_errors import NOT_SIGNED_IN
from mlew.adapters.doctor_diagnosis import Diagnosis, asked, error_code
from mlew.settings import Deployment, deployment_parameter


def check_credentials(session: Any) -> Diagnosis:
    """Somebody is signed in, and AWS knows who."""

    def question() -> Diagnosis:
        try:
            caller = session.client("sts").get_caller_identity()
        except NoCredentialsError:
            return Diagnosis(check="credentials", state="fail", reason="credentials-missing")
        except NOT_SIGNED_IN as error:
            facts = {"code": type(error).__name__}
            return Diagnosis(check="credentials", state="fail", reason="credentials-unusable", facts=facts)
        except ClientError as error:
            facts = {"code": error_code(error.response)}
            return Diagnosis(check="credentials", state="fail", reason="credentials-refused", facts=facts)
        facts = {"arn": str(caller["Arn"]), "account": str(caller["Account"])}
        return Diagnosis(check="credentials", state="ok", reason="signed-in", facts=facts)

    return asked("credentials", question)


def check_region(session: Any, deployment: Deployment | None) -> Diagnosis:
    """A region is chosen, and it is the deployment's."""
    chosen = str(session.region_name or "")
    if not chosen:
        return Diagnosis(check="region", state="fail", reason="region-missing")
    facts = {"region": chosen, "wanted": deployment.region if deployment else ""}
    if deployment is not None and deployment.region != chosen:
        return Diagnosis(check="region", state="warn", reason="region-differs", facts=facts)
    return Diagnosis(check="region", state="ok", reason="region-chosen", facts=facts)


def find_deployment(session: Any, customer: str) -> tuple[Diagnosis, Deployment | None]:
    """The record that a deployment leaves for the command line, if it can be read."""
    found: list[Deployment] = []
    facts = {"customer": customer, "parameter": deployment_parameter(customer)}

    def question() -> Diagnosis:
        try:
            answer = session.client("ssm").get_parameter(Name=facts["parameter"])
        except ClientError as error:
            if error_code(error.response) == "ParameterNotFound":
                return Diagnosis(check="deployment", state="fail", reason="deployment-missing", facts=facts)
            raise
        try:
            found.append(Deployment.model_validate_json(answer["Parameter"]["Value"]))
        except ValidationError:
            return Diagnosis(check="deployment", state="fail", reason="deployment-unreadable", facts=facts)
        return Diagnosis(check="deployment", state="ok", reason="deployment-found", facts=facts)

    diagnosis = asked("deployment", question)
    return diagnosis, found[0] if found else None
