"""What figures that depend on the machine are compared with: a cold import of what every function needs."""

import os
from pathlib import Path
from statistics import median

from infra.embedded.environments import LAMBDA_LOCK, environment_name

IMPORTS = "import boto3, pydantic, aws_lambda_powertools.logging"


def function_python(cache: Path) -> Path:
    """The interpreter that stands for the Lambda runtime."""
    return cache / environment_name("function", LAMBDA_LOCK.read_bytes()) / "bin" / "python"


def processor_seconds(python: Path, code: str, asset: Path) -> float:
    """Of a new process that runs `code` with the asset's files: user and system time, whatever else runs beside."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(asset), "HOME": str(asset)}
    pid = os.posix_spawn(python, [str(python), "-c", code], environment)
    _, status, used = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"failed: {code}")
    return used.ru_utime + used.ru_stime


def reference_seconds(python: Path, asset: Path, *, times: int = 5) -> float:
    """Median of several."""
    return median(processor_seconds(python, IMPORTS, asset) for _ in range(times))
