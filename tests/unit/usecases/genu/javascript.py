"""Real JavaScript to compare with: a Node process that answers one JSON line for each it gets."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_LOOP = """
const lines = require('readline').createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const given = JSON.parse(line);
  let answer;
  try { answer = { value: (new Function('given', given.code))(given) }; }
  catch (error) { answer = { error: error.name + ': ' + error.message }; }
  process.stdout.write(JSON.stringify(answer) + '\\n');
});
"""


class JavaScript:
    """`run`: body of a function whose parameter `given` holds the keywords."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, code: str, **given: Any) -> Any:
        """What it returns. Raises JavaScriptError with what it throws."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"code": code, **given}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise JavaScriptError(answer["error"])
        return answer.get("value")


class JavaScriptError(Exception):
    """Thrown by the script."""


@contextmanager
def javascript() -> Iterator[JavaScript]:
    """A process for as long as it is needed."""
    command = ["node", "-e", _LOOP]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as node:
        yield JavaScript(node)
