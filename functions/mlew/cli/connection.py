"""Reaching a deployment: the embedded AWS of this machine, or an account by profile."""

from typing import TYPE_CHECKING, Any

from mlew.cli.invocation import Target
from mlew.cli.workbench import Workbench
from mlew.errors import SetupError

if TYPE_CHECKING:
    from mlew.ports.clock import Clock


def connect(target: Target, clock: "Clock") -> Workbench:
    """Read the deployment's record and put its services together. Raises SetupError."""
    from mlew.adapters.deployment import read_deployment
    from mlew.cli.ids import new_workshop_id
    from mlew.composition import executions, operator_work, reading_metrics, replaying, stores
    from mlew.services.editing import Editing
    from mlew.services.exchange import Exchange
    from mlew.services.gates import Gates
    from mlew.services.improvement import Improvement
    from mlew.services.runs import Runs

    session = session_for(target)
    deployment = read_deployment(target.customer, session)
    kept = stores(deployment.tenant, deployment.table, deployment.bucket, session)
    engine = executions(deployment.state_machine, session, improvement=deployment.improvement_machine)
    arn = "" if target.embedded else caller_arn(session)
    return Workbench(
        deployment=deployment,
        stores=kept,
        runs=Runs(kept, engine, clock, tenant=deployment.tenant, new_id=new_workshop_id),
        improvement=Improvement(kept, engine, clock),
        gates=Gates(kept, engine, clock),
        editing=Editing(kept, clock),
        exchange=Exchange(kept, clock, tenant=deployment.tenant, new_id=new_workshop_id),
        work=operator_work(deployment, kept, clock, session),
        mock_runs=executions(deployment.mock_machine, session),
        clock=clock,
        numbers=reading_metrics(deployment, session),
        replay=replaying(deployment, session),
        caller_name=arn.rsplit("/", 1)[-1] if "/" in arn else "",
        caller_arn=arn,
    )


def session_for(target: Target) -> Any:
    """A boto3 session. Raises SetupError if the embedded AWS does not run or the profile is not there."""
    if target.embedded:
        from mlew.cli.embedded.parts import emulator

        return emulator(target.settings.home).endpoint().session()
    import boto3
    from botocore.exceptions import ProfileNotFound

    try:
        return boto3.Session(profile_name=target.profile)
    except ProfileNotFound as error:
        raise SetupError.told("aws.says", hint="aws.profiles", error=error) from error


def caller_arn(session: Any) -> str:
    """Whose credentials these are: the ARN ends with the session's name. Raises SetupError."""
    from mlew.adapters.aws_errors import setup_errors

    with setup_errors():
        return str(session.client("sts").get_caller_identity()["Arn"])
