"""Mocks: from a spec, or from a site made elsewhere, to the files that are served."""

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, cast

from mlew.domain.mock_spec import MockSpec
from mlew.domain.site import Site
from mlew.mocks.tracking import Tracking

__all__ = ["Tracking", "render_site"]


class _Renderer(Protocol):
    def render_site(
        self, spec: MockSpec, tracking: Tracking, *, rehearsed: bool, pictures: Mapping[str, bytes]
    ) -> Site: ...


def render_site(
    spec: MockSpec, tracking: Tracking, *, rehearsed: bool, pictures: Mapping[str, bytes] | None = None
) -> Site:
    """All files of a mock. The same input gives the same bytes; every link is relative.

    `rehearsed`: a rehearsal model wrote the spec, and every page says so. `pictures`: file name → content of the
    pictures that the spec names.
    Raises InputError if the spec is larger than LIMITS allow, leads nowhere, or names a picture that is not there.
    """
    renderer = cast(_Renderer, import_module("mlew.mocks.site"))  # the template engine loads when it is needed
    return renderer.render_site(spec, tracking, rehearsed=rehearsed, pictures=pictures or {})
