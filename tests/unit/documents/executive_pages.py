"""Pages for executives of the two teams."""

from datetime import UTC, date, datetime, timedelta

from mlew.documents.plan_page import ExecutivePage, KeyFigure
from mlew.documents.public_holidays import public_holidays
from mlew.domain.market_arithmetic import estimate_market
from mlew.domain.market_estimate import Cost, Figure, MarketInputs
from mlew.domain.market_unit import Customers, Money, Percent, Periods, Price
from mlew.domain.multiple import Multiple
from tests.unit.documents.plans import CANTEEN, TODAY, TOOLS

_SET = datetime(2026, 10, 7, 9, 0, tzinfo=UTC)
CANTEEN_MARKET = MarketInputs(
    currency="JPY",
    customers=Figure[Customers](low=2_400, middle=3_000, high=3_600, unit=Customers(of="店"),
                                 source="業界団体の名簿", assumed=False),
    share=Figure[Percent](low=4, middle=8, high=12, unit=Percent()),
    price=Figure[Price](low=12_000, middle=15_000, high=15_000, unit=Price(currency="JPY", of="店", per="month")),
    periods=Figure[Periods](low=18, middle=24, high=36, unit=Periods(per="month")),
    costs=tuple(
        Cost(kind=kind, amount=Figure[Money](low=at * 0.8, middle=at, high=at * 1.3, unit=Money(currency="JPY")))
        for kind, at in (("advertising", 4e6), ("sales", 6e6), ("operation", 5e6), ("improvement", 9e6))
    ),
    multiples=(Multiple(n=3, set_at=_SET),),
    estimated_at=_SET + timedelta(days=20),
)  # fmt: skip
PAGES = {
    "canteen-ja": ExecutivePage(
        locale="ja",
        company="給食サービス会社",
        plan=CANTEEN,
        today=TODAY,
        promise="社員食堂の店長は、献立の写真を撮るだけで翌日の食数と発注案を受け取れます。",
        asks="社外 5 店での検証に進むこと",
        decision="go",
        decided_by="給食事業部長",
        reason="課題解決、行動変化とも線を越えた。",
        figures=(
            KeyFigure("発注案を最後まで作れた店長", "83 %", "80 % 以上", True, "6 人中 5 人、95 % 区間 44〜97 %"),
            KeyFigure("来週から使うと答えた店長", "67 %", "50 % 以上", True, "6 人中 4 人、95 % 区間 30〜90 %"),
            KeyFigure("残食の重さ", "–", "2 割減", None, "記録が紙だけのため、検証で測る"),
        ),
        market=estimate_market(CANTEEN_MARKET, locale="ja"),
        market_names={"cost-1": "宣伝", "cost-2": "販売", "cost-3": "運用", "cost-4": "改善"},
        off=public_holidays("Asia/Tokyo", TODAY, date(2027, 4, 30), "ja"),
        simulated=True,
    ),
    "tools-en": ExecutivePage(
        locale="en",
        company="Tool hire chain",
        plan=TOOLS,
        today=TODAY,
        promise="Site managers find the right machine on site at seven, from a photo of their wall calendar.",
        asks="Go on to trials with five firms outside",
        decision="go",
        decided_by="Head of operations",
        reason="Both lines are crossed.",
        figures=(
            KeyFigure("Booked next week's machines alone", "83 %", "at least 80 %", True,
                      "5 of 6, 95 % interval 44–97 %"),
            KeyFigure("Would use it from next week", "67 %", "at least 50 %", True,
                      "4 of 6, 95 % interval 30–90 %"),
        ),
        off=public_holidays("Europe/London", TODAY, date(2027, 4, 30), "en"),
    ),
}  # fmt: skip
