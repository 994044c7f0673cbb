"""Checks of the account's limits that a workshop meets first."""

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from mlew.adapters.doctor_diagnosis import Diagnosis, asked
from mlew.domain.model_capability import ModelCapability
from mlew.domain.model_resources import ANY_REGION, is_profile

CONCURRENCY = "L-B99A9384"
"""Lambda: concurrent executions."""
AT_ONCE = 8
"""Calls of one workshop that run at the same time: MaxConcurrency in the state machine."""
WANTED_CONCURRENCY = 20
"""Two workshops at their widest, and room for what opens and closes gates. New accounts may have 10."""
WANTED_REQUESTS = 20
"""A minute: a call takes 20 s and more."""
INPUT_TOKENS = 5_000
"""Of a long request (docs/cost.md: 44,000 in 17 calls)."""

_Scope = Literal["on-demand", "cross-region", "global cross-region"]
_NAME = re.compile(
    r"(?:(?P<scope>on-demand|cross-region|global cross-region) )?(?:model inference|invokemodel)"
    r" (?P<unit>tokens|requests) per minute for (?P<model>.+?)(?: v\d+)?"
)
"""A quota code stands for one model, so new models would need new codes; the names keep to one pattern.

Other offers (1M context, latency-optimized, the mantle endpoint) have names that do not fit it.

Source: "Quotas for the bedrock-runtime endpoint" in the Amazon Bedrock user guide, and the table it points to.
"""


class ModelQuota(NamedTuple):
    """`name` as Service Quotas shows it, to find it there; `unit`: "tokens" or "requests", a minute."""

    name: str
    unit: str
    value: float


def check_concurrency(session: Any) -> Diagnosis:
    """Lambdas that may run at once."""

    def question() -> Diagnosis:
        answer = session.client("service-quotas").get_service_quota(ServiceCode="lambda", QuotaCode=CONCURRENCY)
        value = float(answer["Quota"]["Value"])
        facts = {"value": f"{value:,.0f}", "wanted": str(WANTED_CONCURRENCY)}
        if value < WANTED_CONCURRENCY:
            return Diagnosis(check="concurrency", state="warn", reason="quota-low", facts=facts)
        return Diagnosis(check="concurrency", state="ok", reason="quota-enough", facts=facts)

    return asked("concurrency", question)


def check_model_quotas(session: Any, model: ModelCapability) -> Diagnosis:
    """Requests and tokens a minute for this model, as the account has them now."""
    wanted = {"tokens": wanted_tokens(model), "requests": WANTED_REQUESTS}

    def question() -> Diagnosis:
        found = list(_quotas(session, model))
        low = [quota for quota in found if quota.value < wanted[quota.unit]]
        facts = {
            "model": model.name,
            "tokens": next((f"{quota.value:,.0f}" for quota in found if quota.unit == "tokens"), ""),
            "quotas": "; ".join(f"{quota.name}: {quota.value:,.0f}" for quota in low),
            "wanted": f"{wanted['tokens']:,}",
        }
        if any(quota.value == 0 for quota in low):
            return Diagnosis(check="model-quotas", state="fail", reason="quotas-none", facts=facts)
        if low:
            return Diagnosis(check="model-quotas", state="warn", reason="quotas-low", facts=facts)
        if not facts["tokens"]:
            return Diagnosis(check="model-quotas", state="unknown", reason="quotas-not-listed", facts=facts)
        return Diagnosis(check="model-quotas", state="ok", reason="quotas-enough", facts=facts)

    return asked("model-quotas", question)


def wanted_tokens(model: ModelCapability) -> int:
    """A minute: a call counts with its longest answer until it is done, so what runs at once has to fit.

    Source: "How tokens are counted in Amazon Bedrock" in the user guide.
    """
    return AT_ONCE * (model.output_tokens + INPUT_TOKENS)


def _quotas(session: Any, model: ModelCapability) -> Iterator[ModelQuota]:
    listed = session.client("service-quotas").get_paginator("list_service_quotas").paginate(ServiceCode="bedrock")
    for quota in (quota for page in listed for quota in page["Quotas"]):
        name = str(quota["QuotaName"])
        parts = _NAME.fullmatch(name.lower())
        if parts and (parts["scope"] or "on-demand") == _scope(model) and _same(parts["model"], model):
            yield ModelQuota(name, parts["unit"], float(quota["Value"]))


def _scope(model: ModelCapability) -> _Scope:
    """Each way to call a model has quotas of its own."""
    if not is_profile(model):
        return "on-demand"
    return "global cross-region" if ANY_REGION in model.regions else "cross-region"


def _same(quota: str, model: ModelCapability) -> bool:
    """Ours tell where a profile goes, "Large (Japan)"; AWS's begin with the provider, "Example Large"."""
    name = model.name.split(" (")[0].lower()
    return quota == name or quota.endswith(f" {name}")
