"""Terminals at workshops whose plan and market estimate are made."""

from datetime import UTC, datetime
from pathlib import Path

from mlew.domain.base import Locale
from mlew.domain.iteration import Criterion
from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Market
from mlew.domain.plan import Plan
from mlew.domain.press_release import Message, PressRelease
from mlew.domain.verdict import Decision, Measure, Proposal, Result, Verdict
from tests.fakes import FakeClock
from tests.unit.cli.terminal import Terminal
from tests.unit.documents.executive_pages import CANTEEN_MARKET
from tests.unit.documents.plans import CANTEEN, TOOLS
from tests.unit.services.workbench import Bench

MORNING = datetime(2026, 10, 29, 3, 0, tzinfo=UTC)
VERDICT = Verdict(
    pair="a",
    results=(
        Result(
            criterion=Criterion(
                id="C1", group="problem_solved", statement="Books alone", kind="rate", source="mock",
                comparator="at_least", threshold=80, unit="%",
            ),
            outcome="passed",
            measure=Measure(source="mock", basis="share", value=83.3, of=6, hits=5, low=43.6, high=97.0),
        ),
        Result(
            criterion=Criterion(
                id="C2", group="behaviour_change", statement="Looks confident", kind="qualitative",
                source="observation", comparator="judged", threshold=0,
            ),
            outcome="unjudged",
        ),
    ),
    proposal=Proposal(decision="go", reason="solved_and_decided", solved="passed", decided="passed"),
    simulated=True,
    decisions=(Decision(decision="go", by="Lead", reason="Both lines", at=MORNING, supported=True),),
)  # fmt: skip
MARKET = Market(pair="a", inputs=CANTEEN_MARKET, estimate=estimate_market(CANTEEN_MARKET))


def planned(home: Path, *, plan: Plan | None = None, locale: Locale = "en", now: datetime = MORNING) -> Terminal:
    """Pair a goes first; its verdict, press release and estimate are there, and the plan."""
    bench = Bench()
    bench.clock = FakeClock(now)
    record = bench.workshop
    bench.stores.workshops.update(
        record.model_copy(
            update={
                "plan": record.plan.model_copy(update={"locale": locale, "company": "Hire Co"}),
                "multiples": CANTEEN_MARKET.multiples,
                "edition": "improvement",
                "edition_round": 2,
            }
        )
    )
    bench.put("verdict", VERDICT, "a")
    bench.put("press_release", PressRelease(pair="a", message=Message(service="Ready", headline="Ready at seven")), "a")
    bench.put("market", MARKET)
    bench.put("plan", plan or (CANTEEN if locale == "ja" else TOOLS))
    terminal = Terminal(home, language=locale)
    terminal.stores, terminal.executions, terminal.clock = bench.stores, bench.executions, bench.clock
    return terminal


def plan_now(terminal: Terminal) -> Plan:
    """The newest version."""
    found = terminal.stores.artifacts.latest("w1", "plan", "team")
    assert found is not None
    assert isinstance(found.body, Plan)
    return found.body
