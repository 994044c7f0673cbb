"""A site made elsewhere becomes a pair's mock: below a base path that is known before anything is published."""

from mlew.domain.mock import Mock
from mlew.domain.site import Site, site_version
from mlew.domain.workshop import Workshop
from mlew.errors import Conflict, InputError, SiteBroken
from mlew.mocks.sites.preparing import PreparedSite, prepare_site
from mlew.mocks.tracking import Tracking
from mlew.services.mocks.changing import bring_back, change_mock
from mlew.services.mocks.checking import check_version
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.publishing import point, publish_version
from mlew.services.work import Work

_LONGEST_TITLE = 100


def site_mock(work: Work, workshop: Workshop, pair: str) -> Mock:
    """The pair's mock for a site made elsewhere, beside the one from its MockSpec. Raises InputError."""
    return ensure_mock(work, workshop, pair, "site")


def base_path(mock: Mock) -> str:
    """What such a site has to be built for: `/m/<id>/`."""
    return f"/m/{mock.id}/"


def prepared_for(mock: Mock, files: tuple[tuple[str, bytes], ...]) -> PreparedSite:
    """The site as it will be served, and what is to be said about it. `files`: path and content of each."""
    return prepare_site(files, base=base_path(mock), tracking=Tracking(key=mock.key))


def publish_site(work: Work, workshop: Workshop, mock: Mock, site: PreparedSite, *, by: str) -> Mock:
    """Show it instead of what was shown before; a mock that was destroyed comes back at its address.

    Like every new version it keeps address, key, links and passcode. Raises InputError if it was refused, Conflict if
    somebody destroys the mock at this moment.
    """
    if not site.files:
        raise InputError.told("site.unpublishable")
    version = site_version(site.files)
    mock = bring_back(work.stores.mocks, mock)
    hosted(work.hosting).sites.put(mock.id, version, site.files)
    title = site.title[:_LONGEST_TITLE] or mock.title
    mock = publish_version(work, workshop, mock, version=version, title=title, folders=site.folders, by=by)
    if mock.state == "destroyed":
        raise Conflict.told("mock.destroyed", pair=mock.pair)
    return mock


def check_site(work: Work, mock: Mock, files: Site, before: tuple[str, ...]) -> Mock:
    """Compare what is served with `files`. `before`: folders of the pointer that was there before.

    Raises as `check_version`; SiteBroken also when the last version that was right is shown again.
    """
    try:
        return check_version(work, mock, files)
    except SiteBroken as error:
        newest = work.stores.mocks.get(mock.workshop, mock.id)
        if newest.version != mock.version:
            point(work, newest, before)
        else:
            said = error.said(work.stores.workshops.get(mock.workshop).plan.locale)
            change_mock(work.stores.mocks, mock, state="failed", failure=f"SiteBroken: {said.message}")
        raise
