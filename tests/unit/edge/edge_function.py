"""Run a CloudFront function's source in Node, with a key-value store and a clock of the test's own."""

import json
import subprocess
from dataclasses import dataclass
from typing import Any

NOW = 1_800_000_000
"""Unix seconds that the function takes for now."""

HARNESS = """
const given = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const code = given.source.replace(/^import .*$/gm, '') + '; return handler;';
const failing = given.store === null;
const store = {
  get: async (key, options) => {
    if (failing || !Object.hasOwn(given.store, key)) throw new Error('KeyNotFound');
    return options.format === 'json' ? JSON.parse(given.store[key]) : given.store[key];
  },
  exists: async (key) => { if (failing) throw new Error('unavailable'); return Object.hasOwn(given.store, key); },
};
const clock = { now: () => given.now * 1000 };
const handler = new Function('cf', 'crypto', 'Date', code)({ kvs: () => store }, require('crypto'), clock);
const call = async (event) => {
  try { return await handler(event); } catch (error) { return { thrown: String(error) }; }
};
Promise.all(given.events.map(call)).then((answers) => process.stdout.write(JSON.stringify(answers)));
"""

Answer = dict[str, Any]


@dataclass(frozen=True)
class EdgeFunction:
    """`store`: values by key; None if it does not answer."""

    source: str
    store: dict[str, str] | None

    def answers(self, *requests: dict[str, Any]) -> list[Answer]:
        """What it answers to each, in one Node."""
        given = {"source": self.source, "store": self.store, "now": NOW, "events": [{"request": r} for r in requests]}
        done = subprocess.run(
            ["node", "-e", HARNESS], input=json.dumps(given), capture_output=True, text=True, check=True
        )
        answered: list[Answer] = json.loads(done.stdout)
        return answered

    def get(self, uri: str, *, query: str = "", cookie: str = "", language: str = "") -> Answer:
        """The answer to one GET."""
        return self.answers(request(uri, query=query, cookie=cookie, language=language))[0]


def request(uri: str, *, query: str = "", cookie: str = "", language: str = "") -> dict[str, Any]:
    """As CloudFront hands it to a function. `cookie` and `query` as in the header and the address."""
    return {
        "method": "GET",
        "uri": uri,
        "querystring": {n: {"value": v} for n, v in _pairs(query, "&")},
        "headers": {"accept-language": {"value": language}} if language else {},
        "cookies": {n: {"value": v} for n, v in _pairs(cookie, "; ")},
    }


def _pairs(text: str, between: str) -> list[tuple[str, str]]:
    return [(name, value) for name, _, value in (part.partition("=") for part in text.split(between) if part)]
