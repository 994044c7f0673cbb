"""What a mock's site consists of, and that it is the same wherever it is made."""

import gzip
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from mlew.domain.base import Locale
from mlew.domain.mock_spec import THEMES, Picture, Theme
from mlew.domain.site import Site, site_version
from mlew.errors import InputError
from mlew.mocks import Tracking, render_site
from tests.mocks.page_reader import lost_links, pages
from tests.mocks.samples import sample

TRACKING = Tracking("k" * 24)
LOCALES: tuple[Locale, ...] = ("ja", "en")
_VERSION = """
from mlew.domain.site import site_version
from mlew.mocks import Tracking, render_site
from tests.mocks.samples import sample
print(site_version(render_site(sample("ja"), Tracking("k" * 24), rehearsed=False)))
"""


def rendered(locale: Locale = "ja", theme: Theme = "clear", *, rehearsed: bool = False) -> Site:
    return render_site(sample(locale, theme), TRACKING, rehearsed=rehearsed)


def text_of(site: Site, path: str) -> str:
    return next(file.content for file in site if file.path == path).decode()


def test_the_same_spec_gives_the_same_bytes_in_another_process() -> None:
    ours = site_version(rendered())
    assert ours == site_version(rendered())
    run = subprocess.run(
        [sys.executable, "-c", _VERSION], env={**os.environ, "PYTHONHASHSEED": "1"}, check=True,
        capture_output=True, text=True, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert run.stdout.strip() == ours


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_link_leads_somewhere_inside(locale: Locale, theme: Theme) -> None:
    assert lost_links(rendered(locale, theme)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_scripts_and_styles_weigh_little(theme: Theme) -> None:
    """With all eleven parts in one mock; others weigh less."""
    files = [file for file in rendered("ja", theme) if file.path.endswith((".css", ".js"))]
    assert {file.path for file in files} == {"mock.css", "brand.css", "mock.js", "tracker.js"}
    assert sum(len(gzip.compress(file.content, 9, mtime=0)) for file in files) <= 20 * 1024


def test_media_types_leave_the_charset_to_those_who_serve() -> None:
    by_path = {file.path: file.media for file in rendered()}
    assert (by_path["index.html"], by_path["mock.css"], by_path["mock.js"]) == (
        "text/html",
        "text/css",
        "text/javascript",
    )
    assert {media for path, media in by_path.items() if path.endswith(".svg")} == {"image/svg+xml"}
    assert not [media for media in by_path.values() if ";" in media]


def test_every_page_says_what_it_is_and_keeps_out_of_search_engines() -> None:
    for page in pages(rendered()):
        metas = {e.attributes.get("name") or e.attributes.get("property"): e for e in page.elements if e.tag == "meta"}
        assert metas["robots"].attributes["content"] == "noindex, nofollow"
        assert {"viewport", "description", "theme-color", "og:title", "og:description", "og:locale"} <= set(metas)
        assert page.elements[0].attributes["lang"] == "ja"
        assert sum("試作品" in text for text in page.texts) >= 2
        assert not any("リハーサル" in text for text in page.texts)


@pytest.mark.parametrize(("locale", "told"), [("ja", "リハーサル用のモデル"), ("en", "rehearsal model")])
def test_a_rehearsed_mock_says_so_above_and_around_the_experience_below_too(locale: Locale, told: str) -> None:
    for page in pages(rendered(locale, rehearsed=True)):
        assert sum(told in text for text in page.texts) == (1 if page.path.startswith("s/") else 2)


@pytest.mark.parametrize("locale", LOCALES)
def test_below_a_task_one_line_leads_to_what_is_said_of_the_mock(locale: Locale) -> None:
    tagline, site = sample(locale).brand.tagline, rendered(locale)
    for page in pages(site):
        footer = text_of(site, page.path).partition("<footer")[2]
        inside = page.path.startswith("s/")
        assert ("../../#about" in page.links()) == inside
        assert (tagline in footer, "Cookie" in footer or "cookies" in footer) == (not inside, not inside)
    assert "collect" not in text_of(render_site(sample("en"), Tracking(), rehearsed=False), "s/chat/index.html")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_heading_is_in_order(locale: Locale) -> None:
    for page in pages(rendered(locale)):
        levels = [int(e.tag[1]) for e in page.elements if len(e.tag) == 2 and e.tag[0] == "h" and e.tag[1].isdigit()]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.path


def test_every_page_but_none_without_a_key_is_counted() -> None:
    assert all('data-key="' + "k" * 24 in text_of(rendered(), page.path) for page in pages(rendered()))
    untracked = render_site(sample("ja"), Tracking(), rehearsed=False)
    assert not any("data-key" in text_of(untracked, page.path) for page in pages(untracked))


def test_the_landing_page_is_complete_without_a_script() -> None:
    landing = sample("ja").landing
    text = text_of(rendered(), "index.html")
    told = [landing.headline, *landing.pains, *(f.title for f in landing.features), *(v.quote for v in landing.voices)]
    told += [*(p.price for p in landing.prices), *(entry.answer.split("\n")[0] for entry in landing.faq)]
    assert [line for line in told if line not in text] == []
    assert text.count("想定の声") == len(landing.voices)


def test_only_styles_of_parts_that_the_mock_has_are_sent() -> None:
    spec = sample("ja")
    kept = tuple(screen for screen in spec.screens if screen.part.kind == "result")
    small = render_site(spec.model_copy(update={"screens": kept}), TRACKING, rehearsed=False)
    assert len(text_of(small, "mock.css")) < len(text_of(rendered(), "mock.css"))


def test_a_given_picture_takes_the_place_of_the_drawn_one() -> None:
    name = f"{'a' * 64}.png"
    spec = sample("ja")
    landing = spec.landing.model_copy(update={"picture": Picture(alt="図", file=name)})
    given = spec.model_copy(update={"landing": landing})
    site = render_site(given, TRACKING, rehearsed=False, pictures={name: b"\x89PNG"})
    assert f"pictures/{name}" in {file.path for file in site}
    assert "pictures/hero.svg" not in {file.path for file in site}
    assert lost_links(site) == []
    with pytest.raises(InputError, match="is missing"):
        render_site(given, TRACKING, rehearsed=False)
