"""`mlew doctor`: what is wrong with this machine, the account or the deployment, and how to fix it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer
from rich.text import Text

from mlew.cli.connection import session_for
from mlew.cli.embedded.parts import REPOSITORY, emulator, gateway_folder
from mlew.cli.invocation import Invocation
from mlew.cli.options import command
from mlew.cli.output import Style, line, table
from mlew.errors import SetupError

if TYPE_CHECKING:
    from mlew.adapters.doctor_diagnosis import Diagnosis, DiagnosisState

_SIGNS: "dict[DiagnosisState, tuple[str, Style]]" = {
    "ok": ("✓", "green"),
    "warn": ("!", "yellow"),
    "fail": ("✗", "red"),
    "unknown": ("?", "dim"),
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "doctor")(doctor)


def doctor(cli: Invocation) -> None:
    """Leaves with the exit code of SetupError if a check fails."""
    with cli.step(cli.words("doctor.looking")):
        found = list(diagnoses(cli))
    data = [{**d.model_dump(), "text": text(cli, d), "fix": fix(cli, d)} for d in found]
    failed = [d for d in found if d.state == "fail"]
    end = cli.words("doctor.failed" if failed else "doctor.fine", count=len(failed))
    rows = [_row(cli, diagnosis) for diagnosis in found]
    cli.out.answer({"checks": data, "failed": len(failed)}, table(["", ""], rows, narrow=[0]), line("\n" + end))
    if failed:
        raise typer.Exit(SetupError.exit_code)


def _row(cli: Invocation, diagnosis: "Diagnosis") -> list[Text]:
    """What was looked at, and what was found there; the fix on lines of its own."""
    sign, style = _SIGNS[diagnosis.state]
    found = line(text(cli, diagnosis), "" if diagnosis.state == "ok" else style)
    if diagnosis.state != "ok" and fix(cli, diagnosis):
        found.append_text(line(f"\n→ {fix(cli, diagnosis)}"))
    return [line(f"{sign} {cli.words(f'doctor.check.{diagnosis.check}')}", style), found]


def diagnoses(cli: Invocation) -> "Iterator[Diagnosis]":
    """This machine, then where the workshops run."""
    from mlew.adapters.doctor_machine import check_machine

    yield from check_machine(REPOSITORY)
    if cli.target.embedded:
        yield from embedded_diagnoses(cli)
    else:
        yield from account_diagnoses(cli, session_for(cli.target))


def embedded_diagnoses(cli: Invocation) -> "Iterator[Diagnosis]":
    """The two processes and the deployment. Forms, quotas and drift exist in an account only."""
    from mlew.adapters.doctor_account import find_deployment
    from mlew.adapters.doctor_diagnosis import Diagnosis
    from mlew.adapters.doctor_model import check_call
    from mlew.cli.embedded.gateway_process import GatewayProcess

    home = cli.around.settings.home
    status = emulator(home).status()
    facts = {"url": status.url, "home": str(home)}
    reason = "embedded-running" if status.running else "embedded-stopped"
    yield Diagnosis(check="embedded", state="ok" if status.running else "fail", reason=reason, facts=facts)
    gateway = GatewayProcess(gateway_folder(home)).running()
    reason = "gateway-running" if gateway else "gateway-stopped"
    facts = {"backend": gateway.choice["backend"] if gateway else "", "home": str(home)}
    yield Diagnosis(check="gateway", state="ok" if gateway else "fail", reason=reason, facts=facts)
    if not status.running:
        return
    session = session_for(cli.target)
    found, deployment = find_deployment(session, cli.target.customer)
    yield found
    if deployment is not None and gateway is not None and gateway.choice["backend"] == "bedrock":
        yield check_call(session, deployment.model)


def account_diagnoses(cli: Invocation, session: Any) -> "Iterator[Diagnosis]":
    """Everything that stands in the way of a workshop in an account; stops where nothing more can be seen."""
    from mlew.adapters.doctor_account import check_credentials, check_region, find_deployment
    from mlew.adapters.doctor_drift import check_drift
    from mlew.adapters.doctor_lifecycle import check_end_of_life
    from mlew.adapters.doctor_model import check_availability, check_call
    from mlew.adapters.doctor_quotas import check_concurrency, check_model_quotas
    from mlew.adapters.doctor_role import check_role

    if not session.region_name:
        yield check_region(session, None)
        return
    credentials = check_credentials(session)
    yield credentials
    if credentials.state == "fail":
        return
    found, deployment = find_deployment(session, cli.target.customer)
    yield found
    yield check_region(session, deployment)
    yield check_concurrency(session)
    if deployment is None:
        return
    if not deployment.model.rehearsal:
        yield check_role(session, deployment)
        yield check_call(session, deployment.model)
        yield check_availability(session, deployment.model)
        yield check_model_quotas(session, deployment.model)
        yield check_end_of_life(session, deployment.model, cli.around.now().date())
    yield check_drift(session, deployment, cli.around.pause)


def text(cli: Invocation, diagnosis: "Diagnosis") -> str:
    """What was found, in words."""
    return cli.words(f"doctor.found.{diagnosis.reason}", **diagnosis.facts)


def fix(cli: Invocation, diagnosis: "Diagnosis") -> str:
    """What to do about it; "" if nothing."""
    key = f"doctor.fix.{diagnosis.reason}"
    return cli.words(key, **diagnosis.facts) if cli.words.has(key) else ""
