"""What a Lambda loads when it renders."""

import subprocess
import sys
from pathlib import Path

import pytest

_CODE = """
import sys
from mlew.documents import {function}
from mlew.domain.iteration import Iteration
Iteration(pair="a", milestones=())
{call}
print(sorted(name for name in sys.modules if name.split(".")[0] in ("markdown_it", "icalendar", "rich", "hypothesis")))
"""


@pytest.mark.parametrize(
    ("function", "call"),
    [
        ("render", 'render(Iteration(pair="a", milestones=()), "ja")'),
        ("parse", 'parse("iteration", "- Pair: a\\n\\n## Milestones\\n\\n| |\\n|---|", "en")'),
    ],
)
def test_neither_rendering_nor_parsing_loads_a_markdown_library(function: str, call: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CODE.format(function=function, call=call)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
