"""The page for executives in the browser: one sheet of A4, readable on a phone, open to everybody."""

import io
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext

from mlew.documents.plan_page import ExecutivePage, KeyFigure, render_plan_page
from mlew.domain.plan import InvestmentItem, InvestmentRequest, OpenPoint, Task
from tests.browser.axe import findings
from tests.unit.documents.executive_pages import PAGES
from tests.unit.documents.plans import CANTEEN, TODAY

FULL = PAGES["canteen-ja"]._replace(
    promise="社員食堂の店長は、献立の写真を撮るだけで、翌日の食数の見込みと、そのまま送れる発注案を受け取れます。",
    reason="課題解決、行動変化とも線を越えた。ただし残食の重さはまだ測れていないので、検証の間に記録のしかたを決める。",
    figures=tuple(
        KeyFigure(f"基準 {n}：発注案を最後まで作れた店長", "83 %", "80 % 以上", True, "6 人中 5 人、区間 44〜97 %")
        for n in range(4)
    ),
    plan=CANTEEN.model_copy(
        update={
            "tasks": (
                *CANTEEN.tasks,
                *(
                    Task(id=f"T{n}", title="店ごとの献立表の形を集めて比べる", owner=f"担当{n}", start=TODAY, due=TODAY)
                    for n in range(20, 24)
                ),
            ),
            "requests": tuple(
                InvestmentRequest(
                    id=f"R{n}", kind=kind, approver="経営会議", needed_by=TODAY,
                    items=tuple(InvestmentItem(name=f"使いみちその {i}", amount=100_000 * i) for i in range(1, 9)),
                )
                for n, kind in enumerate(("validation", "competition"))
            ),
            "open_points": tuple(OpenPoint(text="端末を店に置く許可を誰がいつ出すか") for _ in range(6)),
        }
    ),
)  # fmt: skip
LONG = FULL._replace(
    promise=FULL.promise * 3,
    asks=FULL.promise,
    reason=FULL.reason * 4,
    figures=tuple(
        KeyFigure(f"{FULL.promise}{n}", "1,234.5 分", "合格ラインは 30 分以下", None, "6 人、95% 区間 15 – 15" * 3)
        for n in range(9)
    ),
    market_names={f"cost-{n}": "使われ方に合わせた改善を続ける開発と問い合わせへの対応" for n in range(1, 5)},
    plan=FULL.plan.model_copy(
        update={
            "title": "料理ナビ＋残食の写真計量から日報からの気づき抽出までの一続きの案内",
            "milestones": tuple(m.model_copy(update={"line": FULL.reason * 3}) for m in FULL.plan.milestones),
            "tasks": tuple(t.model_copy(update={"title": t.title * 4}) for t in FULL.plan.tasks),
            "open_points": tuple(OpenPoint(text=f"{FULL.promise}{n}") for n in range(6)),
        }
    ),
)
ALL = {**PAGES, "full-ja": FULL, "long-ja": LONG}


def opened(page: ExecutivePage, folder: Path) -> str:
    file = folder / "page.html"
    file.write_text(render_plan_page(page), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("name", ALL)
def test_it_prints_on_one_sheet(name: str, browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(opened(ALL[name], tmp_path))
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    size = tuple(round(edge * 25.4 / 72) for edge in printed[0].get_size())

    assert len(printed) == 1
    assert size == (210, 297)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1100])
@pytest.mark.parametrize("name", ALL)
def test_it_is_open_to_everybody(name: str, width: int, scheme: str, browser: Browser, tmp_path: Path) -> None:
    context: BrowserContext = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(opened(ALL[name], tmp_path))

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert findings(page) == []
    assert errors == []
    context.close()
