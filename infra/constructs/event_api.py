"""The HTTP API that pages post to. Mocks reach it through their own origin, pages made elsewhere directly."""

from aws_cdk import Duration
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_apigatewayv2_integrations as integrations
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.constructs.acknowledgements import acknowledge
from infra.environments import Environment

_PUBLIC = "Whoever opens a mock may add events to it, with the key in its page, which opens nothing else."
_NO_ACCESS_LOG = "An access log would hold addresses of visitors, and cost more than the requests."
_BURST_SECONDS = 2


class EventApi(Construct):
    """Routes are POST only; a preflight is answered by the API itself and kept by browsers for a day."""

    def __init__(
        self, scope: Construct, construct_id: str, *, environment: Environment, function: lambda_.IFunction
    ) -> None:
        super().__init__(scope, construct_id)
        rate = environment.metrics.throttle
        self.api = apigateway.HttpApi(
            self,
            "Api",
            api_name=environment.name("metrics"),
            description="What mocks post",
            create_default_stage=False,
            cors_preflight=apigateway.CorsPreflightOptions(
                allow_origins=["*"],
                allow_methods=[apigateway.CorsHttpMethod.POST],
                allow_headers=["content-type", "x-api-key"],
                max_age=Duration.days(1),
            ),
        )
        stage = apigateway.HttpStage(
            self,
            "Stage",
            http_api=self.api,
            stage_name="$default",
            auto_deploy=True,
            throttle=apigateway.ThrottleSettings(rate_limit=rate, burst_limit=rate * _BURST_SECONDS),
        )
        acknowledge(stage, {"AwsSolutions-APIG1": _NO_ACCESS_LOG})
        integration = integrations.HttpLambdaIntegration("Function", function)
        # The second also takes a double or trailing slash, which configured end points tend to have.
        for name, path in {"Events": "/v1/events", "Others": "/{proxy+}"}.items():
            route = apigateway.HttpRoute(
                self,
                name,
                http_api=self.api,
                route_key=apigateway.HttpRouteKey.with_(path, apigateway.HttpMethod.POST),
                integration=integration,
            )
            acknowledge(route, {"AwsSolutions-APIG4": _PUBLIC})
