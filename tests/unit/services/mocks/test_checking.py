"""A published version as its visitors get it."""

import pytest

from mlew.domain.site import SiteFile, site_version
from mlew.errors import SiteBroken, SiteUnsettled
from mlew.ports.site_visitor import Visit
from mlew.services.mocks.checking import check_version
from mlew.services.mocks.passcodes import set_passcode
from tests.unit.services.mocks.workbench import MockBench, page, site


@pytest.fixture
def bench() -> MockBench:
    return MockBench()


def test_a_site_that_is_all_there_is_proven(bench: MockBench) -> None:
    mock = check_version(bench.work, bench.publish(site()), site())
    assert mock.proven == mock.version == site_version(site())
    base = f"https://mocks.example/m/{mock.id}/"
    assert set(bench.hosting.visitor.asked) == {base, f"{base}s/one/", f"{base}mock.css", f"{base}picture.svg"}


def test_a_protected_site_is_visited_with_its_cookie(bench: MockBench) -> None:
    bench.publish(site())
    set_passcode(bench.work, bench.mock)
    assert check_version(bench.work, bench.mock, site()).proven


@pytest.mark.parametrize(
    ("path", "visit", "fault"),
    [
        ("s/one/index.html", Visit(404, {}, b""), "s/one/index.html: answered 404"),
        ("mock.css", Visit(200, {"content-type": "text/css"}, b"other"), "mock.css: is served with other content"),
        (
            "picture.svg",
            Visit(200, {"content-type": "text/html"}, b"<svg/>"),
            "picture.svg: is served as text/html and not as image/svg",
        ),
        ("picture.svg", Visit(200, {}, b"<svg/>"), "picture.svg: is served as nothing and not as image/svg"),
    ],
)
def test_a_file_that_is_not_served_as_it_is_is_named(bench: MockBench, path: str, visit: Visit, fault: str) -> None:
    mock = bench.publish(site())
    bench.hosting.visitor.broken[path] = visit
    with pytest.raises(SiteBroken) as raised:
        check_version(bench.work, mock, site())
    assert fault in raised.value.message
    assert bench.mock.proven == ""


@pytest.mark.parametrize("headers", [{}, {"content-security-policy": "script-src 'self' 'unsafe-inline'"}])
def test_pages_need_a_strict_policy(bench: MockBench, headers: dict[str, str]) -> None:
    mock = bench.publish(site())
    bench.hosting.visitor.headers = headers
    with pytest.raises(SiteBroken, match=r"index\.html: has no strict Content-Security-Policy"):
        check_version(bench.work, mock, site())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<a href=s/two/>on</a>", "s/two/ leads nowhere"),
        ("<a href=/elsewhere>on</a>", "mocks.example leads nowhere"),
        ("<img src='https://cdn.example/x.png'>", "cdn.example leads nowhere"),
        ("<img srcset='a.png 1x, b.png 2x'>", "a.png leads nowhere"),
        ("<form action=send>", "send leads nowhere"),
    ],
)
def test_a_reference_that_leads_nowhere_is_named(bench: MockBench, text: str, fault: str) -> None:
    broken = (page("index.html", text),)
    with pytest.raises(SiteBroken) as raised:
        check_version(bench.work, bench.publish(broken), broken)
    assert f"index.html: {fault}" in raised.value.message


def test_a_style_sheet_that_loads_what_is_not_there_is_named(bench: MockBench) -> None:
    broken = (page("index.html"), SiteFile(path="a.css", content=b'@import "b.css";', media="text/css; charset=utf-8"))
    with pytest.raises(SiteBroken, match=r"a\.css: b\.css leads nowhere"):
        check_version(bench.work, bench.publish(broken), broken)


def test_a_long_list_of_faults_is_cut(bench: MockBench) -> None:
    broken = (page("index.html", "".join(f"<a href=p{n}>" for n in range(20))),)
    with pytest.raises(SiteBroken, match="and 15 more"):
        check_version(bench.work, bench.publish(broken), broken)


def test_a_broken_version_gives_way_to_the_one_before(bench: MockBench) -> None:
    good = check_version(bench.work, bench.publish(site()), site())
    broken = (page("index.html", "<a href=nowhere>"),)
    with pytest.raises(SiteBroken):
        check_version(bench.work, bench.publish(broken), broken)
    assert (bench.mock.version, bench.mock.proven) == (good.version, good.version)
    assert bench.hosting.sites.pointers[good.id].version == good.version


def test_a_pointer_that_has_not_arrived_is_no_fault(bench: MockBench) -> None:
    first = check_version(bench.work, bench.publish(site()), site())
    bench.hosting.visitor.behind[first.id] = bench.hosting.sites.pointers[first.id]
    second = bench.publish(site("two"))
    with pytest.raises(SiteUnsettled):
        check_version(bench.work, second, site("two"))
    assert bench.mock.version == second.version

    bench.hosting.visitor.behind.clear()
    assert check_version(bench.work, bench.mock, site("two")).proven == second.version


def test_an_address_that_is_not_known_yet_is_no_fault(bench: MockBench) -> None:
    with pytest.raises(SiteUnsettled):
        mock = bench.publish(site())
        bench.hosting.sites.pointers.clear()
        check_version(bench.work, mock, site())


def test_links_out_of_a_site_made_elsewhere_are_its_own_matter(bench: MockBench) -> None:
    elsewhere = (page("index.html", "<a href='https://example.com/'>out</a>"),)
    mock = bench.publish(elsewhere)
    bench.hosting.visitor.headers = {"content-security-policy": "script-src 'self' 'unsafe-inline'"}
    made_elsewhere = mock.model_copy(update={"origin": "site"})
    bench.stores.mocks.create(made_elsewhere)
    assert check_version(bench.work, made_elsewhere, elsewhere).id == mock.id
