"""Sources of CloudFront functions, with what differs between distributions filled in."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Literal

from infra.constructs.content_policy import OURS
from mlew.domain.mock import MockOrigin

EDGE = Path(__file__).parents[1] / "edge"
LARGEST = 10_240  # bytes; CloudFront takes no larger function


def mocks_source(kind: MockOrigin) -> str:
    """`infra/edge/mocks.js` for a distribution that serves mocks of this kind."""
    return _source("mocks").replace("@KIND@", kind).replace("@CSP@", OURS)


def api_source() -> str:
    """`infra/edge/api.js`."""
    return _source("api")


def sdk_source() -> str:
    """`infra/edge/sdk.js` with both trackers in it, as they were built."""
    return _source("sdk").replace("@MLEW_TRACKER@", _script("mlew-tracker")).replace("@TRACKER@", _script("tracker"))


def _script(name: str) -> str:
    """As JavaScript writes a text."""
    return json.dumps(files("mlew.mocks").joinpath("static", f"{name}.js").read_text("utf-8"), ensure_ascii=False)


def _source(name: Literal["mocks", "api", "sdk"]) -> str:
    return (EDGE / f"{name}.js").read_text(encoding="utf-8")
