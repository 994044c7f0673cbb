"""What CloudFormation provides."""

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

from tests.integration.emulator_probes import probe
from tests.integration.emulator_probes.cloud import PATIENCE, Cloud, refusal

BUDGET = {"BudgetType": "COST", "TimeUnit": "MONTHLY", "BudgetLimit": {"Amount": 10, "Unit": "USD"}}
CALCULATED_ALARM = {
    "ComparisonOperator": "GreaterThanThreshold",
    "EvaluationPeriods": 1,
    "Threshold": 1,
    "Metrics": [
        {"Id": "share", "Expression": "100 * errors / FILL(errors, 1)"},
        {
            "Id": "errors",
            "ReturnData": False,
            "MetricStat": {
                "Metric": {"Namespace": "AWS/Lambda", "MetricName": "Errors"},
                "Period": 60,
                "Stat": "Sum",
            },
        },
    ],
}


def create(cloud: Cloud, resource_type: str, properties: dict[str, Any], **options: Any) -> tuple[str, str]:
    """Status of a stack with this one resource, and the resource's physical id."""
    cloudformation, name = cloud.client("cloudformation"), cloud.name()
    template = {"Resources": {"Asked": {"Type": resource_type, "Properties": properties}}}

    def make() -> Any:
        return cloudformation.create_stack(StackName=name, TemplateBody=json.dumps(template), **options)

    code = refusal(make)
    if code:
        return code, ""

    def ended() -> str | None:
        status = str(cloudformation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"])
        return None if status.endswith("_IN_PROGRESS") else status

    status = cloud.eventually(ended)
    resources = cloudformation.describe_stack_resources(StackName=name)["StackResources"]
    return status, "".join(one.get("PhysicalResourceId", "") for one in resources)


@probe("cloudformation_types", as_in_aws="CREATE_COMPLETE")
def a_budget_may_stand_in_a_template(cloud: Cloud) -> str:
    return create(cloud, "AWS::Budgets::Budget", {"Budget": BUDGET})[0]


@probe("cloudformation_types", as_in_aws="CREATE_COMPLETE")
def an_alarm_may_calculate(cloud: Cloud) -> str:
    return create(cloud, "AWS::CloudWatch::Alarm", CALCULATED_ALARM)[0]


@probe("cloudformation_tags", as_in_aws={"own": "1", "of-the-stack": "2"})
def a_bucket_carries_the_tags_of_its_template_and_stack(cloud: Cloud) -> dict[str, str]:
    own, stack = [{"Key": "own", "Value": "1"}], [{"Key": "of-the-stack", "Value": "2"}]
    _, bucket = create(cloud, "AWS::S3::Bucket", {"Tags": own}, Tags=stack)
    pages = cloud.client("resourcegroupstaggingapi").get_paginator("get_resources").paginate()
    resources = {one["ResourceARN"]: one["Tags"] for page in pages for one in page["ResourceTagMappingList"]}
    found = {tag["Key"]: tag["Value"] for tag in resources.get(f"arn:aws:s3:::{bucket}", [])}
    return {key: value for key, value in found.items() if not key.startswith("aws:")}


@probe("cloudformation_cors", as_in_aws=(204, "*", "POST"))
def an_api_answers_a_preflight_as_its_template_says(cloud: Cloud) -> tuple[int, str | None, str | None]:
    cors = {"AllowOrigins": ["*"], "AllowMethods": ["POST"]}
    _, api = create(cloud, "AWS::ApiGatewayV2::Api", {"Name": "x", "ProtocolType": "HTTP", "CorsConfiguration": cors})
    connection = http.client.HTTPConnection(str(urlsplit(cloud.endpoint.url).netloc), timeout=PATIENCE)
    try:
        headers = {"Host": f"{api}.execute-api.localhost", "Origin": "https://canteen.example.com"}
        connection.request("OPTIONS", "/v1/events", headers=headers)
        answer = connection.getresponse()
        origins, methods = (answer.headers.get(f"Access-Control-Allow-{name}") for name in ("Origin", "Methods"))
        return answer.status, origins, methods
    finally:
        connection.close()
