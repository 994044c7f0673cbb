"""Which model the embedded AWS uses: the rehearsal model, Bedrock, or an OpenAI-compatible server."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from mlew.errors import InputError

Backend = Literal["rehearsal", "bedrock", "openai"]
REHEARSAL = "mlew.rehearsal-v1"
OPENAI = "mlew.openai-compatible"
"""Ids in the catalogue (infra/models.toml)."""


@dataclass(frozen=True)
class ModelChoice:
    """`model_id`: of the catalogue. `url`, `served`: server and model there, for backend openai.

    `profile`: signs the calls, for backend bedrock. `faults`: makes the rehearsal model misbehave.
    """

    backend: Backend
    model_id: str
    url: str = ""
    served: str = ""
    profile: str = ""
    faults: str = ""


def choose_model(given: str | None, folder: Path, *, profile: str | None = None) -> ModelChoice:
    """`rehearsal`, `bedrock`, a model's id, or a URL (with `#model`); None takes the last choice kept in `folder`.

    Without `profile`, calls of Bedrock are signed as the last time. Raises InputError.
    """
    last = last_choice(folder)
    if given is None:
        return last or ModelChoice("rehearsal", REHEARSAL)
    if given.startswith(("http://", "https://")):
        url, _, served = given.partition("#")
        return ModelChoice("openai", OPENAI, url, served)
    from infra.catalogue import catalogue

    records = catalogue()
    if given in ("rehearsal", REHEARSAL):
        return ModelChoice("rehearsal", REHEARSAL)
    if given == "bedrock":
        given = next(i for i, r in records.items() if r.foundation_models)
    if given in records and given != OPENAI:
        return ModelChoice("bedrock", given, profile=profile or (last.profile if last else ""))
    raise InputError.told("gateway.no-model", given=given, known=", ".join(records))


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
