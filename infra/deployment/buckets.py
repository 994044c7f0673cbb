"""Empty a bucket with everything in it: all versions, delete markers, unfinished uploads."""

from itertools import islice
from typing import Any

from botocore.exceptions import ClientError

AT_ONCE = 1000  # what DeleteObjects takes


def empty_bucket(s3: Any, bucket: str) -> int:
    """Delete all that the bucket holds; returns how many versions. A bucket that does not exist is empty.

    Raises ClientError, also when a single object is refused (for instance under a retention lock).
    """
    try:
        uploads = s3.get_paginator("list_multipart_uploads").paginate(Bucket=bucket)
        for upload in [one for page in uploads for one in page.get("Uploads", [])]:
            s3.abort_multipart_upload(Bucket=bucket, Key=upload["Key"], UploadId=upload["UploadId"])
    except ClientError as error:
        if error.response["Error"]["Code"] == "NoSuchBucket":
            return 0
        raise
    versions = s3.get_paginator("list_object_versions").paginate(Bucket=bucket)
    found = (
        {"Key": one["Key"], "VersionId": one["VersionId"]}
        for page in versions
        for one in [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
    )
    deleted = 0
    while batch := list(islice(found, AT_ONCE)):
        answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": batch, "Quiet": True})
        for refused in answer.get("Errors", []):
            raise ClientError({"Error": {"Code": refused["Code"], "Message": refused["Message"]}}, "DeleteObjects")
        deleted += len(batch)
    return deleted
