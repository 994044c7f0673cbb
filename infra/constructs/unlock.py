"""POST /v1/unlock: the function that takes passcodes, as a route of the API of the metrics."""

from aws_cdk import Duration
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_apigatewayv2_integrations as integrations
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.constructs import permissions
from infra.constructs.acknowledgements import acknowledge
from infra.constructs.workshop_function import WorkshopFunction
from infra.environments import Environment
from infra.functions import UNLOCK
from mlew.settings import UnlockSettings

PERIOD = Duration.minutes(5)
_OPEN = "Whoever was given a passcode has no other credentials; wrong tries are counted for each mock."


class Unlock(Construct):
    """Knows no workshop: it reads and counts in its own part of the metrics table. `watched`: for alarms."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        key: kms.IKey,
        table: dynamodb.ITable,
        api: apigateway.IHttpApi,
        code: lambda_.Code,
    ) -> None:
        super().__init__(scope, construct_id)
        function = WorkshopFunction(
            self,
            spec=UNLOCK,
            environment=environment,
            code=code,
            key=key,
            variables=UnlockSettings(tenant=environment.tenant, metrics_table=table.table_name).to_environment(),
            may=[permissions.unlocking(environment, table.table_arn), permissions.key_use(environment, key.key_arn)],
        ).function
        route = apigateway.HttpRoute(
            self,
            "Route",
            http_api=api,
            route_key=apigateway.HttpRouteKey.with_("/v1/unlock", apigateway.HttpMethod.POST),
            integration=integrations.HttpLambdaIntegration("Function", function),
        )
        acknowledge(route, {"AwsSolutions-APIG4": _OPEN})
        self.watched: dict[str, cloudwatch.IMetric] = {"UnlockFailed": function.metric_errors(period=PERIOD)}
