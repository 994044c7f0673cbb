"""Where mocks are served from: who can read what, what pages may do, what is logged."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from infra.constructs.content_policy import OURS, SITES
from infra.environments import Environment
from tests.infra.conftest import Synthesis
from tests.infra.settings import example, local
from tests.infra.templates import actions, listed, resources, role_of

CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef"
OWN_DOMAINS = {"domain": "mocks.example.com", "site_domain": "sites.example.com", "certificate": CERTIFICATE}


@pytest.fixture(params=[example(), local()], ids=lambda e: e.customer)
def environment(request: pytest.FixtureRequest) -> Environment:
    chosen: Environment = request.param
    return chosen


@pytest.fixture
def mocks(environment: Environment, synthesis: Synthesis) -> dict[str, Any]:
    return synthesis(environment)[environment.name("mocks")]


def distributions(template: dict[str, Any]) -> list[dict[str, Any]]:
    made = resources([template], "AWS::CloudFront::Distribution").values()
    return [one["DistributionConfig"] for one in made]


def test_the_bucket_is_private_and_encrypted(mocks: dict[str, Any]) -> None:
    (bucket,) = resources([mocks], "AWS::S3::Bucket").values()
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    (rule,) = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert rule["ServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}
    assert "WebsiteConfiguration" not in bucket


def test_only_these_two_distributions_may_read_it_and_only_with_tls(mocks: dict[str, Any]) -> None:
    (policy,) = resources([mocks], "AWS::S3::BucketPolicy").values()
    statements = policy["PolicyDocument"]["Statement"]
    allowed = [s for s in statements if s["Effect"] == "Allow"]
    assert [s["Principal"] for s in allowed] == [{"Service": "cloudfront.amazonaws.com"}] * 2
    assert len({json.dumps(s["Condition"]["StringEquals"]["AWS:SourceArn"]) for s in allowed}) == 2
    assert actions(allowed) == {"s3:GetObject", "s3:ListBucket"}
    refused = [s["Condition"] for s in statements if s["Effect"] == "Deny"]
    assert {"Bool": {"aws:SecureTransport": "false"}} in refused


def test_files_are_asked_for_with_a_signature(mocks: dict[str, Any]) -> None:
    for control in resources([mocks], "AWS::CloudFront::OriginAccessControl").values():
        assert control["OriginAccessControlConfig"]["SigningBehavior"] == "always"
    for config in distributions(mocks):
        from_bucket = [o for o in config["Origins"] if "S3OriginConfig" in o]
        assert from_bucket
        assert all(o["OriginAccessControlId"] for o in from_bucket)


def test_the_policy_of_our_mocks_lets_nothing_in_that_is_written_into_a_page() -> None:
    assert OURS.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    for never in ("unsafe", "http:", "https:", "*", "blob:"):
        assert never not in OURS
    for needed in ("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'"):
        assert needed in OURS


def test_sites_made_elsewhere_reach_no_other_host() -> None:
    for never in ("http:", "https:", "*", "'unsafe-eval'"):
        assert never not in SITES
    assert "frame-ancestors 'none'" in SITES


def test_every_answer_has_the_headers(mocks: dict[str, Any]) -> None:
    policies = resources([mocks], "AWS::CloudFront::ResponseHeadersPolicy").values()
    assert len(policies) == 2
    for one in policies:
        config = one["ResponseHeadersPolicyConfig"]
        security = config["SecurityHeadersConfig"]
        assert all(header["Override"] for header in security.values())
        assert security["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 31_536_000
        assert security["ReferrerPolicy"]["ReferrerPolicy"] == "same-origin"
        custom = {h["Header"]: h["Value"] for h in config["CustomHeadersConfig"]["Items"]}
        assert custom["X-Robots-Tag"] == "noindex, nofollow"
        assert "camera=()" in custom["Permissions-Policy"]
    for config in distributions(mocks):
        for behaviour in (config["DefaultCacheBehavior"], *config["CacheBehaviors"]):
            assert behaviour["ResponseHeadersPolicyId"]


def test_pages_are_compressed_cached_by_path_alone_and_come_through_the_edge_function(mocks: dict[str, Any]) -> None:
    (cache,) = resources([mocks], "AWS::CloudFront::CachePolicy").values()
    parameters = cache["CachePolicyConfig"]["ParametersInCacheKeyAndForwardedToOrigin"]
    for part in ("CookiesConfig", "HeadersConfig", "QueryStringsConfig"):
        assert next(iter(parameters[part].values())) == "none"
    for config in distributions(mocks):
        pages = config["DefaultCacheBehavior"]
        assert pages["Compress"] is True
        assert pages["ViewerProtocolPolicy"] == "redirect-to-https"
        assert [f["EventType"] for f in pages["FunctionAssociations"]] == ["viewer-request"]
        assert config["HttpVersion"] == "http2and3"


def test_what_goes_to_the_api_is_never_cached(mocks: dict[str, Any]) -> None:
    for config in distributions(mocks):
        behaviours = {b["PathPattern"]: b for b in config["CacheBehaviors"]}
        assert list(behaviours) == ["/v1/*", "*/v1/events*", "/sdk/*"]
        for one in (behaviours["/v1/*"], behaviours["*/v1/events*"]):
            assert one["CachePolicyId"] == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"  # Managed-CachingDisabled
            assert one["ViewerProtocolPolicy"] == "https-only"
            assert "POST" in one["AllowedMethods"]


def test_trackers_for_other_hosts_come_from_a_function_that_reads_nothing(mocks: dict[str, Any]) -> None:
    for config in distributions(mocks):
        (sdk,) = (b for b in config["CacheBehaviors"] if b["PathPattern"] == "/sdk/*")
        assert [f["EventType"] for f in sdk["FunctionAssociations"]] == ["viewer-request"]
        assert set(sdk["AllowedMethods"]) == {"GET", "HEAD"}
        assert len(config["Origins"]) == 2, "the bucket and the API"


def test_no_log_of_visitors_is_kept(mocks: dict[str, Any]) -> None:
    for config in distributions(mocks):
        assert "Logging" not in config
    assert not resources([mocks], "AWS::CloudFront::RealtimeLogConfig")


def test_an_own_domain_takes_new_tls_only(synthesis: Synthesis) -> None:
    template = synthesis(example(mocks=OWN_DOMAINS))["mlew-example-mocks"]
    for config in distributions(template):
        assert config["ViewerCertificate"]["MinimumProtocolVersion"] == "TLSv1.2_2021"
        assert config["ViewerCertificate"]["AcmCertificateArn"] == CERTIFICATE
    assert sorted(alias for c in distributions(template) for alias in c["Aliases"]) == [
        "mocks.example.com",
        "sites.example.com",
    ]


def test_an_own_domain_is_told_what_to_be_pointed_at(synthesis: Synthesis) -> None:
    template = synthesis(example(mocks=OWN_DOMAINS))["mlew-example-mocks"]
    for key, domain in {"OursTarget": "mocks.example.com", "SitesTarget": "sites.example.com"}.items():
        output = template["Outputs"][key]
        assert domain in output["Description"]
        (made, attribute) = output["Value"]["Fn::GetAtt"]
        assert attribute == "DomainName"
        assert template["Resources"][made]["Properties"]["DistributionConfig"]["Aliases"] == [domain]
    assert "OursTarget" not in synthesis(example())["mlew-example-mocks"].get("Outputs", {})


@pytest.mark.parametrize(
    "changes",
    [
        {"certificate": ""},
        {"domain": "", "site_domain": ""},
        {"site_domain": "mocks.example.com"},
        {"domain": "https://mocks.example.com"},
        {"certificate": CERTIFICATE.replace("us-east-1", "ap-northeast-1")},
    ],
)
def test_domains_that_cannot_work_are_refused(changes: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        example(mocks={**OWN_DOMAINS, **changes})


def test_the_function_that_takes_passcodes_reaches_passcodes_only(mocks: dict[str, Any]) -> None:
    granted = [s for s in role_of(mocks, "UnlockUnlockMock") if s["Sid"] not in {"LogLines", "Traces", "Key"}]
    (only,) = granted
    assert actions([only]) == {"dynamodb:GetItem", "dynamodb:UpdateItem"}
    (leading,) = only["Condition"]["ForAllValues:StringLike"].values()
    assert all("#UNLOCK#" in key for key in leading)
    (function,) = resources([mocks], "AWS::Lambda::Function").values()
    assert {n for n in function["Environment"]["Variables"] if n.startswith("MLEW_")} == {
        "MLEW_TENANT",
        "MLEW_METRICS_TABLE",
    }


def test_only_functions_that_need_it_reach_the_edge(environment: Environment, synthesis: Synthesis) -> None:
    workshop = synthesis(environment)[environment.name("workshop")]
    for name, properties in resources([workshop], "AWS::IAM::Role").items():
        documents = [p["PolicyDocument"] for p in properties.get("Policies", [])]
        edge = [
            s
            for d in documents
            for s in d["Statement"]
            if any(a.startswith("cloudfront-keyvaluestore:") for a in listed(s["Action"]))
        ]
        expected = name.startswith(("PublishMock", "CheckMock", "RecordMockFailure"))
        assert bool(edge) == expected, name
        assert all(s["Resource"] != "*" for s in edge)
