"""The files of a site as they came: what of them is refused, and their text where they have one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mlew.domain.site import START
from mlew.mocks.sites.contents import media_of, secrets_in
from mlew.mocks.sites.encoding import as_text, as_utf8
from mlew.mocks.sites.file_names import name_findings
from mlew.mocks.sites.file_types import TEXTS, ending
from mlew.mocks.sites.finding import Finding
from mlew.mocks.sites.html_tags import tags
from mlew.mocks.sites.limits import Allowance

_SOURCES = (".ts", ".tsx", ".jsx", ".vue", ".svelte")


class Given(NamedTuple):
    """`text`: "" if it is none. `converted`: it was not UTF-8, and `text` is what it says."""

    path: str
    content: bytes
    media: str
    text: str
    converted: bool


def refusals(files: Sequence[tuple[str, bytes]]) -> Iterator[Finding]:
    """Why these files cannot be a site, before they are looked into any further."""
    allowance = Allowance()
    for path, content in files:
        if finding := allowance.take(path, len(content)):
            yield finding
            if finding.rule != "too-large":
                return
    wrong = [*name_findings(path for path, _ in files)]
    yield from wrong
    if wrong:
        return
    otherwise = _encoding_of_pages(files)
    for path, content in files:
        if not media_of(path, content):
            yield Finding("content-wrong", path)
        elif _is_text(path) and as_text(content, otherwise) is None:
            yield Finding("encoding-unknown", path)
        yield from secrets_in(path, content)
    start = next((content for path, content in files if path == START), None)
    if start is None:
        yield Finding("no-start")
    elif source := _source_in(start):
        yield Finding("not-built", START, what=source)


def taken_in(files: Sequence[tuple[str, bytes]]) -> tuple[list[Given], list[Finding]]:
    """Files that were not refused, and what was converted."""
    otherwise = _encoding_of_pages(files)
    given, findings = [], []
    for path, content in files:
        found = as_text(content, otherwise) if _is_text(path) else None
        text, encoding = found or ("", "")
        if encoding:
            findings.append(Finding("converted", path, what=encoding))
        mark = content.startswith(b"\xef\xbb\xbf") and _is_text(path)
        tidy = as_utf8(text) if encoding else text
        given.append(Given(path, content, media_of(path, content), tidy, bool(encoding) or mark))
    return given, findings


def _is_text(path: str) -> bool:
    return ending(path) in TEXTS


def _encoding_of_pages(files: Sequence[tuple[str, bytes]]) -> str:
    """What most pages are written in, if that is not UTF-8: their scripts are read so as well."""
    read = (as_text(content) for path, content in files if ending(path) in {"html", "htm"})
    found = Counter(one[1] for one in read if one and one[1])
    return found.most_common(1)[0][0] if found else ""


def _source_in(start: bytes) -> str:
    """A source that no browser understands: the page of a project before it is built."""
    text = (as_text(start) or ("", ""))[0]
    sources = (tag.value("src").partition("?")[0] for tag in tags(text) if tag.name == "script")
    return next((source for source in sources if source.endswith(_SOURCES)), "")
