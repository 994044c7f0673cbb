"""CloudFront functions can read the key-value store they are associated with.

Why: `import cf from 'cloudfront'` is refused by the emulator, as is every other module of the edge's runtime
2.0 that Node does not have. Here `cf.kvs()` reads what the store holds when the function is called.
Source: "Helper methods for key value stores" in the CloudFront developer guide: `get` fails for a key that is not
there, `exists` tells, `format` is string, json or bytes.
"""

import re
from typing import Any

import ministack.services.cloudfront_keyvaluestore as stores
from ministack.core import cloudfront_js
from ministack.core.concurrency import run_offloop
from ministack.services import cloudfront

from . import Settings

_IMPORT = re.compile(rb"^\s*import\s+(\w+)\s+from\s+['\"]cloudfront['\"]\s*;?\s*$", re.MULTILINE)
_ITEMS = "mlewItems"
_MODULE = rb"""
let mlewItems = {};
const mlewStore = {
  async get(key, options) {
    if (!Object.hasOwn(mlewItems, key)) throw new Error("KeyNotFound: " + key);
    const format = (options && options.format) || "string";
    if (format === "json") return JSON.parse(mlewItems[key]);
    return format === "bytes" ? Buffer.from(mlewItems[key]) : mlewItems[key];
  },
  async exists(key) { return Object.hasOwn(mlewItems, key); },
};
const \1 = { kvs: () => mlewStore };
"""
_ENTRY = b"""
handler = (function (inner) {
  return function (event) { mlewItems = event.mlewItems; delete event.mlewItems; return inner(event); };
})(handler);
"""


def apply(_settings: Settings) -> None:
    run, failure = cloudfront._run_function, cloudfront.CloudFrontFunctionError

    async def with_store(function_arn: str, event: dict[str, Any]) -> Any:
        code = cloudfront.live_function_code(function_arn)
        if code is None or not _IMPORT.search(code):
            return await run(function_arn, event)
        whole = _IMPORT.sub(_MODULE, code) + _ENTRY
        try:
            return await run_offloop(cloudfront_js.evaluate, whole, {**event, _ITEMS: _items(function_arn)})
        except cloudfront_js.CloudFrontFunctionError as error:
            raise failure(str(error)) from error

    cloudfront._run_function = with_store


def _items(function_arn: str) -> dict[str, str]:
    function = cloudfront._functions.get(function_arn.rsplit("/", 1)[-1]) or {}
    for arn in function.get("kvs_arns") or ():
        return dict((stores._stores.get(arn) or {}).get("items", {}))
    return {}
