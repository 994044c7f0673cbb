"""What the linters of templates say: nothing, for every customer and every variant of the settings."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from aws_cdk import App, Stack, Validations
from aws_cdk import aws_iam as iam
from cdk_nag import AwsSolutionsChecks

from infra.environments import Environment, customers, load
from tests.infra.settings import example

REPOSITORY = Path(__file__).parents[2]
VARIANTS = {
    **{customer: load(customer) for customer in customers()},
    "rehearsal-in-an-account": example(model={"id": "mlew.rehearsal-v1", "runtime": "function"}),
    "global-profile": example(model={"id": "global.anthropic.claude-sonnet-4-6", "allowed_regions": ["*"]}),
    "intake-off": example(metrics={"intake": "off"}),
    "intake-on-demand": example(metrics={"intake": "on-demand", "archive": True}),
    "nothing-kept": example(removal="delete", notify=None, budget=None),
}


@pytest.mark.parametrize("environment", VARIANTS.values(), ids=VARIANTS)
def test_cdk_nag_finds_nothing(assembly: Callable[[Environment], Path], environment: Environment) -> None:
    assembly(environment)  # fails with the findings


def test_cfn_lint_finds_nothing(assembly: Callable[[Environment], Path]) -> None:
    templates = [str(t) for e in VARIANTS.values() for t in sorted(assembly(e).glob("*.template.json"))]
    found = subprocess.run(
        [Path(sys.executable).with_name("cfn-lint"), *templates],
        cwd=REPOSITORY,  # where .cfnlintrc lies
        capture_output=True,
        text=True,
        check=False,
    )
    assert not found.stdout + found.stderr


def test_cdk_nag_would_find_an_open_policy(tmp_path: Path) -> None:
    """The check itself works: the same plug-in refuses a role that may do everything."""
    app = App(outdir=str(tmp_path), analytics_reporting=False)
    role = iam.Role(Stack(app, "Open"), "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
    role.add_to_policy(iam.PolicyStatement(actions=["s3:*"], resources=["*"]))
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    with pytest.raises(RuntimeError, match=r"IAM5\[Action::s3:\*\]"):
        app.synth()
