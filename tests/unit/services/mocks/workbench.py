"""A workshop whose pairs have press releases and MockSpecs, with hosting in memory."""

from dataclasses import replace

from mlew.domain.mock import Mock
from mlew.domain.site import Site, SiteFile, site_version
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.publishing import publish_version
from mlew.services.work import Work
from tests.fakes import FakeHosting
from tests.unit.services.workbench import Bench

HTML = "text/html"


class MockBench(Bench):
    """`hosting`: the fakes that mocks are published with."""

    def __init__(self) -> None:
        super().__init__()
        self.hosting = FakeHosting()

    @property
    def work(self) -> Work:
        return replace(super().work, hosting=self.hosting.ports)

    @property
    def mock(self) -> Mock:
        """Pair a's."""
        return ensure_mock(self.work, self.workshop, "a")

    def publish(self, site: Site) -> Mock:
        """Store and show a site as pair a's mock."""
        version = site_version(site)
        self.hosting.sites.put(self.mock.id, version, site)
        return publish_version(self.work, self.workshop, self.mock, version=version, title="Trial", by="tester")


def page(path: str, text: str = "") -> SiteFile:
    return SiteFile(path=path, content=f"<!doctype html><title>t</title>{text}".encode(), media=HTML)


def site(text: str = "one") -> Site:
    """Two pages and a style sheet that lead to each other."""
    return (
        page("index.html", f"{text}<link rel=stylesheet href=mock.css><a href=s/one/>on</a><a href='#top'>up</a>"),
        page("s/one/index.html", "<a href=../../>back</a><a href='mailto:x@example.com'>write</a>"),
        SiteFile(path="mock.css", content=b"a { background: url('picture.svg') }", media="text/css"),
        SiteFile(path="picture.svg", content=b"<svg/>", media="image/svg+xml"),
    )
