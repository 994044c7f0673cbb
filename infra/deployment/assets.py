"""Publish an assembly's files to the assets bucket. A key that exists is never written again.

Keys are hashes of the content, so what lies under a key is what belongs there; packed folders are kept in a
cache under the same name.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from infra.deployment.archive import pack
from infra.deployment.assembly import FileAsset
from infra.deployment.target import Target

PARALLEL = 8


def publish(
    target: Target, assets: tuple[FileAsset, ...], cache: Path, published: Callable[[str], None] = lambda _: None
) -> int:
    """Upload what is missing, several at a time; `published` hears each key. Returns how many were."""
    s3 = target.client("s3")

    def one(asset: FileAsset) -> bool:
        bucket, key = target.resolve(asset.bucket), target.resolve(asset.key)
        if _exists(s3, bucket, key):
            return False
        source = asset.source
        if asset.packaging == "zip":
            source = cache / Path(key).name
            if not source.exists():
                pack(asset.source, source)
        s3.upload_file(str(source), bucket, key)
        published(key)
        return True

    with ThreadPoolExecutor(PARALLEL) as pool:
        return sum(pool.map(one, assets))


def _exists(s3: Any, bucket: str, key: str) -> bool:
    try:
        s3.head_object(Bucket=bucket, Key=key)
    except ClientError as error:
        if error.response["Error"]["Code"] in ("404", "NoSuchKey", "NotFound"):
            return False
        raise
    return True
