"""Sources of CloudFront functions, with what differs between distributions filled in."""

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


def _source(name: Literal["mocks", "api"]) -> str:
    return (EDGE / f"{name}.js").read_text(encoding="utf-8")
