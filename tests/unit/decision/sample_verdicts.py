"""A workshop with three mocks, as a team would have it a week after: one works, one does not, one nobody finished."""

from datetime import UTC, datetime, timedelta

from mlew.decision.report.content import MockVerdict, VerdictReport
from mlew.decision.verdict import decided, verdict
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, Judgement, Origin, Remark, Theme
from mlew.domain.evidence_collecting import begun
from mlew.domain.figures import Figures
from mlew.domain.iteration import Iteration
from mlew.domain.verdict import Verdict
from tests.unit.decision.cases import INTENTION, MOMENT, answers, clicks, criterion, iteration, observed, snapshot

_TEXTS = {
    "subject": ("架空の運送会社 / 集荷の予約", "A made-up carrier / booking a pick-up"),
    "solved": ("集荷の予約を最後まで終えられる", "Testers book a pick-up to the end"),
    "faster": ("予約にかかる時間が 30 % 短くなる", "Booking takes 30 % less time"),
    "use": ("来月から使いたいと答える", "They would use it from next month on"),
    "score": ("満足度が 8 点以上", "Satisfaction of at least 8 points"),
    "trust": ("担当者が、任せられると判断する", "The depot manager judges that it can be trusted"),
    "a": ("一言で予約", "Book in one sentence"),
    "b": ("持ち戻りの知らせ", "Word of failed deliveries"),
    "c": ("積み込みの相談役", "A loading adviser"),
    "theme": ("電話しなくてよい", "No more telephone calls"),
    "summary": (
        "朝の電話がなくなると助かる、という声。",
        "The calls in the morning would go, and be missed by nobody.",
    ),
    "v1": ("電話がつながらない朝のいらいらがなくなる。", "I would be rid of the mornings when nobody picks up."),
    "v2": ("一言で済むのがいい。", "One sentence, that is all I want to say."),
    "doubt": ("本当に来るのか不安", "Will they really come?"),
    "v3": ("確定の連絡がないと、結局電話すると思う。", "Without a confirmation I would ring them up after all."),
    "why": (
        "6 人中 6 人が予約を終え、5 人中 4 人が使いたいと答えた。確定の連絡は次のモックで確かめる。",
        "6 of 6 booked, 4 of 5 want it. Whether a confirmation is missed, the next mock will tell.",
    ),
    "judged": ("運行表と食い違う案内が一度あった。", "Once it contradicted the timetable."),
}


def sample_verdicts(locale: Locale) -> VerdictReport:
    """Three mocks: decided against and for the proposal, and one without evidence."""

    def text(key: str) -> str:
        return _TEXTS[key][0 if locale == "ja" else 1]

    points = "点" if locale == "ja" else "points"
    test = iteration(
        criterion("C1", statement=text("solved")),
        criterion("C2", statement=text("faster"), source="observation", kind="change", threshold=30, unit="%"),
        INTENTION.model_copy(update={"id": "C3", "statement": text("use")}),
        criterion(
            "C4",
            group="behaviour_change",
            statement=text("score"),
            source="survey",
            kind="mean",
            threshold=8,
            unit=points,
            metric="none",
        ),
        criterion(
            "C5",
            group="behaviour_change",
            statement=text("trust"),
            source="observation",
            kind="qualitative",
            comparator="judged",
            threshold=0,
            unit="",
        ),
    )
    good = _evidence("a", text("a"), clicks(6, 6, yes=4, no=1)).model_copy(
        update={
            "observations": observed(6, 5, 7, 6, 6, key="C2", before=10),
            "responses": answers(9, 8, 8, 9, 7, key="C4"),
            "judgements": (
                Judgement(criterion="C5", passed=True, by="配送拠点の責任者" if locale == "ja" else "Depot manager"),
            ),
            "remarks": tuple(
                Remark(id=f"V{n}", text=text(f"v{n}"), origin=Origin(kind=kind, place=place))
                for n, kind, place in ((1, "comment", "m"), (2, "observation", "O1"), (3, "interview", "notes.md:4"))
            ),
            "themes": (
                Theme(name=text("theme"), leaning="for", summary=text("summary"), voices=("V1", "V2")),
                Theme(name=text("doubt"), leaning="against", voices=("V3",)),
            ),
        }
    )
    earlier = test.milestones[0].model_copy(
        update={
            "criteria": (
                test.milestones[0].criteria[0].model_copy(update={"threshold": 90}),
                *test.milestones[0].criteria[1:],
            )
        }
    )
    good = begun(good, (earlier,), MOMENT)
    bad = _evidence("b", text("b"), clicks(7, 3, yes=1, no=5)).model_copy(
        update={
            "observations": observed(9, 12, 10, 9, 11, key="C2", before=10),
            "responses": answers(5, 4, 6, key="C4"),
            "judgements": (
                Judgement(
                    criterion="C5",
                    passed=False,
                    by="配送拠点の責任者" if locale == "ja" else "Depot manager",
                    reason=text("judged"),
                ),
            ),
        }
    )
    first = decided(
        _verdict(test, good, text("a")),
        "pivot",
        by="企画A" if locale == "ja" else "Planning A",
        reason=text("v3"),
        at=MOMENT,
        back_to="refine",
    )
    first = decided(
        first, "go", by="企画A" if locale == "ja" else "Planning A", reason=text("why"), at=MOMENT + timedelta(hours=2)
    )
    second = _verdict(test, bad, text("b"))
    third = _verdict(test, Evidence(pair="c"), text("c"))
    return VerdictReport(
        locale=locale,
        workshop="pickup-2026",
        subject=text("subject"),
        zone="Asia/Tokyo",
        made_at=datetime(2026, 4, 15, 1, 30, tzinfo=UTC),
        round=1,
        strict=False,
        mocks=(
            MockVerdict(
                first,
                "ペアA" if locale == "ja" else "Pair A",
                themes=good.themes,
                voices={v.id: v for v in good.remarks},
            ),
            MockVerdict(second, "ペアB" if locale == "ja" else "Pair B"),
            MockVerdict(third, "ペアC" if locale == "ja" else "Pair C"),
        ),
    )


def _evidence(pair: str, title: str, found: Figures) -> Evidence:
    taken = snapshot(found)
    named = taken.model_copy(update={"summary": taken.summary.model_copy(update={"title": title})})
    return Evidence(pair=pair, snapshots=(named,))


def _verdict(test: Iteration, evidence: Evidence, title: str) -> Verdict:
    return verdict(test, evidence, title=title)
