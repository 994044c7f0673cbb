"""Every odd thing that a team can bring to the precheck, and what has to be said of it on page and terminal."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from mlew.domain.evidence import Judgement, Origin, Remark, Theme
from mlew.domain.iteration import Criterion
from tests.unit.decision.cases import INTENTION, answers, clicks, criterion, observed, sheet
from tests.unit.services.judged import BOTH, NEITHER, Judged


class Case(NamedTuple):
    """`says`: in Japanese and in English; each has to stand there. `never`: must not stand there."""

    build: Callable[[Judged], None]
    ja: tuple[str, ...]
    en: tuple[str, ...]
    never: tuple[str, ...] = ()


def _no_data(judged: Judged) -> None:
    judged.criteria("a")


def _one_tester(judged: Judged) -> None:
    judged.criteria("a")
    judged.evidence("a", clicks(1, 1, yes=1), mock=judged.mock("a"))


def _nobody_came(judged: Judged) -> None:
    judged.criteria("a")
    judged.evidence("a", clicks(), mock=judged.mock("a"))


def _all_yes(judged: Judged) -> None:
    judged.criteria("a")
    judged.evidence("a", BOTH, mock=judged.mock("a"))


def _all_no(judged: Judged) -> None:
    judged.criteria("a")
    judged.evidence("a", NEITHER, mock=judged.mock("a"))


def _contradictory(judged: Judged) -> None:
    """The mock says yes, the sheets say no, and voices are for and against."""
    judged.criteria("a")
    voices = tuple(
        Remark(id=f"V{n}", text=text, origin=Origin(kind="interview", place=f"notes.md:{n}"))
        for n, text in ((1, "Perfect."), (2, "Useless."))
    )
    themes = (
        Theme(name="Praise", leaning="for", voices=("V1",)),
        Theme(name="Doubt", leaning="against", voices=("V2",), contradicts=("A2",)),
    )
    sheets = observed(0, 0, 0, 0, 0)
    judged.evidence("a", BOTH, mock=judged.mock("a"), observations=sheets, remarks=voices, themes=themes)


def _destroyed_early(judged: Judged) -> None:
    judged.criteria("a")
    judged.evidence("a", clicks(2, 2, yes=1), mock=judged.mock("a", state="destroyed"))


def _destroyed_then(judged: Judged) -> None:
    """With the moment, as the snapshot keeps it."""
    _destroyed_early(judged)
    latest = judged.stores.artifacts.latest("w1", "evidence", "a")
    assert latest is not None
    (taken,) = latest.body.snapshots  # type: ignore[union-attr]
    gone = taken.model_copy(update={"destroyed_at": datetime(2026, 4, 9, 1, 30, tzinfo=UTC)})
    judged.evidence("a", snapshots=(gone,))


def _no_metric(judged: Judged) -> None:
    judged.criteria("a", criterion(metric="none"), INTENTION)
    judged.evidence("a", BOTH, mock=judged.mock("a"))


def _unjudged(judged: Judged) -> None:
    judged.criteria("a", criterion(), _trusted())
    judged.evidence("a", BOTH, mock=judged.mock("a"))


def _judged(judged: Judged) -> None:
    judged.criteria("a", criterion(), _trusted())
    word = Judgement(criterion="C2", passed=False, by="Dev A", reason="Twice it was wrong.")
    judged.evidence("a", BOTH, mock=judged.mock("a"), judgements=(word,))


def _no_group(judged: Judged) -> None:
    judged.criteria("a", criterion())
    judged.evidence("a", BOTH, mock=judged.mock("a"))


def _equal_answers(judged: Judged) -> None:
    """Equal scores show no spread, and so no interval."""
    score = sheet(source="survey", kind="mean", threshold=8, unit="points")
    judged.criteria("a", score, INTENTION)
    judged.evidence("a", BOTH, mock=judged.mock("a"), responses=answers(9, 9, 9, 9, 9))


def _trusted() -> Criterion:
    return criterion(
        "C2", group="behaviour_change", kind="qualitative", comparator="judged", source="observation", metric="none"
    )


CASES: dict[str, Case] = {
    "no data": Case(
        _no_data,
        ("データなし", "データがないことは、不合格でもゼロでもありません", "まだ提案できない"),
        ("no data", "No data is neither a failure nor zero", "Nothing can be proposed yet"),
        never=("0% (", "✗"),
    ),
    "nobody came": Case(_nobody_came, ("データなし",), ("no data",), never=("0% (", "✗", "✓")),
    "one tester": Case(
        _one_tester,
        ("100% (1/1)", "5 人中 1 人まで", "21–100%", "まだ提案できない"),
        ("100% (1/1)", "1 of 5 so far", "21–100%", "Nothing can be proposed yet"),
        never=("✓", "✗"),
    ),
    "all yes": Case(
        _all_yes,
        ("100% (5/5)", "57–100%", "✓ 合格", "進む", "暫定", "人数が少ないため、結果はまだ変わりえます: C1"),
        ("100% (5/5)", "57–100%", "✓ passed", "go", "provisional", "more of them may change the result: C1"),
        never=("✗",),
    ),
    "all no": Case(
        _all_no,
        ("0% (0/5)", "0–43%", "✗ 不合格", "やめる", "確か"),
        ("0% (0/5)", "0–43%", "✗ failed", "cut", "sure"),
        never=("✓",),
    ),
    "contradictory": Case(
        _contradictory,
        (
            "出どころによって合否が違う条件: C1",
            "発言は賛成と反対に分かれています",
            "ジャーニーの行動と食い違っています: A2",
            "進む",
        ),
        (
            "Sources disagree on C1",
            "Voices are for and against. The verdict rests on the numbers alone",
            "Voices contradict actions of the journey: A2",
            "go",
        ),
    ),
    "destroyed early": Case(
        _destroyed_early,
        ("5 人中 2 人まで", "モックは破棄されました", "このモックではもう確かめられない条件: C1, C2"),
        ("2 of 5 so far", "The mock was destroyed", "This mock can no longer answer C1, C2"),
        never=("✗",),
    ),
    "destroyed at a known moment": Case(
        _destroyed_then,
        ("モックは 2026-04-09T10:30+09:00 に破棄されました",),
        ("The mock was destroyed at 2026-04-09T10:30+09:00",),
    ),
    "no metric": Case(
        _no_metric,
        ("この出どころでは測れない", "モックでは測れない条件: C1", "まだ提案できない"),
        ("not measured by its source", "The mock does not count C1", "Nothing can be proposed yet"),
        never=("✗",),
    ),
    "nobody judged": Case(
        _unjudged,
        ("? 判断待ち", "まだ誰も判断していない条件: C2", "まだ提案できない"),
        ("? nobody has judged", "Nobody has judged C2", "Nothing can be proposed yet"),
        never=("✗",),
    ),
    "judged by a person": Case(
        _judged,
        ("Dev A", "方向を変える", "Define", "課題は解決するが、行動は変わらない"),
        ("Dev A", "pivot", "Define", "The problem is solved, but nobody would change what they do"),
    ),
    "a group without criteria": Case(
        _no_group,
        ("行動変化の条件がありません", "まだ提案できない"),
        ("There is no criterion for Behaviour change", "Nothing can be proposed yet"),
    ),
    "equal answers": Case(
        _equal_answers, ("9 points (n=5)", "暫定", "分からない"), ("9 points (n=5)", "provisional", "cannot be said")
    ),
}
