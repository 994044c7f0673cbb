import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mlew.gateway.__main__ import main
from tests.unit.gateway.asking import ask


@pytest.mark.parametrize("module", ["mlew.gateway", "mlew.rehearsal"])
def test_it_serves_as_a_process_until_it_is_terminated(module: str, tmp_path: Path) -> None:
    ready = tmp_path / "ready.json"
    command = [sys.executable, "-m", module, "--faults", "throttle=0.1", "--ready-file", str(ready)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert "rehearsal at http://127.0.0.1:" in process.stdout.readline()
        record = json.loads(ready.read_text())
        assert record["pid"] == process.pid
        assert ask(record["url"], "GET", "/health")[0] == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


@pytest.mark.parametrize(
    "arguments",
    [["--faults", "nonsense"], ["--backend", "openai"], ["--backend", "bedrock", "--profile", "nobody-here"]],
)
def test_what_cannot_start_says_why(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) != 0
    assert capsys.readouterr().err.strip()
