"""A monthly budget that writes an e-mail; a stack of its own, since budgets belong to the account, not a region."""

from aws_cdk import Environment as Place
from aws_cdk import Stack
from aws_cdk import aws_budgets as budgets
from constructs import Construct

from infra.environments import Budget, Environment

ACTUAL_PERCENT, FORECAST_PERCENT = 80, 100


class Spending(Stack):
    """Mails at 80 % spent, and when the month is forecast to pass the limit."""

    def __init__(self, scope: Construct, *, environment: Environment, budget: Budget) -> None:
        super().__init__(
            scope,
            environment.name("spending"),
            description=f"MLEW: budget of {environment.customer}",
            env=Place(account=environment.account, region=environment.region),
        )
        by_tag = {"TagKeyValue": [f"user:customer${environment.customer}"]}
        budgets.CfnBudget(
            self,
            "Budget",
            budget=budgets.CfnBudget.BudgetDataProperty(
                budget_name=environment.name("monthly"),
                budget_type="COST",
                time_unit="MONTHLY",
                budget_limit=budgets.CfnBudget.SpendProperty(amount=budget.usd_per_month, unit="USD"),
                cost_filters=by_tag if budget.scope == "customer" else None,
            ),
            notifications_with_subscribers=[
                _mail(budget.email, "ACTUAL", ACTUAL_PERCENT),
                _mail(budget.email, "FORECASTED", FORECAST_PERCENT),
            ],
            resource_tags=[
                budgets.CfnBudget.ResourceTagProperty(key=key, value=value)
                for key, value in sorted(environment.tags.items())
            ],
        )


def _mail(email: str, kind: str, percent: float) -> budgets.CfnBudget.NotificationWithSubscribersProperty:
    return budgets.CfnBudget.NotificationWithSubscribersProperty(
        notification=budgets.CfnBudget.NotificationProperty(
            notification_type=kind, comparison_operator="GREATER_THAN", threshold=percent, threshold_type="PERCENTAGE"
        ),
        subscribers=[budgets.CfnBudget.SubscriberProperty(address=email, subscription_type="EMAIL")],
    )
