"""Deploying an assembly to an emulator and removing it again."""

from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.deployment.assembly import read_assembly
from infra.deployment.deploy import ASSET_TYPE, deploy
from infra.deployment.errors import DeploymentFailed
from infra.deployment.removal import leftovers, remove, stack_names
from infra.deployment.stack import Progress
from infra.embedded.endpoint import Endpoint
from tests.assembly_on_disk import WrittenStack, write_assembly

pytestmark = pytest.mark.embedded

TAGS = {"customer": "example", "project": "deployment-test"}
VERSIONED = {"VersioningConfiguration": {"Status": "Enabled"}}


def state(name: str, **properties: Any) -> WrittenStack:
    return WrittenStack(
        name,
        {"Bucket": {"Type": "AWS::S3::Bucket", "Properties": {**VERSIONED, **properties}}},
        outputs={"BucketName": {"Value": {"Ref": "Bucket"}, "Export": {"Name": f"{name}-bucket"}}},
        tags=TAGS,
    )


def reader(name: str, needs: str) -> WrittenStack:
    parameter = {"Type": "String", "Value": {"Fn::ImportValue": f"{needs}-bucket"}}
    return WrittenStack(name, {"Name": {"Type": "AWS::SSM::Parameter", "Properties": parameter}}, needs=[needs])


@pytest.fixture
def session(embedded_aws: Endpoint) -> Any:
    return embedded_aws.session()


def test_stacks_stand_after_a_deployment_and_a_second_one_changes_nothing(session: Any, tmp_path: Path) -> None:
    code = {"code-1.zip": {"index.py": "def handler(e, c): return 1"}}
    first = WrittenStack("twice-state", state("twice-state").resources, state("twice-state").outputs, folders=code)
    folder = write_assembly(tmp_path / "cdk.out", reader("twice-reader", "twice-state"), first)
    told: list[Progress] = []

    once = deploy(folder, session, cache=tmp_path / "zips", bootstrap=True, listener=told.append)
    again = deploy(folder, session, cache=tmp_path / "zips", bootstrap=True)

    assert once.changed == ("twice-state", "twice-reader")
    assert again.changed == ()
    assert once.output("BucketName") == again.outputs["twice-state"]["BucketName"]
    assert {one.logical_id for one in told if one.resource_type == ASSET_TYPE} >= {"code-1.zip"}
    assert ("Bucket", "CREATE_COMPLETE") in {(one.logical_id, one.status) for one in told}
    assert [path.name for path in (tmp_path / "zips").iterdir()] == ["code-1.zip"]


def test_a_changed_template_updates_its_stack_only(session: Any, tmp_path: Path) -> None:
    stacks = state("changed-state"), reader("changed-reader", "changed-state")
    before = deploy(write_assembly(tmp_path / "1", *stacks), session, cache=tmp_path, bootstrap=True)
    changed = state("changed-state", Tags=[{"Key": "new", "Value": "1"}])

    after = deploy(write_assembly(tmp_path / "2", changed, stacks[1]), session, cache=tmp_path, bootstrap=True)

    assert after.changed == ("changed-state",)
    assert after.output("BucketName") == before.output("BucketName")


def test_values_reach_the_parameters_of_their_stack(session: Any, tmp_path: Path) -> None:
    stack = WrittenStack(
        "with-values",
        {"P": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": {"Ref": "Given"}}}},
        outputs={"Said": {"Value": {"Fn::Sub": "${Given}-${Other}"}}},
        parameters={"Given": {"Type": "String"}, "Other": {"Type": "String", "Default": "default"}},
    )
    folder = write_assembly(tmp_path / "out", stack)

    done = deploy(folder, session, cache=tmp_path, bootstrap=True, parameters={"with-values": {"Given": "value"}})

    assert done.output("Said") == "value-default"


def test_a_failed_creation_names_its_cause_and_can_be_tried_again(session: Any, tmp_path: Path) -> None:
    session.client("s3").create_bucket(
        Bucket="already-taken", CreateBucketConfiguration={"LocationConstraint": session.region_name}
    )
    taken = state("tried-again", BucketName="already-taken")
    with pytest.raises(DeploymentFailed) as raised:
        deploy(write_assembly(tmp_path / "1", taken), session, cache=tmp_path, bootstrap=True)
    assert raised.value.stack == "tried-again"
    assert [one.logical_id for one in raised.value.failed] == ["Bucket"]
    assert "already-taken" in raised.value.message

    done = deploy(write_assembly(tmp_path / "2", state("tried-again")), session, cache=tmp_path, bootstrap=True)

    assert done.changed == ("tried-again",)


def test_a_failed_update_is_reported_and_the_old_stack_stands(session: Any, tmp_path: Path) -> None:
    before = deploy(write_assembly(tmp_path / "1", state("keeps")), session, cache=tmp_path, bootstrap=True)
    broken = WrittenStack(
        "keeps",
        {
            **state("keeps").resources,
            "Role": {
                "Type": "AWS::IAM::Role",
                "Properties": {
                    "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": []},
                    "ManagedPolicyArns": [{"Fn::ImportValue": "nobody-exports-this"}],
                },
            },
        },
        outputs=state("keeps").outputs,
    )

    with pytest.raises((DeploymentFailed, ClientError), match="nobody-exports-this"):
        deploy(write_assembly(tmp_path / "2", broken), session, cache=tmp_path, bootstrap=True)

    after = deploy(write_assembly(tmp_path / "3", state("keeps")), session, cache=tmp_path, bootstrap=True)
    assert after.output("BucketName") == before.output("BucketName")


def test_a_removal_takes_every_version_and_leaves_nothing_with_the_tag(session: Any, tmp_path: Path) -> None:
    folder = write_assembly(tmp_path / "out", state("gone-state"), reader("gone-reader", "gone-state"))
    bucket = deploy(folder, session, cache=tmp_path, bootstrap=True).output("BucketName")
    s3 = session.client("s3")
    for _ in range(3):
        s3.put_object(Bucket=bucket, Key="工房/本文.md", Body=b"x")
    s3.delete_object(Bucket=bucket, Key="工房/本文.md")
    s3.create_multipart_upload(Bucket=bucket, Key="unfinished")
    assert f"arn:aws:s3:::{bucket}" in leftovers(session, TAGS)
    told: list[Progress] = []

    done = remove(session, stack_names(read_assembly(folder)), listener=told.append)

    assert done.removed == ("gone-reader", "gone-state")
    assert done.object_versions == 4
    assert f"arn:aws:s3:::{bucket}" not in leftovers(session, TAGS)
    assert bucket not in {one["Name"] for one in s3.list_buckets()["Buckets"]}
    assert "EMPTIED" in {one.status for one in told}
    assert remove(session, ["gone-state"]).removed == ()


def test_a_bucket_that_the_stack_keeps_is_emptied_and_listed(session: Any, tmp_path: Path) -> None:
    kept = state("keeper")
    resources = {"Bucket": {**kept.resources["Bucket"], "DeletionPolicy": "Retain"}}
    folder = write_assembly(tmp_path / "out", WrittenStack("keeper", resources, kept.outputs, tags=TAGS))
    bucket = deploy(folder, session, cache=tmp_path, bootstrap=True).output("BucketName")
    session.client("s3").put_object(Bucket=bucket, Key="a", Body=b"x")

    assert remove(session, ["keeper"]).object_versions == 1

    assert f"arn:aws:s3:::{bucket}" in leftovers(session, TAGS)
