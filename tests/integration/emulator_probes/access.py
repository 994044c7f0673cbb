"""Who may do what with the emulator."""

import http.client
import json
from urllib.parse import urlsplit

from tests.integration.emulator_probes import probe
from tests.integration.emulator_probes.cloud import PATIENCE, Cloud, refusal


@probe("plain_http", as_in_aws="")
def a_bucket_that_wants_tls_can_be_read(cloud: Cloud) -> str:
    s3, bucket = cloud.client("s3"), cloud.name()
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": cloud.region})
    resources = [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"]
    tls_only = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": resources,
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    s3.put_object(Bucket=bucket, Key="a", Body=b"1")
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [tls_only]}))
    role = cloud.role({"Action": "s3:GetObject", "Resource": resources})
    reader = cloud.client("s3", **cloud.as_role(role))
    return refusal(lambda: reader.get_object(Bucket=bucket, Key="a"))


@probe("root_signature", as_in_aws="InvalidSignatureException")
def a_root_key_with_a_wrong_secret_is_refused(cloud: Cloud) -> str:
    pretender = cloud.client("dynamodb", secret="guessed")
    return refusal(pretender.list_tables)


@probe("root_signature", as_in_aws=True)
def an_account_number_with_any_secret_is_refused(cloud: Cloud) -> bool:
    pretender = cloud.client("dynamodb", access_key="000000000000", secret="guessed")
    return bool(refusal(pretender.list_tables))


@probe("admin_paths", as_in_aws=403)
def settings_cannot_be_changed_by_anybody(cloud: Cloud) -> int:
    connection = http.client.HTTPConnection(str(urlsplit(cloud.endpoint.url).netloc), timeout=PATIENCE)
    try:
        connection.request("POST", "/_ministack/config", body="{}")
        return connection.getresponse().status
    finally:
        connection.close()
