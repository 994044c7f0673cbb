"""From the pair's MockSpec to files."""

from collections.abc import Mapping

from mlew.domain.artifact import Artifact, ArtifactRef
from mlew.domain.base import Model
from mlew.domain.mock import Mock
from mlew.domain.mock_spec import MockSpec
from mlew.domain.site import Site, site_version
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.mocks import Tracking, render_site
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.work import Work


class RenderedMock(Model):
    """`version` of the site, stored and not shown yet; `spec`: version of the MockSpec that it was made from."""

    mock: str
    version: str
    spec: int


def render_mock(work: Work, workshop: Workshop, pair: str) -> RenderedMock:
    """Render the newest MockSpec and store it beside what is shown. Same spec, same version."""
    mock = ensure_mock(work, workshop, pair)
    latest = work.stores.artifacts.latest(workshop.id, "mock_spec", pair)
    if latest is None:
        raise NotFound.told("mock.not-written", pair=pair)
    files = rendered(mock, latest, pictures_of(work, workshop, body_of(latest)))
    version = site_version(files)
    hosted(work.hosting).sites.put(mock.id, version, files)
    return RenderedMock(mock=mock.id, version=version, spec=latest.version)


def spec_of(work: Work, workshop: Workshop, pair: str, version: int) -> tuple[MockSpec, Artifact]:
    """One version of the pair's MockSpec. Raises NotFound."""
    ref = ArtifactRef(kind="mock_spec", scope=pair, version=version)
    artifact = work.stores.artifacts.get(workshop.id, ref)
    return body_of(artifact), artifact


def rendered(mock: Mock, artifact: Artifact, pictures: Mapping[str, bytes]) -> Site:
    """The files of a version of the MockSpec: the same bytes every time."""
    rehearsed = artifact.provenance.rehearsed
    return render_site(body_of(artifact), Tracking(key=mock.key), rehearsed=rehearsed, pictures=pictures)


def pictures_of(work: Work, workshop: Workshop, spec: MockSpec) -> dict[str, bytes]:
    """Content of the pictures that the spec names, by file name."""
    file = spec.landing.picture.file
    return {file: work.stores.pictures.get(workshop.id, file)} if file else {}


def body_of(artifact: Artifact) -> MockSpec:
    """The MockSpec in an artifact. Raises TypeError for an artifact of another kind."""
    if not isinstance(artifact.body, MockSpec):
        raise TypeError(f"{artifact.ref.kind} is no mock_spec")
    return artifact.body
