"""How the plan speaks. The braces are filled by `plan.compose_plan`."""

from dataclasses import dataclass

from mlew.domain.base import Locale
from mlew.domain.iteration import MilestoneName
from mlew.domain.market_estimate import CostKind


@dataclass(frozen=True)
class PlanWords:
    """One language. `tasks`: title and when it is done, by the task's key; `roles`: role in people's words → its key.

    `lines`: how a milestone passes if nobody has said; `competition`: what is asked for, by kind.
    """

    title: str
    tasks: dict[str, tuple[str, str]]
    roles: dict[str, str]
    lines: dict[MilestoneName, str]
    asks: dict[MilestoneName, str]
    validation: tuple[tuple[str, float], ...]
    competition: dict[CostKind, str]
    approver: str
    note: str
    place: str
    agenda: str
    no_owner: str
    noted: str
    permission: str
    separator: str


WORDS: dict[Locale, PlanWords] = {
    "ja": PlanWords(
        title="{service}",
        tasks={
            "appointments": (
                "社外の顧客 {sample} 人に、試してもらう日の約束を取る",
                "{sample} 人の日時と場所が予定表に入っている",
            ),
            "hard-part": (
                "いちばん難しい所（{hard}）だけを小さく試す",
                "できたこと、できなかったことと、代わりのやり方が 1 枚にまとまっている",
            ),
            "approval": ("検証の期間と人を確保する起案を書く", "起案が承認する人に届いている"),
            "build": (
                "顧客の所で使える試作を組む（前半）",
                "開発に関わっていない 1 人が、前半の手順を一人で終えられる",
            ),
            "build-on": (
                "顧客の所で使える試作を組む（後半）",
                "開発に関わっていない 1 人が、最後の手順まで一人で終えられる",
            ),
            "try": ("社外の顧客の半数に試してもらう", "記録用紙と動画が、試した人の数だけ揃っている"),
            "try-on": ("残りの顧客に試してもらう", "{sample} 人分の記録用紙が揃っている"),
            "compare": (
                "数字と声を②の線と比べ、進むか戻るかの案を書く",
                "基準ごとの値、言葉、案が報告の 1 枚になっている",
            ),
            "review": (
                "線に届かなかった所の計画を見直し、使い終えた試作を片づける",
                "次の仕事の担当と期限が決まり、試作が消えている",
            ),
        },
        roles={"企画": "product_manager", "開発": "developer"},
        lines={
            "sponsor": "社内の {sample} 人以上で、80 % が達成し、50 % が使うと決める",
            "fan": "社外の {sample} 人以上で、80 % が達成し、50 % が使うと決める",
            "share": "市場の価値が、市場競争にかかる費用の N 倍以上になる",
            "release": "試行した顧客の 8 割が、料金を払って使い続ける",
        },
        asks={
            "sponsor": "社外の顧客での検証に進んでよいか",
            "fan": "②の線を越えたか、③の推計に進むか",
            "share": "市場競争投資を出すか",
            "release": "プレスリリースを出すか",
        },
        validation=(("試作と生成 AI の利用料", 0.6), ("顧客への謝礼と訪問", 0.4)),
        competition={"advertising": "宣伝", "sales": "販売", "operation": "運用", "improvement": "改善"},
        approver="承認する人",
        note="資料は {papers} までに出す。",
        place="会議室またはオンライン",
        agenda="{service}を試した人数、達成した割合、使うと決めた割合を担当ごとに見て、次の週に何をやめ、何を先にするかを決める。",
        no_owner="「{role}」の仕事を誰が引き受けるか",
        noted="参加者の意見「{comment}」を予定にどう入れるか",
        permission="顧客の情報を試作で使うには、誰の許可が要るか",
        separator="、",
    ),
    "en": PlanWords(
        title="{service}",
        tasks={
            "appointments": (
                "Make appointments with {sample} customers outside",
                "{sample} dates and places stand in calendars",
            ),
            "hard-part": (
                "Try nothing but the hardest part: {hard}",
                "One page says what worked, what did not, and what to do instead",
            ),
            "approval": (
                "Write the request for the time and people of the tests",
                "The request has reached whoever approves it",
            ),
            "build": (
                "Build what customers can use at their place, first half",
                "Somebody who did not build it gets through the first half alone",
            ),
            "build-on": (
                "Build what customers can use at their place, second half",
                "Somebody who did not build it gets to the last step alone",
            ),
            "try": ("Let half of the customers try it", "There is a sheet and a recording for each of them"),
            "try-on": ("Let the other customers try it", "There are {sample} sheets"),
            "compare": (
                "Compare numbers and voices with the line of ②, and propose what to do",
                "Values, words and proposal fit on one page for the report",
            ),
            "review": (
                "Review the plan where the line was missed, and remove what was tried",
                "The next tasks have owners and dates, and the trial is gone",
            ),
        },
        roles={"planning": "product_manager", "development": "developer"},
        lines={
            "sponsor": "Of {sample} or more inside, 80 % succeed and 50 % decide to use it",
            "fan": "Of {sample} or more outside, 80 % succeed and 50 % decide to use it",
            "share": "The value of the market is N times the cost of competing, or more",
            "release": "8 of 10 customers on trial stay and pay",
        },
        asks={
            "sponsor": "May we go on with customers outside?",
            "fan": "Was the line of ② crossed, and do we go on to the estimate of ③?",
            "share": "Is the money for market competition given?",
            "release": "Does the press release come out?",
        },
        validation=(("Prototype and calls of models", 0.6), ("Visits and thanks to customers", 0.4)),
        competition={
            "advertising": "Advertising",
            "sales": "Sales",
            "operation": "Operation",
            "improvement": "Improvement",
        },
        approver="Whoever approves budgets",
        note="Papers are due on {papers}.",
        place="Meeting room or online",
        agenda="How many have tried {service}, how many succeeded and decided, from everybody who measures; settle what to stop and what comes first next week.",
        no_owner="Who takes on the tasks of the role “{role}”?",
        noted="How does the plan take up what a participant said: “{comment}”?",
        permission="Whose permission is needed to use customers' data in the trial?",
        separator="; ",
    ),
}
