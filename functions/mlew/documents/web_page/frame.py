"""What such pages have in common: strict templates, one look, a policy that forbids all but the page's own style."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

_PACKAGE = "mlew.documents.web_page"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def environment(
    package: str,
    *,
    filters: Mapping[str, Callable[..., object]] | None = None,
    names: Mapping[str, object] | None = None,
) -> Environment:
    """For the templates of a package; `frame.html.j2` is here. What people wrote is escaped, control characters go."""
    found = Environment(
        loader=FunctionLoader(lambda name: _template(package, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_readable,
    )
    found.filters |= dict(filters or {})
    found.globals |= dict(names or {})
    return found


def style_of(package: str, name: str) -> str:
    """The common look, then that of the package."""
    return text_of(_PACKAGE, "base.css") + text_of(package, name)


def policy_for(style: str) -> str:
    """Content-Security-Policy of a page with this style and nothing else."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def text_of(package: str, *name: str) -> str:
    """A file of a package."""
    return files(package).joinpath(*name).read_text(encoding="utf-8")


def _template(package: str, name: str) -> str:
    return text_of(_PACKAGE if name == "frame.html.j2" else package, "templates", name)


def _readable(value: object) -> object:
    """Text of others without control characters, which no page may hold."""
    return _CONTROL.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value
