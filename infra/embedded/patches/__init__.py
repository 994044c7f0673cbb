"""Corrections to the emulator, one module each, applied in the order of `PATCHES`.

Each module says why it exists, and `tests/integration/test_emulator_patches.py` asks the same question
of an emulator with and without it: when the unpatched answer is right, the test fails and the module can go.
A module whose name starts with an underscore is shared by several patches and changes nothing by itself.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from pathlib import Path

PATCHES = (
    "plain_http",
    "root_signature",
    "state_snapshots",
    "lambda_interpreter",
    "lambda_code",
    "lambda_errors",
    "lambda_log_wait",
    "lambda_environments",
    "cloudformation_types",
    "cloudformation_tags",
    "cloudformation_cors",
    "bedrock_authorisation",
    "bedrock_gateway",
    "edge_store_permissions",
    "edge_functions",
    "edge_api_origin",
    "edge_configuration",
    "edge_missing_files",
    "stream_retention",
    "stream_mappings",
    "workflow_permissions",
    "workflow_token_permissions",
    "workflow_retries",
    "workflow_task_tokens",
    "workflow_timeouts",
    "workflow_branches",
    "workflow_children",
    "workflow_definitions",
    "admin_paths",
)

PREFIX = "MLEW_EMBEDDED_"


@dataclass(frozen=True)
class Settings:
    """What the launcher was told. Every value travels as `MLEW_EMBEDDED_<NAME>`.

    `model_url` is the model gateway (may be empty), `save_every` seconds between two snapshots (0: none),
    `lambda_runtime` a Runtime such as `python3.11` and `lambda_python` its interpreter. `lock_fd` is the open
    lock of `home`; the launcher adds it.
    """

    home: Path
    listen_fd: int
    admin_token: str
    model_url: str = ""
    save_every: float = 0.0
    lambda_runtime: str = ""
    lambda_python: str = ""
    lock_fd: int = -1
    skipped: frozenset[str] = field(default_factory=frozenset)


def take_settings(environ: MutableMapping[str, str]) -> Settings:
    """Read the settings and remove them: what stays in the environment is handed to every function."""
    given = {name: environ.pop(name) for name in sorted(environ) if name.startswith(PREFIX)}

    def value(name: str, default: str = "") -> str:
        return given.get(PREFIX + name, default)

    return Settings(
        home=Path(value("HOME")),
        listen_fd=int(value("LISTEN_FD")),
        admin_token=value("ADMIN_TOKEN"),
        model_url=value("MODEL_URL"),
        save_every=float(value("SAVE_EVERY", "0")),
        lambda_runtime=value("LAMBDA_RUNTIME"),
        lambda_python=value("LAMBDA_PYTHON"),
        skipped=frozenset(filter(None, value("SKIPPED_PATCHES").split(","))),
    )
