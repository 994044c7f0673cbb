"""Run a CloudFront function's source in Node, with a key-value store and a clock of the test's own."""

import atexit
import json
import subprocess
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

NOW = 1_800_000_000
"""Unix seconds that the function takes for now."""

HARNESS = """
const handlerOf = (given) => {
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
  return new Function('cf', 'crypto', 'Date', code)({ kvs: () => store }, require('crypto'), clock);
};
require('readline').createInterface({ input: process.stdin }).on('line', async (line) => {
  const given = JSON.parse(line);
  const handler = handlerOf(given);
  const call = async (event) => {
    try { return await handler(event); } catch (error) { return { thrown: String(error) }; }
  };
  process.stdout.write(JSON.stringify(await Promise.all(given.events.map(call))) + '\\n');
});
"""

_LINE = Lock()
"""One question at a time: pages ask for their files side by side."""

Answer = dict[str, Any]


@dataclass(frozen=True)
class EdgeFunction:
    """`store`: values by key; None if it does not answer."""

    source: str
    store: dict[str, str] | None

    def answers(self, *requests: dict[str, Any]) -> list[Answer]:
        """What it answers to each, made anew from its source."""
        given = {"source": self.source, "store": self.store, "now": NOW, "events": [{"request": r} for r in requests]}
        node = _node()
        assert node.stdin is not None
        assert node.stdout is not None
        with _LINE:
            print(json.dumps(given), file=node.stdin, flush=True)
            answered: list[Answer] = json.loads(node.stdout.readline())
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


@cache
def _node() -> "subprocess.Popen[str]":
    """One for all tests of this process: to start it takes longer than any answer."""
    node = subprocess.Popen(
        ["node", "-e", HARNESS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    atexit.register(node.communicate)  # nothing more to say: it ends
    return node
