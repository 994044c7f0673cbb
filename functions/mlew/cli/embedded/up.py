"""`mlew up`: model gateway, emulator, synthesis, deployment – each only as far as it is not there yet."""

from dataclasses import asdict, dataclass, replace
from typing import Annotated

import typer
from rich.cells import cell_len

from mlew.cli.embedded.gateway_process import GatewayProcess
from mlew.cli.embedded.model_choice import ModelChoice, choose_model
from mlew.cli.embedded.parts import asset_cache, emulator, gateway_folder
from mlew.cli.invocation import EMBEDDED_CUSTOMER, Invocation
from mlew.cli.output import line
from mlew.errors import SetupError

ModelOption = Annotated[str | None, typer.Option("--model", metavar="MODEL")]


@dataclass(frozen=True)
class Standing:
    """Where everything is. `stacks`: names; `changed`: those that this deployment touched."""

    endpoint: str
    model: str
    model_url: str
    home: str
    log: str
    model_log: str
    stacks: tuple[str, ...]
    changed: tuple[str, ...]


def up(
    cli: Invocation,
    model: ModelOption = None,
    port: Annotated[int | None, typer.Option("--port", min=1024, max=65535)] = None,
    faults: Annotated[str, typer.Option("--faults", metavar="RATES")] = "",
) -> None:
    """Start what does not run, deploy what changed. --profile names who signs calls of Bedrock."""
    choice = choose_model(model, gateway_folder(cli.around.settings.home), profile=cli.target.profile)
    standing = bring_up(cli, replace(choice, faults=faults), port=port)
    words = cli.words
    said = {words(f"up.{name}"): value for name, value in asdict(standing).items() if isinstance(value, str)}
    widest = max(map(cell_len, said))
    places = [line(f"{title}{' ' * (widest - cell_len(title))}  {place}") for title, place in said.items()]
    cli.out.answer(asdict(standing), line(words("up.done"), "bold"), *places)
    cli.note("up.next")


def bring_up(cli: Invocation, model: ModelChoice, *, port: int | None = None) -> Standing:
    """Everything that `mlew run` on the embedded AWS needs. Raises SetupError."""
    home, words = cli.around.settings.home, cli.words
    home.mkdir(parents=True, exist_ok=True)
    with cli.step(words("up.step.model")):
        gateway = GatewayProcess(gateway_folder(home))
        machine = emulator(home, port)
        model_url = gateway.start(model, region=machine.region)
    with cli.step(words("up.step.aws")):
        endpoint = machine.start(model_url=model_url)
    with cli.step(words("up.step.synth")):
        from infra.synth import synthesise

        assembly = synthesise(EMBEDDED_CUSTOMER, model=model.model_id)
    with cli.step(words("up.step.deploy")):
        from infra.deployment.deploy import deploy

        deployed = deploy(assembly, endpoint.session(), cache=asset_cache(home), bootstrap=True)
    return Standing(
        endpoint=endpoint.url,
        model=model.model_id,
        model_url=model_url,
        home=str(home),
        log=str(machine.log),
        model_log=str(gateway.log),
        stacks=tuple(deployed.outputs),
        changed=deployed.changed,
    )


def ensure_up(cli: Invocation, model: str | None) -> None:
    """Before a run on the embedded AWS: everything is up, with the model that was asked for.

    What runs and is deployed is taken as it is: `mlew up` brings a change of the code there.
    """
    if model is None and is_up(cli):
        return
    bring_up(cli, choose_model(model, gateway_folder(cli.around.settings.home)))


def is_up(cli: Invocation) -> bool:
    """Both processes run, and the deployment can be reached."""
    home = cli.around.settings.home
    if not emulator(home).status().running or GatewayProcess(gateway_folder(home)).running() is None:
        return False
    try:
        return cli.workbench.deployment.embedded
    except SetupError:
        return False
