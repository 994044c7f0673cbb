"""Which model the embedded AWS uses: the rehearsal model, Bedrock, or an OpenAI-compatible server."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from mlew.errors import InputError

Backend = Literal["rehearsal", "bedrock", "openai"]
REHEARSAL = "mlew.rehearsal-v1"


@dataclass(frozen=True)
class ModelChoice:
    """`model_id`: of the catalogue; `url`: of an OpenAI-compatible server, else ""."""

    backend: Backend
    model_id: str
    url: str = ""


def choose_model(given: str | None, folder: Path) -> ModelChoice:
    """`rehearsal`, `bedrock`, a model's id or a URL; None takes the last choice kept in `folder`."""
    if given is None:
        return last_choice(folder) or ModelChoice("rehearsal", REHEARSAL)
    if given.startswith(("http://", "https://")):
        return ModelChoice("openai", REHEARSAL, given)
    from infra.catalogue import catalogue

    records = catalogue()
    if given in ("rehearsal", REHEARSAL):
        return ModelChoice("rehearsal", REHEARSAL)
    if given == "bedrock":
        return ModelChoice("bedrock", next(i for i, r in records.items() if not r.rehearsal))
    if given in records:
        return ModelChoice("bedrock", given)
    raise InputError(f"'{given}' is no model", hint=f"rehearsal, bedrock, a URL, or one of: {', '.join(records)}")


def last_choice(folder: Path) -> ModelChoice | None:
    """What was chosen the last time; None if nothing readable is kept."""
    try:
        return ModelChoice(**json.loads((folder / "choice.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def keep_choice(folder: Path, choice: ModelChoice) -> None:
    """Remember for the next `mlew up`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "choice.json").write_text(json.dumps(asdict(choice)), encoding="utf-8")
