"""Every path of the sample, from the landing page to the closing questions, by keyboard only."""

import pytest
from playwright.sync_api import expect

from mlew.domain.base import Locale
from tests.browser.mocks.conftest import Open, calls
from tests.browser.walking import Path, answer, paths, press, walk
from tests.mocks.samples import sample

PATHS = tuple(paths(sample("en")))


def test_the_sample_has_a_way_to_its_end_and_a_detour() -> None:
    assert len(PATHS) == 2
    assert {path[-1] for path in PATHS} == {"finish", "calendar"}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[-1])
@pytest.mark.parametrize(("locale", "size"), [("ja", "phone"), ("en", "desktop")])
def test_a_path_can_be_walked_by_keyboard(open_mock: Open, locale: Locale, size: str, path: Path) -> None:
    page = open_mock("", locale, size=size, calls=True)
    walk(page, sample(locale), path)
    steps = [name for kind, name, *_ in calls(page) if kind == "step"]
    seen = list(path[:-1]) + ([path[-1]] if path[-1] != "finish" else ["done"])
    assert steps == ["start", *seen]
    if path[-1] != "finish":
        return
    answer(page)
    expect(page.locator("[data-thanks] h2")).to_be_focused()
    assert calls(page)[-3:] == [["answer", "solved", "unsure"], ["answer", "use", "yes"], ["comment", "", "a"]]


def test_the_trial_can_be_ended_on_every_screen(open_mock: Open) -> None:
    page = open_mock("s/table/", "en")
    press(page, "[data-track=end-trial]", "Enter")
    page.wait_for_url("**/leave/")
    press(page, "[data-resume]", "Enter")
    page.wait_for_url("**/s/table/")
