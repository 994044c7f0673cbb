"""The files of a mock's site, and what the edge knows of a mock."""

import hashlib
from collections.abc import Iterable

from pydantic import Field

from mlew.domain.base import Locale, Model
from mlew.domain.mock import MockOrigin

VERSION_LENGTH = 16
START = "index.html"


class SiteFile(Model):
    """`path` below the mock, with `/` and without one in front: `index.html`, `assets/app.css`.

    `media`: its type, without charset; whoever serves it says that text is UTF-8.
    """

    path: str
    content: bytes
    media: str


Site = tuple[SiteFile, ...]


class Pointer(Model):
    """What the edge's key-value store holds of one mock.

    `signing_key`: hex; what the cookie of a protected mock is signed with, "" if everybody may see it. `gone`: the
    mock was destroyed, and there is nothing left to serve. `folders`: those of a site made elsewhere that have a
    page of their own (`about` for `about/index.html`), and its pages that are asked for by name (`about.html` for
    `about`); all other addresses without a file name show its start page. `*` stands for every folder, `*.html` for
    every page: then there is no list, and no start page in place of what is missing.
    """

    version: str = Field(default="", pattern=r"^([0-9a-f]{16})?$")
    kind: MockOrigin = "spec"
    locale: Locale
    signing_key: str = ""
    folders: tuple[str, ...] = ()
    gone: bool = False


def site_version(files: Iterable[SiteFile]) -> str:
    """First 16 hex digits of sha256 over paths and contents: the same files are the same version, in any order."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda one: one.path):
        path = file.path.encode()
        digest.update(b"%d %d\0" % (len(path), len(file.content)) + path + file.content)
    return digest.hexdigest()[:VERSION_LENGTH]
