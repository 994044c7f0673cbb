"""A published version as its visitors get it: every page and file, through the edge, and where every link leads."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlsplit

from mlew.domain.mock import Mock
from mlew.domain.passcode import pass_cookie
from mlew.domain.site import START, Site, SiteFile
from mlew.domain.workshop import Workshop
from mlew.errors import SiteBroken, SiteUnsettled
from mlew.ports.site_visitor import Visit
from mlew.services.mocks.changing import change_mock
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.hosting import Hosting, hosted
from mlew.services.mocks.publishing import roll_back
from mlew.services.mocks.references import references
from mlew.services.mocks.rendering import pictures_of, rendered, spec_of
from mlew.services.work import Work

_AT_ONCE = 8
_SHOWN = 5
_OK = 200
_HTML = "text/html"
_UNSAFE = "unsafe-inline"


def check_mock(work: Work, workshop: Workshop, pair: str, *, version: str, spec: int) -> Mock:
    """Check what `publish_mock` has published. A version that is not shown any more is not checked."""
    mock = ensure_mock(work, workshop, pair)
    if mock.version != version:
        return mock
    body, artifact = spec_of(work, workshop, pair, spec)
    return check_version(work, mock, rendered(mock, artifact, pictures_of(work, workshop, body)))


def check_version(work: Work, mock: Mock, files: Site) -> Mock:
    """Compare what is served with `files`.

    Raises SiteUnsettled while the start page is not the one of `files`: the edge follows within seconds. Raises
    SiteBroken with what is wrong; then the last version that was right is shown again.
    """
    hosting = hosted(work.hosting)
    visitor = _Visitor(work, hosting, mock)
    start = next(file for file in files if file.path == START)
    if not visitor.shows(start):
        raise SiteUnsettled.told("mock.not-shown", pair=mock.pair, base=visitor.base)
    faults = list(visitor.faults(files))
    if not faults:
        return change_mock(work.stores.mocks, mock, proven=mock.version)
    pointer = hosting.sites.pointer(mock.id)
    roll_back(work, mock, pointer.folders if pointer else ())
    told, more = "; ".join(faults[:_SHOWN]), len(faults) - _SHOWN
    raise SiteBroken.told("mock.more-faults" if more > 0 else "mock.faults", pair=mock.pair, faults=told, more=more)


class _Visitor:
    def __init__(self, work: Work, hosting: Hosting, mock: Mock) -> None:
        self.base = hosting.address(mock)
        self._hosting = hosting
        self._strict = mock.origin == "spec"
        cookie = pass_cookie(mock.id, mock.passcode.signing_key, work.clock.now()) if mock.passcode else None
        self._cookie = f"{cookie.name}={cookie.value}" if cookie else ""

    def shows(self, file: SiteFile) -> bool:
        """Whether the file is served as it is."""
        visit = self._visit(file)
        return visit.status == _OK and visit.body == file.content

    def faults(self, files: Site) -> Iterator[str]:
        """All that is wrong, one line each, in the order of the files."""
        known = {self._url(file) for file in files}
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for file, visit in zip(files, pool.map(self._visit, files), strict=True):
                yield from (f"{file.path}: {fault}" for fault in self._of_answer(file, visit))
                if self._strict:  # what a site made elsewhere names and does not have was told before
                    for reference in sorted(references(self._url(file), file.media, file.content) - known):
                        yield f"{file.path}: {self._named(reference)} leads nowhere"

    def _of_answer(self, file: SiteFile, visit: Visit) -> Iterator[str]:
        if visit.status != _OK:
            yield f"answered {visit.status}"
            return
        if visit.body != file.content:
            yield "is served with other content"
        served, media = (one.partition(";")[0].strip() for one in (visit.headers.get("content-type", ""), file.media))
        if served != media:
            yield f"is served as {served or 'nothing'} and not as {media}"
        policy = visit.headers.get("content-security-policy", "")
        if media == _HTML and (not policy or (self._strict and _UNSAFE in policy)):
            yield "has no strict Content-Security-Policy" if self._strict else "has no Content-Security-Policy"

    def _visit(self, file: SiteFile) -> Visit:
        return self._hosting.visitor.get(self._url(file), cookie=self._cookie)

    def _url(self, file: SiteFile) -> str:
        """As a link leads there: a folder's page has the folder's address."""
        return self.base + quote(file.path.removesuffix(START) if _is_folder_page(file.path) else file.path)

    def _named(self, reference: str) -> str:
        return reference.removeprefix(self.base) if reference.startswith(self.base) else urlsplit(reference).netloc


def _is_folder_page(path: str) -> bool:
    return path == START or path.endswith(f"/{START}")
