"""`mlew market`: N before the estimate, and what the estimate says."""

from pathlib import Path

import pytest

from mlew.cli.market.picture import picture
from mlew.domain.base import Locale
from mlew.domain.market_estimate import Market
from tests.unit.cli.planned import MARKET, planned
from tests.unit.cli.terminal import Terminal


@pytest.fixture
def mlew(tmp_path: Path) -> Terminal:
    return planned(tmp_path / "home")


@pytest.mark.parametrize("given", [("3",), ("w1", "3"), ("3", "--workshop", "w1")])
def test_n_is_set_before_the_estimate_with_its_reason(running: Terminal, given: tuple[str, ...]) -> None:
    said = running("market", "n", *given, "--reason", "Pays back in three years", "--as", "Head of operations")

    assert said.code == 0
    assert "N is 3 now, set by Head of operations" in said.out
    found = running.stores.workshops.get("w1").multiples
    assert [(one.n, one.reason, one.set_by) for one in found] == [(3, "Pays back in three years", "Head of operations")]


def test_a_reason_that_is_missing_is_asked_for(running: Terminal) -> None:
    assert "Say why with --reason" in running("market", "n", "3").err


def test_an_n_that_nobody_chose_is_called_the_default(tmp_path: Path) -> None:
    mlew = planned(tmp_path)
    inputs = MARKET.inputs.model_copy(
        update={"multiples": (MARKET.inputs.multiples[0].model_copy(update={"set_by": "default"}),)}
    )
    stored = mlew.stores.artifacts.latest("w1", "market", "team")
    assert stored is not None
    body = MARKET.model_copy(update={"inputs": inputs})
    mlew.stores.artifacts.add("w1", stored.model_copy(update={"version": 2, "body": body}))

    assert "N = 3 – 2026-10-07 18:00 – the method's default" in mlew("market", "show").out


def test_an_n_that_changes_after_the_estimate_is_shown_everywhere(mlew: Terminal) -> None:
    said = mlew("market", "n", "4", "--reason", "The board wants more")

    assert "N was changed after an estimate was there" in said.err
    shown = mlew("market", "show")
    assert "the line of 4 is not reached" in shown.out
    assert "N was changed after the estimate was begun" in shown.out
    assert "N = 3 – 2026-10-07 18:00" in shown.out
    assert "The board wants more" in shown.out


def test_an_n_between_rounds_is_said_to_be_for_the_next_one(mlew: Terminal) -> None:
    workshops = mlew.stores.workshops
    workshops.update(workshops.get("w1").model_copy(update={"state": "finished"}))

    said = mlew("market", "n", "4", "--reason", "The board wants more")

    assert "for the next round's estimate" in said.err
    assert "N was changed after" not in said.err
    assert "the line of 4" not in mlew("market", "show").out


@pytest.mark.parametrize("given", [("0",), ("-1",), ("nan",), ("inf",), ("three",), ("w1", "x"), ("a", "b", "3")])
def test_an_n_that_is_none_is_refused(running: Terminal, given: tuple[str, ...]) -> None:
    assert running("market", "n", "--", *given).code == 2
    assert running.stores.workshops.get("w1").multiples == ()


def test_the_estimate_is_shown_with_picture_break_even_and_sources(mlew: Terminal) -> None:
    said = mlew("market", "show")

    assert said.code == 0
    for text in ("3.6 times the cost: the line of 3 is reached", "Provisional", "6.67 %", "18.1 %",
                 "What moves the answer", "Periods of use", "━", "│", "●", "業界団体の名簿", "assumed",
                 "advertising"):  # fmt: skip
        assert text in said.out


def test_programs_get_the_figures(mlew: Terminal) -> None:
    data = mlew("market", "show", "--json").data

    assert Market.model_validate(data["market"]).estimate.middle.ratio == pytest.approx(3.6)
    assert {one["rule"] for one in data["warnings"]} >= {"market-check"}


def test_the_page_is_written_once(mlew: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "market.html"
    first = mlew("market", "show", "--out", str(file))
    file.write_text("mine", encoding="utf-8")
    second = mlew("market", "show", "--out", str(file))

    assert first.code == 0
    assert second.code == 4
    assert file.read_text(encoding="utf-8") == "mine"
    assert mlew("market", "show", "--out", str(file), "--force").code == 0
    assert "3.6 times the cost" in file.read_text(encoding="utf-8")


def test_before_the_market_phase_there_is_nothing_to_show(running: Terminal) -> None:
    assert running("market", "show").code == 3


def test_the_picture_marks_what_decides_and_fits_its_width() -> None:
    names = [one.input for one in MARKET.estimate.sensitivities]
    drawn = picture(MARKET.estimate, names, width=20)

    assert {len(row.bar.plain) for row in drawn} == {20}
    assert all(row.bar.plain.count("│") == 1 for row in drawn)
    assert [row.name for row in drawn][:2] == names[:2]
    assert [float(row.high) - float(row.low) for row in drawn] == sorted(
        (float(row.high) - float(row.low) for row in drawn), reverse=True
    )


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_bars_are_never_folded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: Locale, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    mlew = planned(tmp_path, locale=locale)
    stored = mlew.stores.artifacts.latest("w1", "market", "team")
    assert stored is not None
    costs = tuple(
        cost.model_copy(update={"name": "Advertising in the papers of the trade and at fairs"})
        for cost in MARKET.inputs.costs
    )
    body = MARKET.model_copy(update={"inputs": MARKET.inputs.model_copy(update={"costs": costs})})
    mlew.stores.artifacts.add("w1", stored.model_copy(update={"version": 2, "body": body}))
    mlew.screen = True

    bars = [row for row in mlew("market", "show").out.splitlines() if "·" in row or "━" in row]

    assert len(bars) == len(MARKET.estimate.sensitivities)
    assert {sum(row.count(sign) for sign in "·━│●") for row in bars} == {36 if columns > 60 else 16}
