"""What must survive is encrypted, restorable, private, and goes only if the settings say so."""

from typing import Any

import pytest

from infra.environments import Environment
from tests.infra.conftest import Synthesis
from tests.infra.settings import example, local
from tests.infra.templates import listed, resources


@pytest.fixture(params=[example(), local()], ids=lambda e: e.customer)
def state(request: pytest.FixtureRequest, synthesis: Synthesis) -> dict[str, Any]:
    environment: Environment = request.param
    return synthesis(environment)[environment.name("state")]


def test_tables_are_on_demand_restorable_and_encrypted_with_the_customers_key(state: dict[str, Any]) -> None:
    tables = resources([state], "AWS::DynamoDB::GlobalTable")
    (key,) = resources([state], "AWS::KMS::Key")
    assert len(tables) == 2, "workshops, and the numbers of their mocks"
    for table in tables.values():
        (replica,) = table["Replicas"]
        assert table["BillingMode"] == "PAY_PER_REQUEST"
        assert replica["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
        assert table["SSESpecification"] == {"SSEEnabled": True, "SSEType": "KMS"}
        assert replica["SSESpecification"]["KMSMasterKeyId"]["Fn::GetAtt"] == [key, "Arn"]


def test_the_key_is_rotated(state: dict[str, Any]) -> None:
    (key,) = resources([state], "AWS::KMS::Key").values()
    assert key["EnableKeyRotation"] is True


def test_the_bucket_is_private_versioned_and_encrypted(state: dict[str, Any]) -> None:
    (bucket,) = resources([state], "AWS::S3::Bucket").values()
    assert all(bucket["PublicAccessBlockConfiguration"].values())
    assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}
    assert bucket["OwnershipControls"] == {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    (rule,) = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert rule["BucketKeyEnabled"] is True
    assert rule["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "aws:kms"


def test_the_bucket_answers_over_tls_only(state: dict[str, Any]) -> None:
    (policy,) = resources([state], "AWS::S3::BucketPolicy").values()
    denied = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Deny"]
    assert {"Bool": {"aws:SecureTransport": "false"}} in [s["Condition"] for s in denied]
    for statement in denied:
        assert listed(statement["Action"]) == ["s3:*"] and len(statement["Resource"]) == 2
        assert statement["Principal"] == {"AWS": "*"}


def test_replaced_objects_and_unfinished_uploads_go_in_time(state: dict[str, Any]) -> None:
    (bucket,) = resources([state], "AWS::S3::Bucket").values()
    rules = {rule["Id"]: rule for rule in bucket["LifecycleConfiguration"]["Rules"]}
    assert rules["old-versions"]["NoncurrentVersionExpiration"]["NoncurrentDays"] in (7, 30)
    assert rules["unfinished-uploads"]["AbortIncompleteMultipartUpload"] == {"DaysAfterInitiation": 1}
    assert all(rule["Status"] == "Enabled" for rule in rules.values())


STATEFUL = ("AWS::DynamoDB::GlobalTable", "AWS::S3::Bucket", "AWS::KMS::Key")


@pytest.mark.parametrize(("removal", "policy"), [("keep", "Retain"), ("delete", "Delete")])
def test_removal_follows_the_settings(synthesis: Synthesis, removal: str, policy: str) -> None:
    environment = example(removal=removal)
    template = synthesis(environment)[environment.name("state")]
    stateful = [r for r in template["Resources"].values() if r["Type"] in STATEFUL]
    assert len(stateful) == 4
    assert all(r["DeletionPolicy"] == r["UpdateReplacePolicy"] == policy for r in stateful)
    for table in resources([template], "AWS::DynamoDB::GlobalTable").values():
        assert table["Replicas"][0]["DeletionProtectionEnabled"] is (removal == "keep")


def test_what_is_kept_is_in_a_stack_of_its_own(synthesis: Synthesis) -> None:
    """Published mocks are copies: the bucket that shows them goes with its addresses."""
    environment = example()
    held = {
        (name, r["Type"])
        for name, template in synthesis(environment).items()
        for r in template["Resources"].values()
        if r["Type"] in STATEFUL
    }
    assert {one for one in held if one[0] != environment.name("state")} == {
        (environment.name("mocks"), "AWS::S3::Bucket")
    }
