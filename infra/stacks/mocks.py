"""Where mocks are published: bucket, edge, two distributions, and the function that takes passcodes."""

from aws_cdk import Duration, Stack
from aws_cdk import Environment as Place
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.constructs.content_policy import OURS, SITES
from infra.constructs.edge_source import api_source, sdk_source
from infra.constructs.mock_distribution import MockDistribution, Served
from infra.constructs.mock_files import MockFiles
from infra.constructs.response_headers import ResponseHeaders
from infra.constructs.unlock import Unlock
from infra.environments import Environment
from infra.stacks.state import State
from mlew.settings import MockHosting

_CHECK_FILES_AGAIN = Duration.days(1)
"""A file's key holds the version of its site: what CloudFront has of it can never be wrong."""


class Mocks(Stack):
    """`hosting`: what functions and the command line have to know. `watched`: metrics whose alarms somebody gets."""

    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        state: State,
        metrics_table: dynamodb.ITable,
        api: apigateway.IHttpApi,
        code: lambda_.Code,
    ) -> None:
        super().__init__(
            scope,
            environment.name("mocks"),
            description=f"MLEW: published mocks of {environment.customer}",
            env=Place(account=environment.account, region=environment.region),
        )
        settings = environment.mocks
        self.files = MockFiles(self, "Files")
        self.bucket = self.files.bucket
        store = cloudfront.KeyValueStore(
            self,
            "Pointers",
            key_value_store_name=environment.name("mocks"),
            comment="Which version of a mock is shown, and to whom",
        )
        unlock = Unlock(self, "Unlock", environment=environment, key=state.key, table=metrics_table, api=api, code=code)
        events = cloudfront.Function(
            self,
            "EventsPath",
            function_name=environment.name("events-path"),
            code=cloudfront.FunctionCode.from_inline(api_source()),
            runtime=cloudfront.FunctionRuntime.JS_2_0,
        )
        sdk = cloudfront.Function(
            self,
            "Sdk",
            function_name=environment.name("sdk"),
            comment="Trackers for pages that are served elsewhere",
            code=cloudfront.FunctionCode.from_inline(sdk_source()),
            runtime=cloudfront.FunctionRuntime.JS_2_0,
        )
        cache = cloudfront.CachePolicy(
            self,
            "Versioned",
            cache_policy_name=environment.name("mocks"),
            min_ttl=_CHECK_FILES_AGAIN,
            default_ttl=_CHECK_FILES_AGAIN,
            max_ttl=Duration.days(365),
            enable_accept_encoding_brotli=True,
            enable_accept_encoding_gzip=True,
        )
        strict = ResponseHeaders(self, "OurHeaders", name=environment.name("spec-mocks"), content_policy=OURS).policy
        loose = ResponseHeaders(self, "SiteHeaders", name=environment.name("site-mocks"), content_policy=SITES).policy
        served = Served(
            bucket=self.bucket,
            store=store,
            cache=cache,
            api=origins.HttpOrigin(f"{api.api_id}.execute-api.{environment.region}.amazonaws.com"),
            api_headers=strict,
            events=events,
            sdk=sdk,
            certificate=acm.Certificate.from_certificate_arn(self, "Certificate", settings.certificate)
            if settings.certificate
            else None,
        )
        ours = MockDistribution(
            self, "Ours", environment=environment, kind="spec", headers=strict, served=served, domain=settings.domain
        )
        sites = MockDistribution(
            self,
            "Sites",
            environment=environment,
            kind="site",
            headers=loose,
            served=served,
            domain=settings.site_domain,
        )
        self.store_arn = store.key_value_store_arn
        self.metrics_table = metrics_table
        self.watched: dict[str, cloudwatch.IMetric] = unlock.watched
        self.hosting = MockHosting(
            bucket=self.bucket.bucket_name,
            store_arn=self.store_arn,
            domain=ours.domain,
            site_domain=sites.domain,
            metrics_table=metrics_table.table_name,
        )
