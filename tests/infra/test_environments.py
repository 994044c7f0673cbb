"""Settings of a customer are checked before anything is synthesised."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from infra.catalogue import catalogue, in_bedrock
from infra.environments import CUSTOMERS, customers, load
from mlew.domain.model_resources import is_profile
from mlew.errors import SetupError
from tests.infra.settings import example, local


@pytest.mark.parametrize("customer", customers())
def test_every_customer_file_is_valid(customer: str) -> None:
    assert load(customer).customer == customer


def test_a_customer_without_a_file_is_told_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"nobody\.toml") as raised:
        load("nobody", tmp_path)
    assert "none" in raised.value.hint


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("customer = ", "cannot be read"),
        ('customer = "acme"\nregoin = "x"', "regoin"),
        ('customer = "acme"\naccount = "12"', "account"),
    ],
)
def test_a_file_with_a_mistake_names_file_and_field(tmp_path: Path, content: str, named: str) -> None:
    (tmp_path / "acme.toml").write_text(content, "utf-8")
    with pytest.raises(SetupError, match=rf"(?s)acme\.toml.*{named}"):
        load("acme", tmp_path)


def test_a_copied_file_whose_customer_was_not_changed_is_refused(tmp_path: Path) -> None:
    text = (CUSTOMERS / "example.toml").read_text("utf-8")
    (tmp_path / "acme.toml").write_text(text, "utf-8")
    with pytest.raises(SetupError, match=r"name it example\.toml"):
        load("acme", tmp_path)


def test_what_the_example_has_as_comments_can_be_used_as_it_stands(tmp_path: Path) -> None:
    text = (CUSTOMERS / "example.toml").read_text("utf-8")
    hosts = re.sub(r"(?m)^# (?=\[mocks\]|\w+ = )", "", text)
    (tmp_path / "example.toml").write_text(hosts, "utf-8")
    mocks = load("example", tmp_path).mocks
    assert (mocks.domain, mocks.site_domain) == ("mocks.example.com", "sites.example.com")
    assert mocks.certificate
    assert mocks.picture_model


def test_a_model_that_may_leave_the_allowed_regions_is_refused() -> None:
    with pytest.raises(ValidationError, match="may process data in ap-northeast-3"):
        example(model={"id": "jp.anthropic.claude-sonnet-4-6", "allowed_regions": ["ap-northeast-1"]})


def test_a_global_profile_has_to_be_allowed_by_name() -> None:
    chosen = {"id": "global.anthropic.claude-sonnet-4-6", "allowed_regions": ["ap-northeast-1", "ap-northeast-3"]}
    with pytest.raises(ValidationError, match=r"may process data in \*"):
        example(model=chosen)
    assert example(model={**chosen, "allowed_regions": ["*"]}).capability.id == chosen["id"]


def test_a_profile_of_another_geography_is_refused() -> None:
    regions = ["us-east-1", "us-east-2", "us-west-2"]
    with pytest.raises(ValidationError, match="cannot be called from ap-northeast-1"):
        example(model={"id": "us.anthropic.claude-sonnet-4-6", "allowed_regions": regions})


def test_an_unknown_model_lists_the_known_ones() -> None:
    with pytest.raises(ValidationError, match=r"no-such-model.*mlew\.rehearsal-v1"):
        example(model={"id": "no-such-model"})


def test_rehearsal_in_an_account_needs_its_function() -> None:
    with pytest.raises(ValidationError, match=r'model\.runtime = "function"'):
        example(model={"id": "mlew.rehearsal-v1"})
    with pytest.raises(ValidationError, match="not in Bedrock"):
        example(model={"id": "mlew.openai-compatible"})
    assert example(model={"id": "mlew.rehearsal-v1", "runtime": "function"}).capability.runtime == "function"


def test_a_real_model_cannot_run_as_a_function() -> None:
    regions = ["ap-northeast-1", "ap-northeast-3"]
    with pytest.raises(ValidationError, match="only the rehearsal model"):
        example(model={"id": "jp.amazon.nova-2-lite-v1:0", "runtime": "function", "allowed_regions": regions})


@pytest.mark.parametrize(
    "model",
    [m for m, r in catalogue().items() if not r.regions or r.regions == ("*",) or "ap-northeast-1" in r.regions],
)
def test_the_embedded_aws_takes_every_model_that_can_be_called_from_its_region(model: str) -> None:
    assert load("local", model=model).capability.id == model


@pytest.mark.parametrize("field", ["customer", "tenant"])
@pytest.mark.parametrize("value", ["Acme", "a#b", "a*", "", "a/b", "-a"])
def test_names_that_would_escape_a_key_or_a_policy_are_refused(field: str, value: str) -> None:
    with pytest.raises(ValidationError):
        local(**{field: value})


def test_every_record_of_the_catalogue_says_what_a_policy_and_a_bill_need() -> None:
    for record in catalogue().values():
        if not in_bedrock(record):
            assert record.cost(input_tokens=1000, output_tokens=1000) == 0
            continue
        assert is_profile(record) and record.regions
        assert 0 < record.cache_read_price < record.input_price <= record.cache_write_price < record.output_price
