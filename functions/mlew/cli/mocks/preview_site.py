"""The files of a MockSpec that is being written, always as the file on the disk has it."""

from html import escape
from pathlib import Path

from mlew.domain.base import Locale
from mlew.domain.mock_spec import MockSpec
from mlew.domain.site import START, SiteFile, site_version
from mlew.errors import InputError, MlewError
from mlew.mocks import Tracking, render_site

RELOAD = "-/reload.js"
_TAG = f'<script src="/{RELOAD}" defer></script>'
_RELOAD_SCRIPT = b"""const ask = async () => (await fetch("/-/version", { cache: "no-store" })).text();
let shown;
setInterval(async () => {
  try {
    const now = await ask();
    if (shown === undefined) shown = now;
    if (now !== shown) location.reload();
  } catch { /* the preview was stopped; it may come back */ }
}, 700);
"""


class PreviewSite:
    """`file`: a MockSpec as Markdown (`mlew show mock_spec/a`) or as JSON. Rendered anew when the file has changed."""

    def __init__(self, file: Path, language: Locale) -> None:
        self._file = file
        self._language = language
        self._read = b""
        self._files: dict[str, SiteFile] = {}
        self._version = ""

    def check(self) -> None:
        """Raises InputError for a file that cannot be shown."""
        self._render(self._content())

    def version(self) -> str:
        """Changes when what is shown changes."""
        self._look()
        return self._version

    def file(self, path: str) -> SiteFile | None:
        """What is served at a path below the mock; pages ask for the next version by themselves."""
        if path == RELOAD:
            return SiteFile(path=RELOAD, content=_RELOAD_SCRIPT, media="text/javascript")
        self._look()
        return self._files.get(f"{path}{START}" if not path or path.endswith("/") else path)

    def _look(self) -> None:
        try:
            content = self._content()
            if content != self._read or not self._files:
                self._render(content)
        except MlewError as error:
            self._show([SiteFile(path=START, content=_problem(error, self._language), media="text/html")])
            self._read = b""

    def _content(self) -> bytes:
        try:
            return self._file.read_bytes()
        except OSError as error:
            raise InputError.told("file.unreadable", path=self._file, strerror=error.strerror) from error

    def _render(self, content: bytes) -> None:
        spec = read_spec(content, self._file, self._language)
        self._show(list(render_site(spec, Tracking(), rehearsed=False)))
        self._read = content

    def _show(self, files: list[SiteFile]) -> None:
        self._version = site_version(files)
        self._files = {file.path: _reloading(file) for file in files}


def read_spec(content: bytes, file: Path, language: Locale) -> MockSpec:
    """Raises InputError with what is wrong and where."""
    from pydantic import ValidationError

    from mlew.documents import parse

    try:
        text = content.decode("utf-8-sig")
    except UnicodeError as error:
        raise InputError.told("file.not-utf-8", file=file, error=error) from error
    if file.suffix.lower() != ".json":
        body = parse("mock_spec", text, language)
        assert isinstance(body, MockSpec)  # noqa: S101 – what this kind is made of
        return body
    try:
        return MockSpec.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError.told(
            "file.fault", file=file, place=".".join(map(str, first["loc"])), fault=first["msg"]
        ) from error


def _reloading(file: SiteFile) -> SiteFile:
    if not file.media.startswith("text/html"):
        return file
    head, found, rest = file.content.decode().partition("</head>")
    text = f"{head}{_TAG}{found}{rest}" if found else f"{head}{_TAG}"
    return file.model_copy(update={"content": text.encode()})


def _problem(error: MlewError, language: Locale) -> bytes:
    title = "モックを表示できません" if language == "ja" else "The mock cannot be shown"
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{title}</title>'
        f"<h1>{title}</h1><pre>{escape(str(error))}</pre></html>"
    ).encode()
