"""A version becomes what people see; the last one that passed its check can come back."""

from mlew.domain.mock import Mock, MockStep
from mlew.domain.workshop import Workshop
from mlew.services.mocks.changing import change_mock
from mlew.services.mocks.destroying import shut
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.links import population_links
from mlew.services.mocks.rendering import spec_of
from mlew.services.work import Work


def publish_mock(work: Work, workshop: Workshop, pair: str, *, version: str, spec: int, by: str = "mlew") -> Mock:
    """Show a rendered version of the pair's MockSpec (`spec`: its version).

    A mock that somebody has destroyed meanwhile stays so: only people bring it back (`making`).
    """
    mock = ensure_mock(work, workshop, pair)
    body, artifact = spec_of(work, workshop, pair, spec)
    steps = tuple(MockStep(id=s.id, title=s.title, course=s.course) for s in body.screens)
    return publish_version(
        work,
        workshop,
        mock,
        version=version,
        title=body.brand.name or mock.title,
        steps=steps,
        rehearsed=artifact.provenance.rehearsed,
        by=by,
    )


def publish_version(
    work: Work,
    workshop: Workshop,
    mock: Mock,
    *,
    version: str,
    title: str,
    steps: tuple[MockStep, ...] = (),
    folders: tuple[str, ...] = (),
    rehearsed: bool = False,
    by: str,
) -> Mock:
    """Let events of its page in, then switch the pointer. A mock that is destroyed before it is done stays so.

    May be called again after it died half-way. Files of versions that cannot come back go last.
    """
    hosting = hosted(work.hosting)
    mock = change_mock(
        work.stores.mocks,
        mock,
        version=version,
        page="",
        title=title,
        steps=steps,
        rehearsed=rehearsed,
    )
    if mock.state == "destroyed":
        return shut(hosting, mock)  # a try that died may have put something up
    hosting.keys.add_key(mock.key, mock.id, workshop.plan.time_zone, [step.id for step in steps])
    point(work, mock, folders)
    population_links(work, workshop, mock)
    now = work.clock.now()
    mock = change_mock(work.stores.mocks, mock, state="live", failure="", published_at=now, published_by=by)
    if mock.state == "destroyed":
        return shut(hosting, mock)
    hosting.sites.remove_older(mock.id, keep={mock.version, mock.proven}, now=now)
    return mock


def roll_back(work: Work, mock: Mock, folders: tuple[str, ...] = ()) -> Mock:
    """Show the last version that passed its check.

    If none did, the first one stays where it is: nobody was told its address, and it can be looked at.
    """
    if mock.proven in ("", mock.version):
        return mock
    mock = change_mock(work.stores.mocks, mock, version=mock.proven)
    if mock.state != "destroyed":
        point(work, mock, folders)
    return mock


def point(work: Work, mock: Mock, folders: tuple[str, ...] = ()) -> None:
    """Have the edge show the version of the record, to whom it may; nothing if it has been destroyed meanwhile."""
    sites = hosted(work.hosting).sites
    signing_key = mock.passcode.signing_key if mock.passcode else ""
    sites.point(mock.id, mock.version, kind=mock.origin, locale=mock.locale, signing_key=signing_key, folders=folders)
    if work.stores.mocks.get(mock.workshop, mock.id).state == "destroyed":
        sites.bury(mock.id, mock.locale)
