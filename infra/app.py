"""The CDK app: the stacks of one customer.

`cdk synth -c customer=example`; `-c model=<id>` overrides the model of the settings, `-c customers=<folder>`
says where these lie. Needs no AWS and no network: the libraries of the functions were fetched before (`make wheels`).
"""

from pathlib import Path

from aws_cdk import App, Tags, Validations
from aws_cdk import aws_lambda as lambda_

from infra.asset import Asset, Assets, build_assets
from infra.environments import CUSTOMERS, Environment, load
from infra.stacks.metrics import Metrics
from infra.stacks.mocks import Mocks
from infra.stacks.spending import Spending
from infra.stacks.state import State
from infra.stacks.workshop import Workshop

DEFAULT_CUSTOMER = "local"
# Here and not in cdk.json, so that templates are the same with and without the CDK's command line.
FLAGS = {"@aws-cdk/core:defaultCrossStackReferences": "strong"}  # what workshops stand on cannot be pulled away


def build(app: App, environment: Environment, assets: Assets) -> None:
    """Put all stacks of a customer into `app`."""

    def code(asset: Asset = assets.plain) -> lambda_.Code:
        """For one stack: the CDK binds it to the first that uses it."""
        return lambda_.Code.from_asset(str(asset.path), asset_hash=asset.hash)

    state = State(app, environment=environment)
    metrics = Metrics(app, environment=environment, state=state, code=code())
    mocks = Mocks(app, environment=environment, state=state, metrics_table=state.metrics, api=metrics.api, code=code())
    Workshop(
        app,
        environment=environment,
        state=state,
        metrics=metrics,
        mocks=mocks,
        code=code(),
        edge_code=code(assets.edge),
    )
    if environment.budget:
        Spending(app, environment=environment, budget=environment.budget)
    for key, value in environment.tags.items():
        Tags.of(app).add(key, value)


def main() -> None:
    """Synthesise for the customer of the context, to where the caller says (CDK_OUTDIR)."""
    app = App(analytics_reporting=False, tree_metadata=False, stack_traces=False, context=FLAGS)
    context = app.node.try_get_context
    folder = Path(context("customers") or CUSTOMERS)
    environment = load(context("customer") or DEFAULT_CUSTOMER, folder, model=context("model"))
    build(app, environment, build_assets(environment.runtime))
    if context("checks"):
        from cdk_nag import AwsSolutionsChecks  # noqa: PLC0415 – loads slowly, and only `make lint` asks for it

        Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    app.synth()


if __name__ == "__main__":
    main()
