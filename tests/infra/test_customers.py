"""Two customers live in one account, and everything tells whose it is."""

import json
from typing import Any

from tests.infra.conftest import Synthesis
from tests.infra.settings import example
from tests.infra.templates import resources

ONE, TWO = example(customer="alpha", tenant="alpha"), example(customer="beta", tenant="beta")
NAMES = ("FunctionName", "LogGroupName", "StateMachineName", "ManagedPolicyName", "AlarmName", "DashboardName", "Name")
NO_TAGS = {
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::CloudFront::CachePolicy",
    "AWS::CloudFront::OriginAccessControl",
    "AWS::CloudFront::ResponseHeadersPolicy",
    "AWS::IAM::ManagedPolicy",
    "AWS::Lambda::Permission",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::Subscription",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
}


def fixed_names(templates: dict[str, Any]) -> set[tuple[str, str]]:
    """Names that the account could not hold twice, with their type."""
    found = {
        (resource["Type"], value)
        for template in templates.values()
        for resource in template["Resources"].values()
        for name in NAMES
        if isinstance(value := resource.get("Properties", {}).get(name), str)
    }
    budgets = resources(templates.values(), "AWS::Budgets::Budget").values()
    exports = [o["Export"]["Name"] for t in templates.values() for o in t.get("Outputs", {}).values() if "Export" in o]
    return found | {("budget", b["Budget"]["BudgetName"]) for b in budgets} | {("export", e) for e in exports}


def test_two_customers_share_no_name(synthesis: Synthesis) -> None:
    one, two = synthesis(ONE), synthesis(TWO)
    assert set(one).isdisjoint(two)
    assert fixed_names(one) and fixed_names(one).isdisjoint(fixed_names(two))


def test_a_customers_templates_do_not_mention_the_other(synthesis: Synthesis) -> None:
    assert "beta" not in json.dumps(synthesis(ONE))
    assert "alpha" not in json.dumps(synthesis(TWO))


def test_every_resource_that_can_carries_project_and_customer(synthesis: Synthesis) -> None:
    for template in synthesis(ONE).values():
        for name, resource in template["Resources"].items():
            if resource["Type"] in NO_TAGS:
                continue
            properties = resource["Properties"]
            held = properties.get("Tags") or properties.get("ResourceTags") or _replica_tags(properties)
            tags = held if isinstance(held, dict) else {t["Key"]: t["Value"] for t in held or []}
            assert tags == {"project": "mlew", "customer": "alpha"}, (name, resource["Type"])


def _replica_tags(properties: dict[str, Any]) -> list[dict[str, str]]:
    replicas: list[dict[str, list[dict[str, str]]]] = properties.get("Replicas", [{}])
    return replicas[0].get("Tags", [])


def test_the_budget_mails_before_and_at_the_limit(synthesis: Synthesis) -> None:
    (budget,) = resources(synthesis(ONE).values(), "AWS::Budgets::Budget").values()
    assert budget["Budget"]["BudgetLimit"] == {"Amount": 200, "Unit": "USD"}
    kinds = {n["Notification"]["NotificationType"] for n in budget["NotificationsWithSubscribers"]}
    assert kinds == {"ACTUAL", "FORECASTED"}


def test_a_budget_of_the_customer_alone_counts_its_tag(synthesis: Synthesis) -> None:
    scoped = example(budget={"usd_per_month": 50, "email": "a@example.com", "scope": "customer"})
    (budget,) = resources(synthesis(scoped).values(), "AWS::Budgets::Budget").values()
    assert budget["Budget"]["CostFilters"] == {"TagKeyValue": ["user:customer$example"]}


def test_a_customer_without_a_budget_has_no_spending_stack(synthesis: Synthesis) -> None:
    assert set(synthesis(example(budget=None))) == {
        f"mlew-example-{part}" for part in ("state", "metrics", "mocks", "workshop")
    }
