"""On which Python and processor the functions run: AWS's newest, or whatever this machine has."""

import platform
import sys
from dataclasses import dataclass
from typing import Literal

Machine = Literal["lambda", "this-machine"]
Architecture = Literal["arm64", "x86_64"]

NEWEST_PYTHON = "3.14"
"""Newest that Lambda and the embedded AWS both know and that all our wheels exist for (docs/decisions)."""

_ARM = ("arm64", "aarch64")


@dataclass(frozen=True)
class FunctionRuntime:
    """`python` as in "3.14". `this_machine`: wheels are those of the interpreter that is running now."""

    python: str
    architecture: Architecture
    this_machine: bool

    @property
    def name(self) -> str:
        """As Lambda calls it: python3.14."""
        return f"python{self.python}"

    @property
    def wheel_platform(self) -> str:
        """Platform of the wheels as uv names it. Lambda's Amazon Linux 2023 has glibc 2.34."""
        return f"{'aarch64' if self.architecture == 'arm64' else 'x86_64'}-manylinux_2_28"


def runtime_of(machine: Machine) -> FunctionRuntime:
    """`lambda`: arm64, since it costs a fifth less than x86_64 for the same time."""
    if machine == "lambda":
        return FunctionRuntime(NEWEST_PYTHON, "arm64", this_machine=False)
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    return FunctionRuntime(here, "arm64" if platform.machine() in _ARM else "x86_64", this_machine=True)
