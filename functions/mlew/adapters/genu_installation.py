"""Where an installation of GenU has its API and its users: read from the scripts of its own start page."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from mlew.adapters.http_exchange import HttpAnswer, Unreachable, check_address, exchange
from mlew.domain.base import Model
from mlew.errors import SetupError

_SCRIPT = re.compile(r"""<(?:script|link)\b[^>]*?(?:src|href)=["']([^"']+\.js)["']""", re.IGNORECASE)
_QUOTED = r"""\s*[:=]\s*["'`]([^"'`]+)["'`]"""
_FACTS = {
    "api_url": (rf"VITE_APP_API_ENDPOINT{_QUOTED}", rf"baseURL{_QUOTED}"),
    "user_pool": (rf"VITE_APP_USER_POOL_ID{_QUOTED}", rf"userPoolId{_QUOTED}"),
    "client_id": (rf"VITE_APP_USER_POOL_CLIENT_ID{_QUOTED}", rf"userPoolClientId{_QUOTED}"),
}
_SHAPES = {
    "api_url": re.compile(r"https?://[^\s/]+(?:/.*)?"),
    "user_pool": re.compile(r"[a-z]{2}(?:-[a-z]+)+-[0-9]+_[A-Za-z0-9]+"),
    "client_id": re.compile(r"[A-Za-z0-9]+"),
}
_OPTIONS = {"api_url": "--api-url", "user_pool": "--user-pool", "client_id": "--client-id"}
_OUTPUTS = {"api_url": "ApiEndpoint", "user_pool": "UserPoolId", "client_id": "UserPoolClientId"}


class Installation(Model):
    """`user_pool`, `client_id` are "" if nobody needs them (a token is given)."""

    api_url: str
    user_pool: str = ""
    client_id: str = ""


def find_installation(url: str, *, given: Installation, sign_in: bool) -> Installation:
    """What is not `given` ("") is looked up at `url`. Raises SetupError naming the options that would help."""
    check_address(url)
    needed = [name for name in _FACTS if name == "api_url" or sign_in]
    facts = {name: getattr(given, name) for name in needed}
    if not all(facts.values()):
        for script in _scripts(url):
            facts = {name: value or _found(name, script) for name, value in facts.items()}
            if all(facts.values()):
                break
    missing = [name for name, value in facts.items() if not value]
    if missing:
        options = ", ".join(f"{_OPTIONS[name]} ({_OUTPUTS[name]})" for name in missing)
        raise SetupError.told("genu.pages-silent", url=url, options=options)
    check_address(facts["api_url"])
    return Installation(**facts)


def _scripts(url: str) -> Iterator[str]:
    page = _text(url)
    for path in dict.fromkeys(_SCRIPT.findall(page)):
        yield _text(urljoin(url if url.endswith("/") else url + "/", path))


def _text(url: str) -> str:
    try:
        answer: HttpAnswer = exchange("GET", url, follow=True)
    except Unreachable as error:
        raise SetupError.told("genu.page-unreachable", url=url, error=error) from error
    if answer.status != 200:
        raise SetupError.told("genu.page-refused", url=url, status=answer.status)
    return answer.body.decode(errors="replace")


def _found(name: str, script: str) -> str:
    for pattern in _FACTS[name]:
        for found in re.finditer(pattern, script):
            if _SHAPES[name].fullmatch(found.group(1)):
                return found.group(1)
    return ""
