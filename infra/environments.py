"""Typed settings of one customer, read from `infra/customers/<customer>.toml`.

What differs between customers, and between an AWS account and the embedded AWS, is a field here.
"""

import tomllib
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from infra.catalogue import capability, in_bedrock
from infra.runtime import FunctionRuntime, Machine, runtime_of
from mlew.domain.base import Model
from mlew.domain.model_capability import ModelCapability, Runtime
from mlew.domain.model_resources import ANY_REGION, is_profile
from mlew.errors import SetupError
from mlew.settings import RunDefaults

CUSTOMERS = Path(__file__).parent / "customers"
PROJECT = "mlew"

CustomerId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]{1,19}$")]
Tenant = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
LogDays = Literal[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731]
"""What CloudWatch Logs takes as retention, up to two years."""


class ModelChoice(Model):
    """`allowed_regions`: where customer data may be processed; a model that may send it elsewhere is refused.

    `runtime`: "function" runs the rehearsal model as a Lambda (in an account, where no gateway stands in).
    """

    id: str
    allowed_regions: tuple[str, ...] = ()
    runtime: Runtime = "bedrock"


class Retention(Model):
    """`old_version_days`: how long a replaced or deleted object can be brought back."""

    log_days: LogDays = 90
    old_version_days: int = Field(default=30, ge=1)


Host = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$")]
CertificateArn = Annotated[str, StringConstraints(pattern=r"^arn:aws:acm:us-east-1:\d{12}:certificate/[0-9a-f-]{36}$")]
"""CloudFront takes certificates of us-east-1 only, wherever the stacks are."""


class MockSettings(Model):
    """`domain`, `site_domain`: hosts of the customer's own for our mocks and for sites made elsewhere; without them
    CloudFront's. `certificate` covers both. `picture_model`: an image model of Bedrock in the deployment's region,
    such as amazon.nova-canvas-v1:0; without it pictures are drawn from shapes.
    """

    domain: Host | Literal[""] = ""
    site_domain: Host | Literal[""] = ""
    certificate: CertificateArn | Literal[""] = ""
    picture_model: Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+\.[a-z0-9.:-]+)?$")] = ""

    @model_validator(mode="after")
    def _domains_have_a_certificate(self) -> Self:
        if bool(self.domain or self.site_domain) != bool(self.certificate):
            raise ValueError("an own domain and the ARN of its certificate in us-east-1 belong together")
        if self.domain and self.domain == self.site_domain:
            raise ValueError("sites made elsewhere need a domain apart from that of our mocks")
        return self


class MetricsSettings(Model):
    """`intake`: how the stream is paid for, "off" between workshops (there is no stream then, and events are refused).

    `throttle`: requests a second that the API lets through, of all mocks together. `archive`: keep every request as
    it came, so that all numbers can be made again.
    """

    intake: Literal["provisioned", "on-demand", "off"] = "provisioned"
    throttle: int = Field(default=200, ge=1, le=10_000)
    archive: bool = False


class Budget(Model):
    """Warns at 80 % spent and when the month is forecast to pass the limit.

    `scope`: "account" counts everything in the account, the model too; "customer" counts what carries the
    customer's tag, which calls of a model do not (docs/cost.md).
    """

    usd_per_month: float = Field(gt=0)
    email: Email
    scope: Literal["account", "customer"] = "account"


class Environment(Model):
    """`customer` stands in every name, so two customers can live in one account. `tenant` starts every key.

    `removal`: whether `make destroy` keeps or deletes table, bucket and key. `embedded`: the stacks go to the
    embedded AWS of this machine. `machine`: whose Python and processor the functions are built for.
    `notify`: gets the alarms; without it they show on the dashboard only.
    """

    customer: CustomerId
    display_name: str
    account: Annotated[str, StringConstraints(pattern=r"^\d{12}$")]
    region: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[a-z]+)+-\d$")]
    tenant: Tenant
    removal: Literal["keep", "delete"] = "keep"
    embedded: bool = False
    machine: Machine = "lambda"
    notify: Email | None = None
    model: ModelChoice
    retention: Retention = Retention()
    workshop: RunDefaults = RunDefaults()
    mocks: MockSettings = MockSettings()
    metrics: MetricsSettings = MetricsSettings()
    budget: Budget | None = None

    @model_validator(mode="after")
    def _model_fits(self) -> Self:
        try:
            chosen = self.capability
        except SetupError as error:
            raise ValueError(f"{error.message}; {error.hint}") from error
        if self.model.runtime == "function":
            if chosen.rehearsal:
                return self
            raise ValueError("only the rehearsal model can run as a function")
        if not in_bedrock(chosen):
            if self.embedded:
                return self
            raise ValueError(f'{chosen.id} is not in Bedrock; to rehearse in an account set model.runtime = "function"')
        elsewhere = set(chosen.regions) - set(self.model.allowed_regions)
        if is_profile(chosen) and elsewhere:
            raise ValueError(
                f"{chosen.id} may process data in {', '.join(sorted(elsewhere))}, "
                "which model.allowed_regions does not allow: choose another model, or allow it"
            )
        if ANY_REGION not in chosen.regions and self.region not in chosen.regions:
            raise ValueError(f"{chosen.id} cannot be called from {self.region}, only from {', '.join(chosen.regions)}")
        return self

    @property
    def capability(self) -> ModelCapability:
        """The chosen model's record, as this customer calls it."""
        return capability(self.model.id).model_copy(update={"runtime": self.model.runtime})

    @property
    def runtime(self) -> FunctionRuntime:
        """Python and processor of the functions."""
        return runtime_of(self.machine)

    @property
    def tags(self) -> dict[str, str]:
        """On every resource: what `make destroy` finds leftovers by, and what costs can be told apart by."""
        return {"project": PROJECT, "customer": self.customer}

    def name(self, part: str) -> str:
        """A name within the account: mlew-<customer>-<part>."""
        return f"{PROJECT}-{self.customer}-{part}"

    def arn(self, service: str, resource: str) -> str:
        """ARN in this account and region."""
        return f"arn:aws:{service}:{self.region}:{self.account}:{resource}"


def load(customer: str, folder: Path = CUSTOMERS, *, model: str | None = None) -> Environment:
    """Settings of a customer; `model` overrides the model's id. Raises SetupError naming file and field."""
    path = folder / f"{customer}.toml"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        there = ", ".join(customers(folder)) or "none"
        raise SetupError(f"{path.name} is not in {folder}", hint=f"customers there: {there}") from None
    except (OSError, ValueError) as error:
        raise SetupError(f"{path} cannot be read: {error}") from error
    if model:
        content["model"] = {**content.get("model", {}), "id": model}
    try:
        environment = Environment.model_validate(content)
    except ValidationError as error:
        wrong = "\n".join(f"  {'.'.join(map(str, e['loc'])) or path.name}: {e['msg']}" for e in error.errors())
        raise SetupError(f"{path}:\n{wrong}", hint="docs/deploy.md describes every field") from error
    if environment.customer != customer:
        raise SetupError(
            f"{path} is the file of customer {environment.customer!r}: name it {environment.customer}.toml"
        )
    return environment


def customers(folder: Path = CUSTOMERS) -> list[str]:
    """Ids of all customers that have a file."""
    return sorted(path.stem for path in folder.glob("*.toml"))
