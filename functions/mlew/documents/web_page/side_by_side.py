"""Reports about one mock or several: what their page is given whatever it is about."""

from collections.abc import Mapping, Sized
from typing import Protocol

from jinja2 import Environment

from mlew.documents.web_page.frame import policy_for, style_of
from mlew.domain.base import Locale


class SideBySide(Protocol):
    """What such a report holds at least."""

    @property
    def locale(self) -> Locale: ...

    @property
    def subject(self) -> str: ...

    @property
    def workshop(self) -> str: ...

    @property
    def mocks(self) -> Sized: ...


def render_side_by_side(
    environment: Environment, package: str, report: SideBySide, said: Mapping[str, str], **more: object
) -> str:
    """The page of `report.html.j2` in the style of the package. `said`: its words; `more`: what its templates ask."""
    style = style_of(package, "report.css")
    return environment.get_template("report.html.j2").render(
        report=report,
        locale=report.locale,
        subject=report.subject,
        workshop=report.workshop,
        words=said,
        style=style,
        policy=policy_for(style),
        title=said["title"] if len(report.mocks) > 1 else said["title_one"],
        **more,
    )
