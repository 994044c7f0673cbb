"""`mlew mocks publish DIR`: a site that was made elsewhere."""

from contextlib import suppress
from pathlib import Path

from mlew.cli.invocation import Invocation
from mlew.cli.mock_view import mock_data, mocks_view
from mlew.cli.mocks.site_findings import finding_lines
from mlew.cli.output import line
from mlew.cli.watching import SECONDS_ACCOUNT, SECONDS_EMBEDDED
from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.errors import InputError, SiteUnsettled
from mlew.inputs.site_folder import SiteFolder, read_site_folder
from mlew.mocks.sites.preparing import PreparedSite
from mlew.mocks.sites.rebuilding import rebuild_for
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.publishing_site import base_path, check_site, prepared_for, publish_site, site_mock

_LOOKS = 60
"""How often the edge is asked for a new version: two minutes in an account."""


def tell_base_path(cli: Invocation, workshop: Workshop, pair: str) -> None:
    """Where the pair's own site will be, so that it can be built for it; nothing is published."""
    mock = site_mock(cli.workbench.work, workshop, pair)
    cli.out.answer({"mock": mock.id, "base_path": base_path(mock)}, line(base_path(mock)))


def publish_folder(cli: Invocation, workshop: Workshop, pair: str, folder: Path, *, as_is: bool) -> None:
    """Raises InputError with all that keeps it from being published, and how to build it again."""
    work = cli.workbench.work
    mock = site_mock(work, workshop, pair)
    with cli.step(cli.words("sites.reading", folder=folder)):
        read = read_site_folder(folder)
        site = _prepared(mock, read)
    _refuse(cli, mock, folder, site, as_is=as_is)
    for told in finding_lines(cli, site.findings, "note"):
        cli.out.note(told, "yellow")
    shown = hosted(work.hosting).sites.pointer(mock.id)
    size = sum(len(file.content) for file in site.files) / 1024 / 1024
    with cli.step(cli.words("sites.uploading", count=len(site.files), size=f"{size:.1f}")):
        mock = publish_site(work, workshop, mock, site, by=cli.person)
    with cli.step(cli.words("sites.checking")):
        mock = _checked(cli, mock, site, shown.folders if shown else ())
    cli.out.answer({**mock_data(cli, mock), "findings": _data(site)}, *mocks_view(cli, [mock]))
    cli.note("sites.shared-origin", "yellow")
    cli.note("sites.closing", "dim")


def _prepared(mock: Mock, read: SiteFolder) -> PreparedSite:
    """What was wrong with reading comes first; a folder that could not be read whole is not looked into."""
    if any(one.weight == "refused" for one in read.findings):
        return PreparedSite((), (), "", read.findings)
    site = prepared_for(mock, read.files)
    return site._replace(findings=(*read.findings, *site.findings))


def _refuse(cli: Invocation, mock: Mock, folder: Path, site: PreparedSite, *, as_is: bool) -> None:
    if refused := finding_lines(cli, site.findings, "refused"):
        raise InputError(_listed(cli.words("sites.refused", folder=folder), refused))
    needs_root = [] if as_is else finding_lines(cli, site.findings, "rebuild")
    if needs_root:
        base = base_path(mock)
        built = rebuild_for((file.path for file in site.files), base)
        said = (
            cli.words("sites.rebuild", tool=built.tool, folder=built.folder)
            if built.tool
            else cli.words("sites.rebuild-unknown", base=base)
        )
        has_router = any(one.rule == "root-router" for one in site.findings)
        told = (*built.settings, *(built.routers if has_router else ()), built.command)
        steps = "\n".join(f"    {step}" for step in told)
        raise InputError(
            _listed(cli.words("sites.root", folder=folder, base=base), needs_root),
            hint=f"{said}\n{steps}\n  {cli.words('sites.anyway')}",
        )


def _listed(head: str, lines: list[str]) -> str:
    return "\n  - ".join([head, *lines])


def _checked(cli: Invocation, mock: Mock, site: PreparedSite, before: tuple[str, ...]) -> Mock:
    """The edge follows within seconds."""
    for _ in range(_LOOKS - 1):
        with suppress(SiteUnsettled):
            return check_site(cli.workbench.work, mock, site.files, before)
        cli.around.pause(SECONDS_EMBEDDED if cli.workbench.deployment.embedded else SECONDS_ACCOUNT)
    return check_site(cli.workbench.work, mock, site.files, before)


def _data(site: PreparedSite) -> list[dict[str, object]]:
    return [one._asdict() for one in site.findings]
