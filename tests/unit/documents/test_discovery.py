"""The README of a discovery folder, written and read back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import chain
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlew.documents.discovery import SECTION_KINDS, Discovery, merged, read_discovery, render_discovery
from mlew.documents.embedding import scope_of
from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, Body, Provenance, kind_of
from mlew.domain.base import Locale
from mlew.domain.journey import Action, Journey, Stage
from mlew.domain.press_release import Message, PressRelease
from mlew.errors import InputError
from tests.unit.documents import bodies, wild
from tests.unit.documents.samples import QUESTIONS

_LOCALES: tuple[Locale, ...] = get_args(Locale)
_JOURNEY = Journey(
    segment="Parents",
    trigger="Rain",
    stages=(Stage(name="Notice", actions=(Action(id="A1", text="looks out of the window"),)),),
)


def artifact(body: Body, *, rehearsed: bool = False) -> Artifact:
    """Version 1 of a body."""
    kind = kind_of(type(body))
    return Artifact(
        kind=kind,
        scope=scope_of(body),
        version=1,
        created_at=datetime(2026, 4, 1, tzinfo=UTC),
        body=body,
        provenance=Provenance(author="model:x", rehearsed=rehearsed),
    )


def release(pair: str, headline: str = "It is here") -> PressRelease:
    """A press release of a pair."""
    return PressRelease(pair=pair, message=Message(headline=headline))


@pytest.mark.parametrize("locale", _LOCALES)
def test_everything_comes_back_whatever_stands_in_it(locale: Locale) -> None:
    kinds: list[ArtifactKind] = list(chain.from_iterable(SECTION_KINDS.values()))

    @settings(deadline=None, max_examples=10, suppress_health_check=list(HealthCheck))
    @given(st.data(), wild.texts, wild.texts)
    def check(data: st.DataObject, title: str, leftovers: str) -> None:
        written = [data.draw(bodies.BODIES[kind]) for kind in data.draw(st.lists(st.sampled_from(kinds), unique=True))]
        readme = render_discovery([artifact(body) for body in written], locale, title=title, leftovers=leftovers)
        read = read_discovery(readme, locale)
        assert read.problems == ()
        assert dict(read.bodies) == {(artifact(body).kind, scope_of(body)): body for body in written}
        assert read.leftovers == leftovers

    check()


@pytest.mark.parametrize("locale", _LOCALES)
def test_sections_stand_in_the_order_of_the_phases_and_pairs_in_the_order_given(locale: Locale) -> None:
    readme = render_discovery(
        [artifact(release("web")), artifact(release("shop")), artifact(_JOURNEY)], locale, title="Umbrellas"
    )
    headings = [line for line in readme.splitlines() if line.startswith(("# ", "## ", "### "))]
    assert [h for h in headings if not h.startswith("### ")] == ["# Umbrellas", "## Listen", "## Refine"]
    assert [h.rsplit(" – ", 1)[-1] for h in headings if " – " in h] == ["web", "shop"]


@pytest.mark.parametrize("locale", _LOCALES)
def test_what_the_rehearsal_model_wrote_says_so_and_is_known_afterwards(locale: Locale) -> None:
    readme = render_discovery([artifact(_JOURNEY, rehearsed=True), artifact(release("web"))], locale, title="Umbrellas")
    assert ("リハーサル" if locale == "ja" else "rehearsal model") in readme
    read = read_discovery(readme, locale)
    assert read.rehearsed == {("journey", TEAM)}
    assert read.bodies["journey", TEAM] == _JOURNEY


def test_a_readme_made_by_hand_is_read_as_far_as_it_can_be() -> None:
    read = read_discovery(
        "# うちのワークショップ\n\n集まった日: 4/1\n\n## Listen\n\n| 行動段階 | 行動 | 感情 |\n|--|--|--|\n"
        "| 探す | 店を検索する<br>口コミを読む | 不安 |\n\n### 気づき\n\n- 口コミが決め手\n\n"
        "## Define\n\nなぜ待つのか\n\n"
        "## Refine\n\n### メッセージ\n\n- 見出し: もう待たない\n\n## 参加者メモ\n\n- 良かった\n",
        "ja",
        pair="web",
    )
    journey, release_ = read.bodies["journey", TEAM], read.bodies["press_release", "web"]
    assert isinstance(journey, Journey)
    assert isinstance(release_, PressRelease)
    assert [a.text for a in journey.actions] == ["店を検索する", "口コミを読む"]
    assert journey.insights == ("口コミが決め手",)
    assert release_.message.headline == "もう待たない"
    assert len(read.problems) == 1
    assert read.problems[0].startswith("Define: ")
    for kept in ("集まった日: 4/1", "なぜ待つのか", "参加者メモ", "良かった"):
        assert kept in read.leftovers


def test_a_document_whose_pair_line_was_removed_belongs_to_the_pair_of_its_folder() -> None:
    readme = render_discovery([artifact(release("web"))], "en", title="x").replace("- Pair: web\n", "")
    assert set(read_discovery(readme, "en", pair="shop").bodies) == {("press_release", "shop")}
    lost = read_discovery(readme, "en")
    assert lost.bodies == {}
    assert "It is here" in lost.leftovers


def test_a_second_document_of_the_same_pair_is_left_over() -> None:
    readme = render_discovery([artifact(release("web", "one")), artifact(release("web", "two"))], "en", title="x")
    read = read_discovery(readme, "en")
    assert [b.message.headline for b in read.bodies.values() if isinstance(b, PressRelease)] == ["one"]
    assert "two" in read.leftovers


def test_readmes_of_several_pairs_merge_into_one_workshop() -> None:
    other = _JOURNEY.model_copy(update={"trigger": "Snow"})
    merge = merged([_read({"w": release("web"), "j": _JOURNEY}), _read({"s": release("shop"), "j": other})], "en")
    assert set(merge.bodies) == {("journey", TEAM), ("press_release", "web"), ("press_release", "shop")}
    assert merge.bodies["journey", TEAM] == _JOURNEY
    assert "Snow" in merge.leftovers


@pytest.mark.parametrize("locale", _LOCALES)
def test_two_versions_of_one_pair_cannot_be_merged(locale: Locale) -> None:
    assert merged([_read({"w": release("web")}), _read({"w": release("web")})], locale).leftovers == ""
    with pytest.raises(InputError, match="web") as raised:
        merged([_read({"w": release("web")}), _read({"w": release("web", "other")})], locale)
    assert "--pair" in raised.value.hint


def _read(written: Mapping[str, Body]) -> Discovery:
    return read_discovery(render_discovery([artifact(b) for b in written.values()], "en", title="x"), "en")


@pytest.mark.parametrize("locale", _LOCALES)
def test_a_problem_names_the_line_of_the_readme(locale: Locale) -> None:
    readme = render_discovery([artifact(_JOURNEY), artifact(QUESTIONS, rehearsed=True)], locale, title="x")
    spoilt = readme.replace("週に 2 回", "ときどき").replace("2 times a week", "seldom")
    number = next(n for n, line in enumerate(spoilt.split("\n"), 1) if "ときどき" in line or "seldom" in line)
    (problem,) = read_discovery(spoilt, locale).problems
    assert f"{number} 行目" in problem if locale == "ja" else f"line {number}:" in problem


def test_what_is_made_by_hand_gets_nothing_that_nobody_wrote() -> None:
    read = read_discovery("## Listen\n\n| 行動段階 | 行動 |\n|--|--|\n| 探す | 見る |\n", "ja", pair="web")
    assert [getattr(body, "extra", None) for body in read.bodies.values()] == [""]
    nothing = read_discovery("## Refine\n\nまだ書いていません\n", "ja", pair="web")
    assert nothing.bodies == {}
    assert "3 行目" in nothing.problems[0] or "2 行目" in nothing.problems[0]
    assert "まだ書いていません" in nothing.leftovers
