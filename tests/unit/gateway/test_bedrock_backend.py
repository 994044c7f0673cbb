import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from mlew.adapters.bedrock_forward import BedrockForward
from mlew.errors import SetupError
from mlew.gateway.bedrock_backend import BedrockBackend
from mlew.gateway.server import serving
from tests.unit.gateway.asking import ask

BODY = b'{"messages": [ ],  "x":"\xe3\x81\x82"}'


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    credentials = tmp_path / "credentials"
    credentials.write_text("[ops]\naws_access_key_id = AKID\naws_secret_access_key = SECRET\n")
    config = tmp_path / "config"
    config.write_text("[profile ops]\nregion = ap-northeast-1\n[profile bare]\n")
    for name in ("AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(credentials))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    return "ops"


class _Bedrock(BaseHTTPRequestHandler):
    asked: list[tuple[str, dict[str, str], bytes]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append((self.path, dict(self.headers.items()), body))
        content = b'{"message":"Too many tokens"}'
        self.send_response(429)
        self.send_header("x-amzn-ErrorType", "ThrottlingException")
        self.send_header("x-amzn-RequestId", "r-1")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - name of the base class
        """Quiet."""


def test_a_call_is_signed_anew_and_everything_else_comes_through_unchanged(profile: str) -> None:
    asked: list[tuple[str, dict[str, str], bytes]] = []
    handler = type("Bedrock", (_Bedrock,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as bedrock:
        thread = threading.Thread(target=bedrock.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        endpoint = f"http://127.0.0.1:{bedrock.server_address[1]}"
        with serving(BedrockBackend(BedrockForward(profile=profile, endpoint=endpoint))) as server:
            status, headers, answer = ask(
                server.url,
                "POST",
                "/model/jp.maker.model-1%3A0/converse",
                BODY,
                headers={"Authorization": "the emulator's", "X-Amz-Date": "19700101T000000Z"},
            )
        bedrock.shutdown()
        thread.join()
    path, sent, body = asked[0]
    assert (path, body) == ("/model/jp.maker.model-1%3A0/converse", BODY)
    assert (status, headers["x-amzn-errortype"], headers["x-amzn-requestid"]) == (429, "ThrottlingException", "r-1")
    assert answer == {"message": "Too many tokens"}
    assert sent["Authorization"] == _signature(endpoint + path, sent)
    assert "/ap-northeast-1/bedrock/aws4_request" in sent["Authorization"]


def _signature(url: str, sent: dict[str, str]) -> str:
    """As botocore would sign the request that arrived, at its own time."""
    signer = SigV4Auth(Credentials("AKID", "SECRET"), "bedrock", "ap-northeast-1")
    request = AWSRequest(
        "POST", url, headers={"Content-Type": sent["Content-Type"], "X-Amz-Date": sent["X-Amz-Date"]}, data=BODY
    )
    request.context["timestamp"] = sent["X-Amz-Date"]
    text = signer.string_to_sign(request, signer.canonical_request(request))
    scope = "/".join(sent["Authorization"].split("Credential=AKID/")[1].split(",")[0].split("/"))
    names = signer.signed_headers(signer.headers_to_sign(request))
    return (
        f"AWS4-HMAC-SHA256 Credential=AKID/{scope}, SignedHeaders={names}, Signature={signer.signature(text, request)}"
    )


def test_bedrocks_own_endpoint_is_asked_whatever_the_environment_configures(profile: str) -> None:
    assert BedrockForward(profile=profile)._endpoint == "https://bedrock-runtime.ap-northeast-1.amazonaws.com"
    assert BedrockForward(profile=profile, region="us-east-1")._region == "us-east-1"


def test_a_profile_or_region_that_is_not_there_is_told_at_the_start(profile: str) -> None:
    with pytest.raises(SetupError):
        BedrockForward(profile="nobody")
    with pytest.raises(SetupError):
        BedrockForward(profile="bare")


def test_without_credentials_the_caller_learns_why(profile: str) -> None:
    with serving(BedrockBackend(BedrockForward(profile="bare", region="us-east-1"))) as server:
        status, headers, answer = ask(server.url, "POST", "/model/m/converse", BODY)
    assert (status, headers["x-amzn-errortype"]) == (403, "AccessDeniedException")
    assert "credentials" in answer["message"]


def test_an_endpoint_that_is_not_there_is_unavailable(profile: str) -> None:
    sender = BedrockForward(profile=profile, endpoint="http://127.0.0.1:9")
    with serving(BedrockBackend(sender)) as server:
        status, headers, _ = ask(server.url, "POST", "/model/m/converse", BODY)
    assert (status, headers["x-amzn-errortype"]) == (503, "ServiceUnavailableException")
