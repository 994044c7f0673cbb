"""Who counts as a person."""

import pytest

from mlew.metrics.agents import agent_of

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
PHONE_OF_CUBOT = "Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.mark.parametrize("said", [PHONE, PHONE_OF_CUBOT, DESK, FIREFOX, "Amazon CloudFront"])
def test_browsers_are_persons(said: str) -> None:
    assert agent_of({"user-agent": said}) == "person"


@pytest.mark.parametrize(
    "said",
    [
        "", "Mozilla/5.0 (compatible; Examplebot/2.1; +http://www.example.com/bot.html)", "curl/8.5.0",
        "python-requests/2.32", DESK.replace("Chrome/", "HeadlessChrome/"), "Examplespider/1.0", "Wget/1.21",
    ],
)  # fmt: skip
def test_programs_that_say_so_are_not(said: str) -> None:
    assert agent_of({"user-agent": said}) == "bot"


@pytest.mark.parametrize(
    "headers", [{"sec-purpose": "prefetch;prerender"}, {"purpose": "prefetch"}, {"x-moz": "prefetch"}]
)
def test_looking_ahead_is_no_visit(headers: dict[str, str]) -> None:
    assert agent_of({"user-agent": DESK, **headers}) == "prefetch"


def test_a_request_without_headers_is_a_programs() -> None:
    assert agent_of({}) == "bot"
