"""List prices without free tiers, and what a million events cost by them.

From memory, as of 2026-11: AWS's price pages could not be read when this was written.
"""

from dataclasses import dataclass

MILLION = 1_000_000
THOUSAND = 1_000


@dataclass(frozen=True)
class Prices:
    """USD. `https`: 10,000 requests of a viewer near the region; `out`: GB to viewers; `put`: a million units of 25 KB;
    `api`, `calls`, `writes`, `reads`: a million.
    """

    region: str
    https: float
    out: float
    api: float
    put: float
    writes: float
    reads: float
    log_gb: float
    calls: float = 0.20
    gb_second: float = 0.0000133334  # arm64


VIRGINIA = Prices("us-east-1", 0.0100, 0.085, 1.00, 0.014, 0.625, 0.125, 0.50)
TOKYO = Prices("Tokyo", 0.0120, 0.114, 1.29, 0.0215, 0.715, 0.143, 0.76)

MEMORY = 0.5  # GB of both functions
TAKING = 0.025  # seconds billed a request: our own code is a tenth of it, the rest waits for the stream
COUNTING = 0.5  # seconds billed a batch at the reckoned rate
ANSWER = 700  # bytes to the browser: headers, and which events were refused
LOGGED = 400  # bytes of a batch; the intake logs nothing of a request


@dataclass(frozen=True)
class Counted:
    """For a million events: requests of pages, units put on the stream, batches, write and read units."""

    requests: float
    puts: float
    batches: float
    writes: float
    reads: float


def items(counted: Counted, prices: Prices) -> dict[str, float]:
    """USD for a million events, item by item."""
    seconds = counted.requests * TAKING + counted.batches * COUNTING
    return {
        "CloudFront": counted.requests * (prices.https / 10_000 + ANSWER / 1e9 * prices.out),
        "HTTP API": counted.requests / MILLION * prices.api,
        "Lambda": (counted.requests + counted.batches) / MILLION * prices.calls + seconds * MEMORY * prices.gb_second,
        "Kinesis, PUT units": counted.puts / MILLION * prices.put,
        "DynamoDB, writes": counted.writes / MILLION * prices.writes,
        "DynamoDB, reads": counted.reads / MILLION * prices.reads,
        "logs": counted.batches * LOGGED / 1e9 * prices.log_gb,
    }
