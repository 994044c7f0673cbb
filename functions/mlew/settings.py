"""The one place where configuration is read: environment of the Lambdas, and what a deployment tells the CLI."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from mlew.domain.base import Locale, Model
from mlew.domain.model_capability import ModelCapability
from mlew.domain.workshop import GateMode


class RunDefaults(Model):
    """What a workshop takes unless `mlew run` says otherwise.

    `time_scale`: 1 = METHOD's minutes. `grace_minutes`: how long the product manager is asked when a time box
    has ended, before the numbers decide. `review_days`: longest wait of a gate without a time box; an
    execution ends after 90 days, and the wait has to end before. `strict`: a criterion is passed only if the whole
    95 % interval has crossed its line (DESIGN: the lower bound), not by the value alone as METHOD has it.
    """

    gates: GateMode = "review"
    time_scale: float = Field(default=1.0, gt=0)
    grace_minutes: float = Field(default=5.0, gt=0)
    review_days: float = Field(default=14.0, gt=0, le=80)
    budget_usd: float = Field(default=20.0, gt=0)
    strict: bool = False


class MockHosting(Model):
    """Where mocks are stored and seen. `store_arn`: of the edge's key-value store.

    `domain` serves our mocks, `site_domain` sites made elsewhere: hosts without scheme, on the embedded AWS too
    (`mlew.adapters.site_visitor.mock_addresses` makes the address that a browser takes).
    """

    bucket: str
    store_arn: str
    domain: str
    site_domain: str
    metrics_table: str


class FunctionSettings(Model):
    """Environment of every workshop Lambda; CDK writes it with `to_environment`."""

    tenant: str
    table: str
    bucket: str
    model: ModelCapability
    rehearsal_function: str = ""
    picture_model: str = ""
    mocks: MockHosting | None = None
    defaults: RunDefaults = RunDefaults()

    def to_environment(self) -> dict[str, str]:
        """As environment variables: MLEW_TENANT, …; records as JSON."""
        return {
            _variable(name): value if isinstance(value, str) else value.model_dump_json(exclude_defaults=True)
            for name, value in self
            if value is not None
        }

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "FunctionSettings":
        """Raises pydantic's ValidationError naming every variable that is missing or wrong."""
        records: dict[str, type[Model]] = {"model": ModelCapability, "mocks": MockHosting, "defaults": RunDefaults}
        given = {name: environment[_variable(name)] for name in cls.model_fields if _variable(name) in environment}
        return cls.model_validate(
            {n: records[n].model_validate_json(v) if n in records else v for n, v in given.items()}
        )


class UnlockSettings(Model):
    """Environment of the Lambda that takes passcodes: the internet reaches it, so it knows no workshop."""

    tenant: str
    metrics_table: str

    def to_environment(self) -> dict[str, str]:
        """MLEW_TENANT, MLEW_METRICS_TABLE."""
        return {_variable(name): value for name, value in self}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "UnlockSettings":
        """Raises pydantic's ValidationError naming every variable that is missing."""
        return cls.model_validate(
            {n: environment[_variable(n)] for n in cls.model_fields if _variable(n) in environment}
        )


class CountSettings(Model):
    """Environment of the Lambda that counts. `refused_queue`: a URL. `archive`: a bucket, "" for none."""

    tenant: str
    metrics_table: str
    refused_queue: str
    archive: str = ""

    def to_environment(self) -> dict[str, str]:
        """MLEW_TENANT, MLEW_METRICS_TABLE, …"""
        return {_variable(name): value for name, value in self}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "CountSettings":
        """Raises pydantic's ValidationError naming every variable that is missing."""
        return cls.model_validate(
            {n: environment[_variable(n)] for n in cls.model_fields if _variable(n) in environment}
        )


class Deployment(Model):
    """What the CLI needs to know of a deployment: one SSM parameter, `/mlew/<customer>/deployment`.

    `state_machine`, `improvement_machine`, `mock_machine`: ARNs of the state machines of both editions, and of the one
    that makes one mock. `model_functions`: names of the Lambdas that call the model. `intake`: whether events are taken
    at present, and how the stream is paid for. `archive`: bucket of the requests as they came, "" if they are not kept.
    """

    customer: str
    tenant: str
    region: str
    table: str
    bucket: str
    state_machine: str
    improvement_machine: str = ""
    model: ModelCapability
    model_functions: tuple[str, ...] = ()
    defaults: RunDefaults = RunDefaults()
    embedded: bool = False
    mocks: MockHosting | None = None
    mock_machine: str = ""
    intake: Literal["provisioned", "on-demand", "off"] = "provisioned"
    archive: str = ""


class OperatorSettings(Model):
    """Environment of the command line. `home`: where the embedded AWS keeps what it has (MLEW_HOME)."""

    language: Locale = "en"
    home: Path
    editor: str = "vi"
    user: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "OperatorSettings":
        """POSIX order for the language (LC_ALL before LC_MESSAGES before LANG); VISUAL before EDITOR."""
        spoken = next((environment[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(n)), "")
        given = environment.get("MLEW_HOME")
        return cls(
            language="ja" if spoken.lower().startswith("ja") else "en",
            home=Path(given).absolute() if given else Path(__file__).parents[2] / ".embedded",
            editor=environment.get("VISUAL") or environment.get("EDITOR") or "vi",
            user=environment.get("USER") or environment.get("LOGNAME") or "",
        )


def model_server_key(environment: Mapping[str, str] = os.environ) -> str:
    """Key for an OpenAI-compatible server behind the model gateway; "" if it needs none."""
    return environment.get("MLEW_MODEL_KEY", "")


def program_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where Windows keeps programs, for everybody and for this person; empty elsewhere."""
    names = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
    return tuple(Path(environment[name]) for name in names if environment.get(name))


def deployment_parameter(customer: str) -> str:
    """Name of the SSM parameter that holds the Deployment as JSON."""
    return f"/mlew/{customer}/deployment"


def _variable(field: str) -> str:
    return f"MLEW_{field.upper()}"
