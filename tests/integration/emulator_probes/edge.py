"""CloudFront: functions, their key-value store, an API behind a distribution."""

import http.client
import json
import re
from typing import Any
from urllib.parse import urlsplit

from tests.integration.emulator_probes import probe
from tests.integration.emulator_probes.cloud import PATIENCE, Cloud, refusal

FUNCTION = """
import cf from 'cloudfront';
const store = cf.kvs();
async function handler(event) {
  const found = await store.get('mock', { format: 'json' });
  const missing = await store.exists('other');
  let failed = false;
  try { await store.get('other'); } catch (error) { failed = true; }
  return { statusCode: 200, body: `${found.v} ${missing} ${failed}` };
}
"""
API = """
def handler(event, context):
    return {"statusCode": 202, "body": event["routeKey"] + event["rawPath"]}
"""


@probe("edge_store_permissions", as_in_aws=["", "AccessDeniedException"])
def a_role_may_use_one_key_value_store(cloud: Cloud) -> list[str]:
    own, other = _store(cloud), _store(cloud)
    client = _values(cloud, cloud.role({"Action": "cloudfront-keyvaluestore:*", "Resource": own}))
    return [refusal(lambda store=store: client.list_keys(KvsARN=store)) for store in (own, other)]  # type: ignore[misc]


@probe("edge_functions", as_in_aws=(200, "1 false true"))
def a_function_reads_its_key_value_store(cloud: Cloud) -> tuple[int, str]:
    store = _store(cloud)
    values = _values(cloud)
    tag = values.describe_key_value_store(KvsARN=store)["ETag"]
    values.put_key(KvsARN=store, Key="mock", Value='{"v": 1}', IfMatch=tag)
    cloudfront, name = cloud.client("cloudfront"), cloud.name()
    associated = {"Quantity": 1, "Items": [{"KeyValueStoreARN": store}]}
    config = {"Comment": "", "Runtime": "cloudfront-js-2.0", "KeyValueStoreAssociations": associated}
    made = cloudfront.create_function(Name=name, FunctionConfig=config, FunctionCode=FUNCTION.encode())
    cloudfront.publish_function(Name=name, IfMatch=made["ETag"])
    arn = made["FunctionSummary"]["FunctionMetadata"]["FunctionARN"]
    called = {"Quantity": 1, "Items": [{"FunctionARN": arn, "EventType": "viewer-request"}]}
    return _fetch(cloud, _distribution(cloud, "nobody.example.com", called), "GET", "/")


@probe("edge_api_origin", as_in_aws=(202, "POST /v1/events/v1/events"))
def an_api_answers_through_a_distribution(cloud: Cloud) -> tuple[int, str]:
    apis = cloud.client("apigatewayv2")
    api = apis.create_api(Name=cloud.name(), ProtocolType="HTTP")["ApiId"]
    made = apis.create_integration(
        ApiId=api, IntegrationType="AWS_PROXY", IntegrationUri=cloud.function(API), PayloadFormatVersion="2.0"
    )
    apis.create_route(ApiId=api, RouteKey="POST /v1/events", Target=f"integrations/{made['IntegrationId']}")
    apis.create_stage(ApiId=api, StageName="$default", AutoDeploy=True)
    host = f"{api}.execute-api.{cloud.region}.amazonaws.com"
    return _fetch(cloud, _distribution(cloud, host), "POST", "/v1/events", "hello")


@probe("edge_missing_files", as_in_aws=[404, 403])
def a_file_is_missing_for_those_who_may_list(cloud: Cloud) -> list[int]:
    s3, bucket = cloud.client("s3"), cloud.name()
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": cloud.region})
    allowed, refused = (_distribution_of(cloud, bucket) for _ in range(2))
    policy = {
        "Effect": "Allow",
        "Principal": {"Service": "cloudfront.amazonaws.com"},
        "Action": ["s3:GetObject", "s3:ListBucket"],
        "Resource": [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"],
        "Condition": {"StringEquals": {"AWS:SourceArn": allowed["ARN"]}},
    }
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [policy]}))
    return [_fetch(cloud, one["DomainName"], "GET", "/missing.html")[0] for one in (allowed, refused)]


def _store(cloud: Cloud) -> str:
    return str(cloud.client("cloudfront").create_key_value_store(Name=cloud.name())["KeyValueStore"]["ARN"])


def _values(cloud: Cloud, role: str = "") -> Any:
    client = cloud.client("cloudfront-keyvaluestore", **(cloud.as_role(role) if role else {}))

    def without_account(params: dict[str, Any], **_: Any) -> None:
        params["url"] = re.sub(r"^http://\d{12}\.", "http://", params["url"])  # such a name resolves nowhere

    client.meta.events.register("before-call.cloudfront-keyvaluestore", without_account)
    return client


def _distribution_of(cloud: Cloud, bucket: str) -> dict[str, Any]:
    """Of a bucket, with an origin access control."""
    control = {"Name": cloud.name(), "SigningProtocol": "sigv4", "SigningBehavior": "always"}
    made = cloud.client("cloudfront").create_origin_access_control(
        OriginAccessControlConfig={**control, "OriginAccessControlOriginType": "s3"}
    )
    origin = {
        "Id": "origin",
        "DomainName": f"{bucket}.s3.{cloud.region}.amazonaws.com",
        "S3OriginConfig": {"OriginAccessIdentity": ""},
        "OriginAccessControlId": made["OriginAccessControl"]["Id"],
    }
    return _made(cloud, origin, None)


def _distribution(cloud: Cloud, host: str, functions: dict[str, Any] | None = None) -> str:
    origin = {
        "Id": "origin",
        "DomainName": host,
        "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"},
    }
    return str(_made(cloud, origin, functions)["DomainName"])


def _made(cloud: Cloud, origin: dict[str, Any], functions: dict[str, Any] | None) -> dict[str, Any]:
    behaviour = {
        "TargetOriginId": "origin",
        "ViewerProtocolPolicy": "allow-all",
        "AllowedMethods": {"Quantity": 3, "Items": ["GET", "HEAD", "POST"]},
        "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",  # CachingDisabled
    }
    config = {
        "CallerReference": cloud.name(),
        "Comment": "",
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": behaviour | ({"FunctionAssociations": functions} if functions else {}),
    }
    made = cloud.client("cloudfront").create_distribution(DistributionConfig=config)
    distribution: dict[str, Any] = made["Distribution"]
    return distribution


def _fetch(cloud: Cloud, domain: str, method: str, path: str, body: str = "") -> tuple[int, str]:
    connection = http.client.HTTPConnection(str(urlsplit(cloud.endpoint.url).netloc), timeout=PATIENCE)
    try:
        connection.request(method, path, body=body or None, headers={"Host": domain})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()
