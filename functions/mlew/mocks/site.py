"""All files of a mock's site."""

from collections.abc import Iterator, Mapping
from importlib.resources import files

from mlew.domain.mock_spec import ENDS, MockSpec, Screen
from mlew.domain.screen_parts import Measure, ResultPart
from mlew.domain.site import START, Site, SiteFile
from mlew.errors import InputError
from mlew.mocks.brand import brand_css
from mlew.mocks.clean import clean
from mlew.mocks.course import place_of
from mlew.mocks.illustration import illustrations
from mlew.mocks.limits import check_limits
from mlew.mocks.palette import palette
from mlew.mocks.sites.file_types import CSS, HTML, MEDIA, SCRIPT, ending
from mlew.mocks.stylesheet import stylesheet
from mlew.mocks.templating import environment
from mlew.mocks.tracking import Tracking
from mlew.mocks.words import part_words, words


def render_site(spec: MockSpec, tracking: Tracking, *, rehearsed: bool, pictures: Mapping[str, bytes]) -> Site:
    """See `mlew.mocks.render_site`."""
    check_limits(spec)
    tidy = clean(spec)
    pages = _Pages(tidy, tracking, rehearsed=rehearsed)
    return (
        *pages.files(),
        SiteFile(path="mock.css", content=stylesheet(tidy).encode(), media=CSS),
        SiteFile(path="brand.css", content=brand_css(tidy.brand).encode(), media=CSS),
        *(SiteFile(path=name, content=_static(name), media=SCRIPT) for name in ("mock.js", "tracker.js")),
        *(SiteFile(path=path, content=svg.encode(), media=MEDIA["svg"]) for path, svg in illustrations(tidy)),
        *_given(tidy, pictures),
    )


class _Pages:
    """HTML of one mock."""

    def __init__(self, spec: MockSpec, tracking: Tracking, *, rehearsed: bool) -> None:
        self._spec = spec
        self._frame = words("frame", spec.locale)
        self._shared = {
            "spec": spec,
            "tracking": tracking,
            "rehearsed": rehearsed,
            "frame": self._frame,
            "theme_colours": {name: palette(spec.brand, name)["bg"] for name in ("light", "dark")},
        }

    def files(self) -> Iterator[SiteFile]:
        """Landing page, every screen, both ends."""
        spec = self._spec
        yield self._page(START, "landing", root="", w=words("landing", spec.locale), effects=_effects(spec))
        for screen in spec.screens:
            yield self._screen(screen)
        for end in ENDS:
            yield self._page(f"{end}/{START}", "closing", root="../", end=end, w=words("closing", spec.locale))

    def _screen(self, screen: Screen) -> SiteFile:
        return self._page(
            f"s/{screen.id}/{START}",
            "screen",
            root="../../",
            screen=screen,
            place=place_of(self._spec, screen),
            part_words=part_words(screen.part.kind, self._spec.locale),
        )

    def _page(self, path: str, template: str, *, root: str, **content: object) -> SiteFile:
        drawn = environment().get_template(f"{template}.html.j2")
        return SiteFile(path=path, content=drawn.render(**self._shared, root=root, **content).encode(), media=HTML)


def _effects(spec: MockSpec) -> tuple[Measure, ...]:
    """What the mock promises to change, from its results."""
    return tuple(m for screen in spec.screens if isinstance(screen.part, ResultPart) for m in screen.part.measures)[:3]


def _static(name: str) -> bytes:
    return files("mlew.mocks").joinpath("static", name).read_bytes()


def _given(spec: MockSpec, pictures: Mapping[str, bytes]) -> Iterator[SiteFile]:
    name = spec.landing.picture.file
    if not name:
        return
    if name not in pictures:
        raise InputError.told("mock.picture-missing", pair=spec.pair[:80], name=name)
    yield SiteFile(path=f"pictures/{name}", content=pictures[name], media=MEDIA[ending(name)])
