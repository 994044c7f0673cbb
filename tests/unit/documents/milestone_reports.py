"""Reports of milestones and a page of the estimate, as teams would see them."""

from datetime import date

from mlew.documents.market_page import MarketPage
from mlew.documents.milestone_report import MilestoneReport
from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Cost, Figure, Market
from mlew.domain.market_unit import Periods, Running
from mlew.domain.plan_status import set_milestone
from tests.unit.documents.executive_pages import CANTEEN_MARKET, PAGES
from tests.unit.documents.plans import CANTEEN, TOOLS

REACHED = set_milestone(
    CANTEEN.model_copy(
        update={
            "tasks": tuple(t.model_copy(update={"finished": t.due}) if t.id < "T7" else t for t in CANTEEN.tasks),
        }
    ),
    "fan",
    actual=date(2027, 1, 25),
    result="社外 5 店のうち 4 店が発注案を最後まで作り、3 店が試用を申し込んだ。残食の重さはまだ測れていない。",
    decision="go",
    by="給食事業部長",
    reason="達成 80 %、決定 60 % で線を越えた",
    today=date(2027, 1, 26),
)
RUNNING_COSTS = CANTEEN_MARKET.model_copy(
    update={
        "costs": (
            *CANTEEN_MARKET.costs[:3],
            Cost(
                kind="improvement",
                name="読み取りの改善と問い合わせへの対応",
                amount=Figure[Running](low=3e5, middle=4e5, high=6e5, unit=Running(currency="JPY", per="month"),
                                       check="開発A が先月の作業時間から"),
                periods=Figure[Periods](low=18, middle=24, high=36, unit=Periods(per="month")),
            ),
        )
    }
)  # fmt: skip
REPORTS = {
    "reached-ja": MilestoneReport(
        "ja", "給食サービス会社", REACHED, date(2027, 1, 26), focus="fan", figures=PAGES["canteen-ja"].figures,
        simulated=True, rehearsed=True,
    ),
    "late-en": MilestoneReport("en", "Tool hire chain", TOOLS, date(2027, 1, 20), focus="fan"),
    "share-ja": MilestoneReport(
        "ja", "給食サービス会社", REACHED, date(2027, 1, 29), focus="share", market=PAGES["canteen-ja"].market
    ),
    "all-en": MilestoneReport("en", "Tool hire chain", TOOLS, date(2026, 10, 29)),
}  # fmt: skip
MARKETS = {
    "canteen-ja": MarketPage(
        "ja", "給食サービス会社", "あした食数",
        Market(pair="a", inputs=RUNNING_COSTS, estimate=estimate_market(RUNNING_COSTS)), date(2027, 1, 26),
    ),
    "canteen-en": MarketPage(
        "en", "Catering firm", "Meals of tomorrow",
        Market(pair="a", inputs=CANTEEN_MARKET, estimate=PAGES["canteen-ja"].market or estimate_market(CANTEEN_MARKET)),
        date(2027, 1, 26), rehearsed=True,
    ),
}  # fmt: skip
