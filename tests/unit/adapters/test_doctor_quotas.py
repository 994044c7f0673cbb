import pytest

from infra.state_machines import EDITIONS, EditionName, definition
from mlew.adapters.doctor_quotas import AT_ONCE, CONCURRENCY, check_concurrency, check_model_quotas, wanted_tokens
from mlew.domain.model_capability import ModelCapability
from tests.unit.adapters.doctor_samples import GLOBAL, MODEL, SINGLE
from tests.unit.adapters.stubbed_session import StubbedSession

TOKENS = "Cross-region model inference tokens per minute for Example Large"
PLENTY = 6_000_000.0


@pytest.mark.parametrize(("value", "state"), [(1000.0, "ok"), (20.0, "ok"), (10.0, "warn")])
def test_concurrency(value: float, state: str) -> None:
    asked = {"ServiceCode": "lambda", "QuotaCode": CONCURRENCY}
    session = StubbedSession({"service-quotas": [("get_service_quota", {"Quota": {"Value": value}}, asked)]})

    assert check_concurrency(session).state == state


def listed(*quotas: tuple[str, float]) -> StubbedSession:
    pages = [
        {"Quotas": [{"QuotaName": name, "Value": value}], "NextToken": f"page {number}"}
        for number, (name, value) in enumerate(quotas)
    ]
    pages.append({"Quotas": []})
    return StubbedSession({"service-quotas": [("list_service_quotas", page) for page in pages]})


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (MODEL, TOKENS),
        (MODEL, TOKENS + " V1"),
        (MODEL, "Cross-Region InvokeModel tokens per minute for Example Large"),
        (GLOBAL, "Global cross-region model inference tokens per minute for Example Large"),
        (SINGLE, "On-demand model inference tokens per minute for Small"),
        (SINGLE, "InvokeModel tokens per minute for Example Small"),
    ],
)
def test_the_quota_of_this_model_and_this_way_to_call_it(model: ModelCapability, name: str) -> None:
    found = check_model_quotas(listed((name, PLENTY)), model)

    assert (found.state, found.facts["tokens"]) == ("ok", "6,000,000")


@pytest.mark.parametrize(
    "name",
    [
        "On-demand model inference tokens per minute for Example Large",
        "Global cross-region model inference tokens per minute for Example Large",
        "Cross-region model inference tokens per minute for Example Large 2",
        "Cross-region model inference tokens per minute for Example Xlarge",
        "Cross-region model inference tokens per minute for Example Large V1 1M Context Length",
        "On-demand latency-optimized model inference tokens per minute for Example Large",
        "Bedrock Mantle input tokens per minute for Example Large",
        "Model invocation max tokens per day for Example Large V1 (doubled for cross-region calls)",
    ],
)
def test_other_quotas_do_not_count(name: str) -> None:
    assert check_model_quotas(listed((name, 1.0)), MODEL).reason == "quotas-not-listed"


def test_a_low_quota_is_named_as_the_console_names_it() -> None:
    requests = "Cross-region model inference requests per minute for Example Large"

    found = check_model_quotas(listed((TOKENS, PLENTY), (requests, 4.0)), MODEL)

    assert (found.state, found.facts["quotas"]) == ("warn", f"{requests}: 4")


def test_a_quota_of_nothing_stops_every_call() -> None:
    found = check_model_quotas(listed((TOKENS, 0.0)), MODEL)

    assert (found.state, found.reason) == ("fail", "quotas-none")


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_runs_at_once_fits_with_its_longest_answers(edition: EditionName) -> None:
    invent = definition(edition)["States"]["Invent"]

    assert invent["MaxConcurrency"] == AT_ONCE
    assert wanted_tokens(MODEL) > invent["MaxConcurrency"] * MODEL.output_tokens
    assert check_model_quotas(listed((TOKENS, wanted_tokens(MODEL) - 1.0)), MODEL).state == "warn"
