"""Checks of the account's limits that a workshop meets first."""

from collections.abc import Iterator
from typing import Any

from mlew.adapters.doctor_diagnosis import Diagnosis, asked
from mlew.domain.model_capability import ModelCapability

CONCURRENCY = "L-B99A9384"
"""Lambda: concurrent executions."""
WANTED_CONCURRENCY = 50
"""Invent runs per pair, question and point of view: 3 pairs × 3 questions × 4 points of view fit with room."""
WANTED_REQUESTS = 20
WANTED_TOKENS = 100_000
"""Per minute: one workshop with two pairs sends about this at its widest (Invent) without waiting."""


def check_concurrency(session: Any) -> Diagnosis:
    """Lambdas that may run at once."""

    def question() -> Diagnosis:
        answer = session.client("service-quotas").get_service_quota(ServiceCode="lambda", QuotaCode=CONCURRENCY)
        value = float(answer["Quota"]["Value"])
        facts = {"value": f"{value:.0f}", "wanted": str(WANTED_CONCURRENCY)}
        if value < WANTED_CONCURRENCY:
            return Diagnosis(check="concurrency", state="warn", reason="quota-low", facts=facts)
        return Diagnosis(check="concurrency", state="ok", reason="quota-enough", facts=facts)

    return asked("concurrency", question)


def check_model_quotas(session: Any, model: ModelCapability) -> Diagnosis:
    """Requests and tokens a minute for this model, as the account has them now."""

    def question() -> Diagnosis:
        found = [
            (str(q["QuotaName"]), float(q["Value"]))
            for q in _quotas(session, "bedrock")
            if _is_about(str(q["QuotaName"]), model.name)
        ]
        low = [
            (name, value)
            for name, value in found
            if value < (WANTED_REQUESTS if "requests per minute" in name.lower() else WANTED_TOKENS)
        ]
        facts = {"quotas": "; ".join(f"{name}: {value:,.0f}" for name, value in low or found), "model": model.name}
        if not found:
            return Diagnosis(check="model-quotas", state="unknown", reason="quotas-not-listed", facts=facts)
        if low:
            return Diagnosis(check="model-quotas", state="warn", reason="quotas-low", facts=facts)
        return Diagnosis(check="model-quotas", state="ok", reason="quotas-enough", facts=facts)

    return asked("model-quotas", question)


def _quotas(session: Any, service: str) -> Iterator[Any]:
    for page in session.client("service-quotas").get_paginator("list_service_quotas").paginate(ServiceCode=service):
        yield from page["Quotas"]


def _is_about(quota: str, model: str) -> bool:
    """Quotas are named after the model, without where its profile goes: "Large (Japan)" is "… for Large"."""
    name = quota.lower()
    return "per minute" in name and model.split(" (")[0].lower() in name
