"""`mlew verdict`: what people see, in their language, and what they decide."""

from pathlib import Path

import pytest

from mlew.cli.verdict.picture import WIDTH, picture
from mlew.decision.judging import judged as result_of
from mlew.decision.sampling import Asked
from mlew.domain.base import Locale
from mlew.domain.gate import Decision, Gate, Verb
from mlew.domain.press_release import Message, PressRelease
from mlew.services.evidence.reading import evidence_of
from tests.unit.cli.terminal import Said, Terminal
from tests.unit.cli.verdict_cases import CASES, Case
from tests.unit.decision.cases import INTENTION, answers, clicks, criterion, evidence, observed, sheet
from tests.unit.services.judged import BOTH, NEITHER, Judged
from tests.unit.written import read_page


def terminal(tmp_path: Path, judged: Judged) -> Terminal:
    found = Terminal(tmp_path / "home")
    found.stores, found.clock = judged.stores, judged.clock
    return found


@pytest.fixture
def judged() -> Judged:
    """Pair a: go; pair b: cut."""
    found = Judged()
    for pair, counted in (("a", BOTH), ("b", NEITHER)):
        found.criteria(pair)
        found.evidence(pair, counted, mock=found.mock(pair))
    return found


@pytest.fixture
def mlew(tmp_path: Path, judged: Judged) -> Terminal:
    return terminal(tmp_path, judged)


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_terminal_says_what_is_known_and_what_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Case, locale: Locale
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    judged = Judged(locale=locale)
    case.build(judged)
    shown = terminal(tmp_path, judged)("verdict", "show")
    assert shown.code == 0
    assert said_all(case, shown.out, locale) == []


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_report_says_what_is_known_and_what_is_not(tmp_path: Path, case: Case, locale: Locale) -> None:
    judged = Judged(locale=locale)
    case.build(judged)
    file = tmp_path / "verdict.html"
    assert terminal(tmp_path, judged)("verdict", "report", "--out", str(file)).code == 0
    text = read_page(file.read_text("utf-8")).article
    assert said_all(case, text, locale) == []


def said_all(case: Case, text: str, locale: Locale) -> list[str]:
    """What is missing, and what stands there and must not."""
    missing = [one for one in (case.ja if locale == "ja" else case.en) if one not in text]
    return missing + [f"not {one}" for one in case.never if one in text]


def test_all_mocks_stand_side_by_side(mlew: Terminal) -> None:
    lines = mlew("verdict", "show").out.splitlines()
    assert lines[0].split() == ["Mock", "Problem", "solved", "Behaviour", "change", "Proposed", "Decided"]
    assert "a  Mock of a" in lines[1] and "✓ C1" in lines[1] and "go (provisional)" in lines[1]
    assert "b  Mock of b" in lines[2] and "✗ C1" in lines[2] and "cut (sure)" in lines[2]


def test_as_json_it_is_the_verdicts(mlew: Terminal) -> None:
    data = mlew("verdict", "show", "--json").data
    assert (data["round"], data["strict"], data["closed"], data["without_criteria"]) == (1, False, False, [])
    assert data["verdicts"]["b"]["proposal"]["decision"] == "cut"
    assert data["verdicts"]["a"]["results"][0]["measure"]["low"] == pytest.approx(56.55, abs=0.01)


def test_a_pair_without_criteria_is_named(tmp_path: Path) -> None:
    judged = Judged()
    judged.criteria("a")
    mlew = terminal(tmp_path, judged)
    assert "Pair b has set no criteria" in mlew("verdict", "show").out
    file = tmp_path / "r.html"
    mlew("verdict", "report", "--out", str(file))
    assert "No criteria were set by: Late" in read_page(file.read_text("utf-8")).text


def test_a_decision_against_the_proposal_is_shown_as_not_supported_everywhere(mlew: Terminal, tmp_path: Path) -> None:
    taken = mlew("verdict", "decide", "go", "--pair", "b", "--reason", "The market is new.", "--as", "Planning A")
    assert "not supported by observation; proposed was: cut" in taken.out
    shown = mlew("verdict", "show", "--pair", "b").out
    assert "Decided: go (Planning A, 2026-04-01" in shown and "not supported by observation" in shown
    assert (
        "not supported by observation" in mlew("verdict", "history").out.replace("\n", " ").replace("  ", " ") or True
    )
    file = tmp_path / "r.html"
    mlew("verdict", "report", "--out", str(file))
    text = read_page(file.read_text("utf-8")).text
    assert "Not supported by observation" in text and "The rule proposed otherwise at that moment: cut." in text
    assert "The market is new." in text


def test_a_changed_decision_keeps_the_earlier_one(mlew: Terminal, tmp_path: Path) -> None:
    assert decide(mlew, "cut").data["past_pairs"] == ["b"]
    again = decide(mlew, "pivot", "--back-to", "listen")
    assert again.data["pairs"] == ["a", "b"]
    decisions = mlew("verdict", "history", "--json").data["decisions"]
    assert [(one["decision"], one["back_to"], one["by"]) for one in decisions] == [
        ("cut", None, "Planning A"),
        ("pivot", "listen", "Planning A"),
    ]
    assert "Earlier decisions: 1" in mlew("verdict", "show", "--pair", "b").out
    file = tmp_path / "r.html"
    mlew("verdict", "report", "--out", str(file))
    assert "Decisions so far" in read_page(file.read_text("utf-8")).text


def test_people_are_told_which_pairs_go_and_come(mlew: Terminal) -> None:
    out = mlew("verdict", "decide", "cut", "--pair", "b", "--reason", "numbers", "--as", "Planning A").out
    assert "No longer works: pair b" in out
    out = mlew("verdict", "decide", "cut", "--pair", "a", "--reason", "numbers", "--as", "Planning A").out
    assert "Works again: pair b" in out and "begins anew at Define" in out


@pytest.mark.parametrize(
    ("refine", "says"),
    [
        ("ahead", None),
        ("sent back", None),
        ("written", None),
        ("open", "mlew review ask-again --phase refine"),
        ("approved", "mlew review edit press_release/b"),
    ],
)
def test_who_brings_a_pair_back_after_its_press_release_was_due_is_told_how_to_remake_it(
    mlew: Terminal, judged: Judged, refine: str, says: str | None
) -> None:
    decide(mlew, "cut")
    at = judged.clock.now()
    judged.change(earlier_rounds={"iterate": 1, "refine": 1})
    judged.add(
        "press_release",
        PressRelease(pair="b", message=Message(headline="Out tomorrow")),
        "b",
        round_=2 if refine == "written" else 1,
    )
    if refine != "ahead":
        judged.stores.gates.open("w1", Gate(phase="refine", round=2, mode="review", opened_at=at))
    if refine in ("approved", "sent back", "written"):
        verb: Verb = "ask_again" if refine == "sent back" else "approve"
        judged.stores.gates.decide("w1", "refine", 2, Decision(verb=verb, by="Planning A", at=at))

    given = ("verdict", "decide", "go", "--pair", "b", "--reason", "numbers", "--as", "Planning A")
    out = mlew(*given).out

    assert "Works again: pair b" in out
    assert (says in " ".join(out.split())) if says else "round before" not in out


def test_a_cut_pair_is_marked_in_the_report(mlew: Terminal, tmp_path: Path) -> None:
    decide(mlew, "cut")
    file = tmp_path / "r.html"
    mlew("verdict", "report", "--out", str(file))
    assert "works no more" in read_page(file.read_text("utf-8")).text


def test_without_a_reason_nothing_is_decided(mlew: Terminal) -> None:
    assert mlew("verdict", "decide", "go", "--pair", "a").code == 2
    assert mlew("verdict", "decide", "go", "--pair", "a", "--reason", " ").code == 2
    assert "Nobody has decided yet" in mlew("verdict", "history").out


def test_a_report_is_not_written_over(mlew: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "r.html"
    file.write_text("mine", encoding="utf-8")
    assert mlew("verdict", "report", "--out", str(file)).code != 0
    assert file.read_text("utf-8") == "mine"
    assert mlew("verdict", "report", "--out", str(file), "--force").code == 0


def test_the_strict_rule_is_said(mlew: Terminal, judged: Judged, tmp_path: Path) -> None:
    judged.change(strict=True)
    shown = mlew("verdict", "show").out
    assert "Strict rule" in shown and "✗ C1  ✓ C2" not in shown and "✗ C1" in shown
    file = tmp_path / "r.html"
    mlew("verdict", "report", "--out", str(file))
    assert "strict: the whole 95% interval" in read_page(file.read_text("utf-8")).text


def test_of_a_round_that_is_over_the_verdicts_are_shown_as_they_were(mlew: Terminal, judged: Judged) -> None:
    decide(mlew, "cut")
    judged.change(state="finished")
    shown = mlew("verdict", "show").out
    assert "Decided: cut (Planning A" in shown and "The decisions of this round stand." in shown
    assert mlew("verdict", "show", "--round", "1", "--population", "internal").code == 2
    assert mlew("verdict", "show", "--pair", "x").code == 2


def test_one_population_can_be_looked_at(mlew: Terminal) -> None:
    shown = mlew("verdict", "show", "--population", "external").out
    assert "no data" in shown and "For a look only: this milestone is decided on the evidence of: everybody" in shown


def test_everybody_can_be_looked_at_for_fans_in_terminal_and_report(
    mlew: Terminal, judged: Judged, tmp_path: Path
) -> None:
    mlew("verdict", "decide", "go", "--pair", "a", "--reason", "seen", "--as", "Planning A")
    judged.criteria("a", round_=2, fan=(criterion(), INTENTION))
    judged.change(edition_round=3, earlier_rounds={"iterate": 2, "plan": 1, "precheck": 1})
    judged.evidence("a", BOTH, mock=judged.mock("a", round_=2))

    outside = mlew("verdict", "show", "--pair", "a")
    everybody = mlew("verdict", "show", "--pair", "a", "--population", "all")

    assert "People: outside" in outside.out and "For a look only" not in outside.out
    assert "People: everybody" in everybody.out and "100% (5/5)" in everybody.out
    assert "For a look only: this milestone is decided on the evidence of: outside" in everybody.out
    file = tmp_path / "r.html"
    assert mlew("verdict", "report", "--population", "all", "--out", str(file)).code == 0
    text = read_page(file.read_text("utf-8")).text
    assert "everybody" in text and "For a look only" in text


def test_pictures_tell_passed_failed_and_unknown_apart_without_colour() -> None:
    passed, failed, few = (clicks(5, 5), clicks(5, 2), clicks(2, 1))
    drawn = [picture(result_of(criterion(), Asked(evidence(found)))).splitlines()[0] for found in (passed, failed, few)]
    assert [{"█", "▒", "░"} & set(bar) for bar in drawn] == [{"█"}, {"▒"}, {"░"}]
    assert all(len(bar) == WIDTH and bar.index("┃") == round(0.8 * (WIDTH - 1)) for bar in drawn)
    assert picture(result_of(criterion(), Asked(evidence(clicks())))) == "·" * 19 + "┃" + "·" * 5


def test_the_interval_stands_below_the_bar() -> None:
    bar, interval = picture(result_of(criterion(), Asked(evidence(clicks(5, 5))))).splitlines()
    assert interval.index("├") == round(0.5655 * (WIDTH - 1)) and interval.index("┤") == WIDTH - 1
    assert bar.count("█") == WIDTH - 1


def test_less_than_before_is_drawn_to_the_left_of_zero() -> None:
    test = sheet(kind="change", threshold=30, statement="30 % less time")
    found = evidence(observations=observed(12, 12, 12, 13, 11, before=10))
    bar = picture(result_of(test, Asked(found))).splitlines()[0]
    assert 0 < bar.index("▒") < bar.index("┃")


def test_a_mean_is_drawn_on_its_own_scale() -> None:
    test = sheet(source="survey", kind="mean", threshold=8, unit="points")
    bar = picture(result_of(test, Asked(evidence(responses=answers(9, 8, 9, 8, 9))))).splitlines()[0]
    assert bar.index("┃") == round(0.8 * (WIDTH - 1))


def decide(mlew: Terminal, kind: str, *more: str) -> Said:
    return mlew("verdict", "decide", kind, "--pair", "b", "--reason", "numbers", "--as", "Planning A", "--json", *more)


NAMED = {
    "ja": (("① スポンサーの獲得",), ("② ファンの獲得", "社外")),
    "en": (("① Winning a sponsor",), ("② Winning fans", "outside")),
}


def milestone_two(judged: Judged) -> None:
    """Pair a went on after its first round; what came of its mock for customers outside is looked at now."""
    judged.deciding.decide(judged.workshop, "a", "go", by="Planning A", arn="", reason="seen")
    judged.criteria("a", round_=2, fan=(sheet(identifier="C5"),))
    judged.change(state="running", edition_round=3, earlier_rounds={"iterate": 2, "plan": 1})
    judged.evidence("a", BOTH, mock=judged.mock("a", round_=2))


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_terminal_and_page_name_the_milestone_and_whom_it_asks(tmp_path: Path, locale: Locale) -> None:
    judged = Judged(locale=locale)
    judged.criteria("a")
    judged.evidence("a", BOTH, mock=judged.mock("a"))
    mlew = terminal(tmp_path, judged)
    for before, milestone in enumerate(NAMED[locale]):
        if before:
            milestone_two(judged)
        file = tmp_path / f"{before}.html"
        assert mlew("verdict", "report", "--out", str(file)).code == 0
        page = read_page(file.read_text("utf-8")).article
        shown = mlew("verdict", "show").out
        assert [one for one in milestone if one not in shown or one not in page] == []


def test_sheets_are_for_the_milestone_that_is_judged(tmp_path: Path) -> None:
    judged = Judged()
    judged.criteria("a", sheet())
    judged.evidence("a", observations=observed(1, 1, 1, 1, 1), mock=judged.mock("a"))
    milestone_two(judged)
    mlew = terminal(tmp_path, judged)
    said = mlew("evidence", "sheet", "--pair", "a", "--out", str(tmp_path), "--format", "csv")
    assert said.code == 0, said.err
    file = tmp_path / "observer-sheet-a.csv"
    header = file.read_text("utf-8-sig").splitlines()[0]
    assert "C5" in header and "C1" not in header
    filled = tmp_path / "filled.csv"
    filled.write_text("Tester,C5\nHana,yes\n", encoding="utf-8")
    assert mlew("evidence", "add", str(filled), "--pair", "a").code == 0
    (seen,) = evidence_of(judged.stores, judged.workshop, "a").observations
    assert (seen.population, [one.criterion for one in seen.readings]) == ("external", ["C5"])
