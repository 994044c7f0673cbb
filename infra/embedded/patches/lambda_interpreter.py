"""Functions run on an interpreter of their own that has the AWS SDK and nothing else.

Why: the emulator runs every Python runtime on its own interpreter, in which its own packages are
importable, so a dependency that is missing from an asset goes unnoticed. A function that asks for another
Python than this machine's is refused by name rather than run on a version it was not built for.
"""

import ministack.core.lambda_runtime as runtime

from . import Settings


def apply(settings: Settings) -> None:
    detect = runtime._detect_runtime_binary

    def interpreter(name: str) -> tuple[str, str]:
        binary, script = detect(name)
        if not name.startswith("python") or not settings.lambda_runtime:
            return binary, script
        if name != settings.lambda_runtime:
            raise RuntimeError(
                f"Runtime {name} cannot run here: this machine offers {settings.lambda_runtime}. "
                "Synthesise the stacks for that runtime."
            )
        return settings.lambda_python, script

    runtime._detect_runtime_binary = interpreter
