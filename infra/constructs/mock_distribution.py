"""A CloudFront distribution that serves mocks of one kind, and takes their events, on one origin."""

from dataclasses import dataclass

from aws_cdk import CfnOutput, Duration, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.constructs.acknowledgements import acknowledge
from infra.constructs.edge_source import mocks_source
from infra.environments import Environment
from mlew.domain.mock import MockOrigin

_REASONS = {
    "AwsSolutions-CFR1": "Testers of a mock may be anywhere; the customer's product decides, not we.",
    "AwsSolutions-CFR2": "Static files without secrets behind addresses that cannot be guessed; what takes input (the "
    "API) has limits of its own. A web ACL costs more than all the rest (docs/cost.md).",
    "AwsSolutions-CFR3": "Access logs hold addresses, user agents and queries, which no log of this product may.",
}
_OLD_TLS = {
    "AwsSolutions-CFR4": "CloudFront's own domain takes no minimum; with the customer's domain it is TLS 1.2 (2021)."
}


@dataclass(frozen=True)
class Served:
    """What both distributions have in common.

    `events`: function that tidies the events' path up. `sdk`: function that gives the trackers out.
    """

    bucket: s3.IBucket
    store: cloudfront.IKeyValueStore
    cache: cloudfront.ICachePolicy
    api: cloudfront.IOrigin
    api_headers: cloudfront.IResponseHeadersPolicy
    events: cloudfront.IFunction
    sdk: cloudfront.IFunction
    certificate: acm.ICertificate | None


class MockDistribution(Construct):
    """`/m/<mock>/…` from the bucket by way of the edge function, `/v1/…` from the API; nothing else is there but
    `/sdk/…`: trackers for pages that are served elsewhere, which a function gives out.

    `domain`: of the customer, with its certificate; else CloudFront's own. `headers`: of its pages.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        kind: MockOrigin,
        headers: cloudfront.IResponseHeadersPolicy,
        served: Served,
        domain: str,
    ) -> None:
        super().__init__(scope, construct_id)
        edge = cloudfront.Function(
            self,
            "Edge",
            function_name=environment.name(f"{kind}-mocks"),
            comment=f"Versions, passcodes and clean addresses of mocks ({kind})",
            code=cloudfront.FunctionCode.from_inline(mocks_source(kind)),
            runtime=cloudfront.FunctionRuntime.JS_2_0,
            key_value_store=served.store,
        )
        files = origins.S3BucketOrigin.with_origin_access_control(
            # LIST: S3 says of a missing file that it is missing, not that it is forbidden.
            served.bucket,
            origin_access_levels=[cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
        )
        self.distribution = cloudfront.Distribution(
            self,
            "Distribution",
            comment=f"MLEW mocks of {environment.customer} ({kind})",
            default_behavior=cloudfront.BehaviorOptions(
                origin=files,
                viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
                allowed_methods=cloudfront.AllowedMethods.ALLOW_GET_HEAD,
                compress=True,
                cache_policy=served.cache,
                response_headers_policy=headers,
                function_associations=[_at_request(edge)],
            ),
            additional_behaviors={
                "/v1/*": _to_api(served),
                "*/v1/events*": _to_api(served, served.events),
                "/sdk/*": cloudfront.BehaviorOptions(
                    origin=files,  # never asked: the function answers everything
                    viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
                    allowed_methods=cloudfront.AllowedMethods.ALLOW_GET_HEAD,
                    cache_policy=served.cache,
                    response_headers_policy=headers,
                    function_associations=[_at_request(served.sdk)],
                ),
            },
            error_responses=[
                cloudfront.ErrorResponse(
                    http_status=404,
                    response_http_status=404,
                    response_page_path="/errors/missing.html",
                    ttl=Duration.seconds(10),
                )
            ],
            domain_names=[domain] if domain else None,
            certificate=served.certificate if domain else None,
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021 if domain else None,
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            price_class=cloudfront.PriceClass.PRICE_CLASS_200,
            enable_ipv6=True,
        )
        acknowledge(self.distribution, _REASONS | ({} if domain else _OLD_TLS))
        target = self.distribution.distribution_domain_name
        self.domain = domain or target
        if domain:
            CfnOutput(
                Stack.of(self),
                f"{construct_id}Target",
                value=target,
                description=f"Point {domain} here: a CNAME, or an alias record in Route 53",
            )


def _at_request(function: cloudfront.IFunction) -> cloudfront.FunctionAssociation:
    return cloudfront.FunctionAssociation(function=function, event_type=cloudfront.FunctionEventType.VIEWER_REQUEST)


def _to_api(served: Served, function: cloudfront.IFunction | None = None) -> cloudfront.BehaviorOptions:
    return cloudfront.BehaviorOptions(
        origin=served.api,
        viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
        compress=False,
        cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
        origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        response_headers_policy=served.api_headers,
        function_associations=[_at_request(function)] if function else None,
    )
