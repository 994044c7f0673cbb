"""Check of the model's life: how long can it still be used?"""

from datetime import date
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from mlew.adapters.doctor_diagnosis import Diagnosis, DiagnosisState
from mlew.domain.base import Model
from mlew.domain.model_capability import ModelCapability

SOON_DAYS = 90
"""METHOD: everything leads to a reaction within 1-3 months; a model that ends before that is to be changed now."""


class Lifecycle(Model):
    """`end`: first day without the model, None if nobody has named it. `legacy`: AWS has begun to retire it."""

    end: date | None = None
    legacy: bool = False


def check_end_of_life(session: Any, model: ModelCapability, today: date) -> Diagnosis:
    """By AWS's word, if it can be had; else by the catalogue's record, the earliest day AWS had named."""
    told = lifecycle(session, model)
    end = told.end or _recorded(model)
    facts = {"model": model.name, "date": end.isoformat() if end else ""}
    state, reason = _judged(told, end, today)
    return Diagnosis(check="end-of-life", state=state, reason=reason, facts=facts)


def _judged(told: Lifecycle, end: date | None, today: date) -> tuple[DiagnosisState, str]:
    if end is None:
        return ("warn", "end-announced") if told.legacy else ("unknown", "end-not-known")
    if end <= today:
        return ("fail", "end-passed") if told.end else ("warn", "end-due")
    if told.legacy or (end - today).days < SOON_DAYS:
        return "warn", "end-soon"
    return "ok", "end-far"


def lifecycle(session: Any, model: ModelCapability) -> Lifecycle:
    """The earliest end of the models behind the profile; nothing known if AWS does not say."""
    bedrock = session.client("bedrock")
    lives: list[dict[str, Any]] = []
    for name in model.foundation_models or (model.id,):
        try:
            details = bedrock.get_foundation_model(modelIdentifier=name)["modelDetails"]
        except (ClientError, BotoCoreError):
            continue
        lives.append(details.get("modelLifecycle", {}))
    ends = [life["endOfLifeTime"].date() for life in lives if "endOfLifeTime" in life]
    return Lifecycle(end=min(ends, default=None), legacy=any(life.get("status") == "LEGACY" for life in lives))


def _recorded(model: ModelCapability) -> date | None:
    try:
        return date.fromisoformat(model.end_of_life)
    except ValueError:
        return None
