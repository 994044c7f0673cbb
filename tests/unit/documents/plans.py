"""A plan in each language, as a team leaves it: staff canteens in Japan, hired tools in Britain."""

from datetime import date, datetime

from mlew.domain.plan import (
    ExecutiveReport,
    InvestmentItem,
    InvestmentRequest,
    MilestoneDate,
    OpenPoint,
    Plan,
    ProgressMeeting,
    Task,
)

TODAY = date(2026, 10, 28)
CANTEEN = Plan(
    title="あした食数",
    starts=TODAY,
    time_zone="Asia/Tokyo",
    currency="JPY",
    milestones=(
        MilestoneDate(
            name="sponsor", planned=date(2026, 10, 23), actual=date(2026, 10, 23),
            line="80 % が達成、50 % が利用を決定", result="6 人中 5 人が達成、4 人が利用を決定",
            decision="go", decided_by="給食事業部長", reason="両方の線を越えた",
        ),
        MilestoneDate(name="fan", planned=date(2027, 1, 22), line="社外の 5 店で 80 % が達成、50 % が試用を申し込む"),
        MilestoneDate(name="share", planned=date(2027, 3, 12), line="市場の大きさが費用の 3 倍"),
        MilestoneDate(name="release", planned=date(2027, 4, 16), line="試用 10 店のうち 8 店が続けて使う"),
    ),
    tasks=(
        Task(id="T1", title="試してくれる社員食堂 5 店に約束を取る", role="sales", owner="企画B", start=TODAY,
             due=date(2026, 11, 4), effort=3, done_when="5 店の日程が予定表に入っている", serves="ask_others"),
        Task(id="T2", title="3 年分の食数で当日の誤差を測る", role="data_scientist", owner="開発A", start=TODAY,
             due=date(2026, 11, 4), effort=4, done_when="誤差が 1 割に収まる店の数が言える", serves="try_first"),
        Task(id="T3", title="検証の期間と人の稟議を出す", role="product_manager", owner="企画A",
             start=date(2026, 11, 5), due=date(2026, 11, 10), effort=2, depends_on=("T2",), serves="approval"),
        Task(id="T4", title="献立表を写真で読み取る試作", role="developer", owner="開発B", start=date(2026, 11, 5),
             due=date(2026, 11, 12), effort=5, depends_on=("T2",)),
        Task(id="T5", title="店の端末で動く試作にまとめる", role="developer", owner="開発B", start=date(2026, 11, 13),
             due=date(2026, 11, 19), effort=5, depends_on=("T4",)),
        Task(id="T6", title="5 店で 2 週間使ってもらう（前半）", role="sales", owner="企画B", start=date(2026, 11, 24),
             due=date(2026, 11, 30), effort=3, depends_on=("T1", "T5")),
        Task(id="T7", title="5 店で 2 週間使ってもらう（後半）", role="sales", owner="企画B", start=date(2026, 12, 1),
             due=date(2026, 12, 7), effort=3, depends_on=("T6",)),
        Task(id="T8", title="数字と声をまとめ、線と比べる", role="product_manager", owner="企画A",
             start=date(2026, 12, 8), due=date(2026, 12, 14), effort=3, depends_on=("T7",)),
    ),
    requests=(
        InvestmentRequest(
            id="R1", kind="validation", approver="給食事業部長", needed_by=date(2026, 11, 13), state="submitted",
            items=(InvestmentItem(name="試作と生成 AI の利用料", amount=600_000),
                   InvestmentItem(name="5 店への謝礼と訪問", amount=350_000)),
        ),
        InvestmentRequest(
            id="R2", kind="competition", approver="経営会議", needed_by=date(2027, 3, 19),
            items=(InvestmentItem(name="宣伝", amount=4_000_000), InvestmentItem(name="販売", amount=6_000_000),
                   InvestmentItem(name="運用", amount=5_000_000), InvestmentItem(name="改善", amount=9_000_000)),
        ),
    ),
    meeting=ProgressMeeting(
        first=datetime(2026, 11, 3, 10, 0), until=date(2027, 1, 19), people=("企画A", "企画B", "開発A", "開発B"),  # noqa: DTZ001
        place="会議室 2", agenda="店ごとの誤差と利用回数を見て、次の週に何をやめるかを決める",
    ),
    reports=(
        ExecutiveReport(milestone="fan", when=datetime(2027, 1, 25, 15, 0), people=("給食事業部長",),  # noqa: DTZ001
                        asks="市場の推計に進むか"),
        ExecutiveReport(milestone="share", when=datetime(2027, 3, 19, 15, 0), people=("経営会議",),  # noqa: DTZ001
                        asks="市場競争投資 2,400 万円"),
        ExecutiveReport(milestone="release", when=datetime(2027, 4, 19, 15, 0), people=("経営会議",)),  # noqa: DTZ001
    ),
    open_points=(OpenPoint(text="端末を店に置く許可を誰が出すか", who="企画B", until=date(2026, 11, 10)),),
    days_per_week={"開発B": 4.0},
)  # fmt: skip
TOOLS = Plan(
    title="Ready at Seven",
    starts=TODAY,
    time_zone="Europe/London",
    currency="USD",
    milestones=(
        MilestoneDate(
            name="sponsor", planned=date(2026, 10, 23), actual=date(2026, 10, 23), line="80 % succeed, 50 % decide",
            result="5 of 6 succeeded, 4 decided", decision="go", decided_by="Head of operations",
            reason="Both lines are crossed",
        ),
        MilestoneDate(name="fan", planned=date(2027, 1, 15), line="80 % of 5 firms succeed, 50 % book a real machine"),
        MilestoneDate(name="share", planned=date(2027, 3, 12), line="Value is 3 times the cost"),
        MilestoneDate(name="release", planned=date(2027, 4, 23), line="8 of 10 firms on trial stay"),
    ),
    tasks=(
        Task(id="T1", title="Make appointments with five firms", role="sales", owner="Planning B", start=TODAY,
             due=date(2026, 11, 3), effort=3, done_when="Five dates stand in calendars", serves="ask_others"),
        Task(id="T2", title="Forecast one depot from four years of hires", role="data_scientist",
             owner="Development B", start=TODAY, due=date(2026, 11, 3), effort=4, serves="try_first"),
        Task(id="T3", title="Write the request for people and budget", role="product_manager", owner="Planning A",
             start=date(2026, 11, 4), due=date(2026, 11, 6), effort=2, depends_on=("T2",), serves="approval"),
        Task(id="T4", title="Booking by photo of the wall calendar", role="developer", owner="Development A",
             start=date(2026, 11, 4), due=date(2026, 11, 10), effort=5, depends_on=("T2",)),
        Task(id="T5", title="Trial with five firms, one machine each", role="sales", owner="Planning B",
             start=date(2026, 11, 16), due=date(2026, 11, 20), effort=4, depends_on=("T1", "T4")),
        Task(id="T6", title="Compare numbers and voices with the line", role="product_manager", owner="Planning A",
             start=date(2026, 11, 23), due=date(2026, 11, 25), effort=2, depends_on=("T5",)),
    ),
    requests=(
        InvestmentRequest(
            id="R1", kind="validation", approver="Head of operations", needed_by=date(2026, 11, 13),
            items=(InvestmentItem(name="Prototype and model calls", amount=6_000),
                   InvestmentItem(name="Five trials on site", amount=3_500)),
        ),
    ),
    meeting=ProgressMeeting(
        first=datetime(2026, 11, 2, 8, 30), weeks=2, until=date(2027, 4, 19),  # noqa: DTZ001
        people=("Planning A", "Planning B", "Development A", "Development B"),
        agenda="Errors per depot and bookings made; decide what to stop",
    ),
    reports=(
        ExecutiveReport(milestone="fan", when=datetime(2027, 1, 18, 14, 0), asks="Go on to the estimate"),  # noqa: DTZ001
    ),
    open_points=(OpenPoint(text="Who may hand out keys before seven?", check="ask_others", who="Planning B"),),
)  # fmt: skip
