"""Sites as tools and people make them, small."""

from collections.abc import Mapping

from mlew.mocks.sites.preparing import PreparedSite, prepare_site
from mlew.mocks.tracking import Tracking

ID = "0123456789abcdef"
BASE = f"/m/{ID}/"
KEY = "k" * 32
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
TAG = f'<script src="{BASE}mlew/tracker.js" data-key="{KEY}" data-endpoint="/v1/events" defer></script>'
TOP = f'<meta name="robots" content="noindex">{TAG}'


def page(body: str = "", head: str = "") -> str:
    return f'<!doctype html>\n<html lang="en"><head>{head}<title>Trial</title></head><body>{body}</body></html>'


def vite(*, base: str = "/", script: str = "") -> dict[str, str | bytes]:
    """What a bundler writes: a page that loads a module, a style sheet with a font, pictures, a manifest."""
    head = (
        '<meta charset="utf-8">'
        f'<link rel="icon" type="image/svg+xml" href="{base}logo.svg">'
        f'<link rel="manifest" href="{base}manifest.webmanifest">'
        f'<script type="module" crossorigin src="{base}assets/index-B1c2D3e4.js"></script>'
        f'<link rel="stylesheet" crossorigin href="{base}assets/index-A1b2C3d4.css">'
    )
    return {
        "index.html": page('<div id="root"></div>', head),
        "assets/index-B1c2D3e4.js": script or 'document.querySelector("#root").textContent="hello";',
        "assets/index-A1b2C3d4.css": f"body{{background:url({base.replace('./', '../')}assets/back-Z9y8X7w6.png)}}",
        "assets/back-Z9y8X7w6.png": PNG,
        "logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "manifest.webmanifest": '{"start_url": "/", "icons": [{"src": "/logo.svg"}], "name": "Trial"}',
    }


def prepared(files: Mapping[str, str | bytes]) -> PreparedSite:
    given = [(path, text.encode() if isinstance(text, str) else text) for path, text in files.items()]
    return prepare_site(given, base=BASE, tracking=Tracking(key=KEY))


def text_of(site: PreparedSite, path: str) -> str:
    return next(file.content for file in site.files if file.path == path).decode()


def rules(site: PreparedSite) -> set[str]:
    return {finding.rule for finding in site.findings}


def published_page(body: str = "", head: str = "", **others: str) -> str:
    """A start page as it is served, without what is put into every page."""
    names = {name.replace("__", "/").replace("_", "."): text for name, text in others.items()}
    site = prepared({"index.html": page(body, head), **names})
    return text_of(site, "index.html").replace(TOP, "")
