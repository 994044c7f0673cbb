"""What pages of mocks may load and do: the content security policies of both distributions (docs/security.md)."""

_NOBODY_ELSE = {"object-src": "'none'", "frame-ancestors": "'none'", "form-action": "'self'"}

_OURS = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    **_NOBODY_ELSE,
}
# What bundlers and coding agents write: scripts and styles in the page, workers, WebAssembly, a base path. Still
# nothing is loaded from, or sent to, anywhere but the site's own host.
_SITES = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "media-src": "'self' data: blob:",
    "connect-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "base-uri": "'self'",
    **_NOBODY_ELSE,
}


def _written(policy: dict[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


OURS = _written(_OURS)
"""Our mocks: files of their own host, nothing written into a page."""
SITES = _written(_SITES)
"""Sites made elsewhere."""
