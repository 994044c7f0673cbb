"""The tables of a plan's document: which columns they have, and what stands in them."""

from collections.abc import Mapping

from mlew.documents.milestones import NAMES
from mlew.documents.plan_values import Amounts, Id, Ids, Listed, Moment, OpenChoice, OpenDay, Spoken, Total
from mlew.documents.role_names import ROLES
from mlew.documents.values import Choice, Day, Kind, Number, Shape, Text, Texts
from mlew.documents.words import Words

CHECKS = Words(
    ask_others=("人に頼む", "ask others", "依頼"),
    try_first=("先に試す", "try first", "技術検証"),
    approval=("承認", "approval", "稟議"),
)
DECISIONS = Words(
    open=("未定", "open"), go=("進む", "go"), pivot=("方向転換", "pivot", "転換"), cut=("やめる", "cut", "中止")
)
KINDS = Words(
    validation=("市場検証投資", "market validation", "検証"), competition=("市場競争投資", "market competition", "競争")
)
STATES = Words(
    planned=("予定", "planned"), submitted=("起案済み", "submitted", "申請中"),
    approved=("承認", "approved", "承認済み"), rejected=("否認", "rejected", "却下"),
)  # fmt: skip
_TEXT, _DAY, _OPEN = Text(), Day(), OpenDay()
_MILESTONE = Choice(NAMES, "fan")

MILESTONES = Shape(
    Words(
        name=("マイルストーン", "Milestone"), planned=("予定日", "Planned", "予定"),
        line=("合格の条件", "It passes", "How"), actual=("実績日", "Actual", "実績"), result=("結果", "Result"),
        decision=("判断", "Decision"), decided_by=("決めた人", "Decided by"), reason=("理由", "Reason"),
    ),
    {
        "name": _MILESTONE, "planned": _OPEN, "line": _TEXT, "actual": _OPEN, "result": _TEXT,
        "decision": Choice(DECISIONS, "open"), "decided_by": _TEXT, "reason": _TEXT,
    },
)  # fmt: skip
TASKS = Shape(
    Words(
        id=("番号", "Id"), title=("仕事", "Task"), role=("役割", "Role"), owner=("担当", "Owner", "担当者"),
        milestone=("マイルストーン", "Milestone"), start=("開始", "Start", "開始日"),
        due=("期限", "Due", "期日", "期限日"), effort=("人日", "Person-days", "工数", "effort"),
        depends_on=("先に終える仕事", "After", "depends on", "前の仕事"),
        done_when=("終わったと言える状態", "Done when"), serves=("確かめ", "Check"),
        finished=("終わった日", "Finished"), carried=("引き継ぎ元の計画", "Carried from", "carried"),
    ),
    {
        "id": Id(), "title": _TEXT, "role": Spoken(ROLES), "owner": _TEXT, "milestone": _MILESTONE, "start": _DAY,
        "due": _DAY, "effort": Number(), "depends_on": Ids(), "done_when": _TEXT, "serves": OpenChoice(CHECKS),
        "finished": _OPEN, "carried": _OPEN,
    },
)  # fmt: skip
REQUESTS = Shape(
    Words(
        id=("番号", "Id"), kind=("種類", "Kind"), items=("使いみち", "For what", "内訳", "items"),
        amount=("合計", "Total", "金額"), approver=("承認する人", "Approver", "承認者"),
        needed_by=("いつまでに", "Needed by", "期限"), state=("状態", "State"), note=("メモ", "Note"),
    ),
    {
        "id": Id(), "kind": Choice(KINDS, "validation"), "items": Amounts(), "amount": Total(), "approver": _TEXT,
        "needed_by": _OPEN, "state": Choice(STATES, "planned"), "note": _TEXT,
    },
)  # fmt: skip
REPORTS = Shape(
    Words(
        milestone=("マイルストーン", "Milestone"), when=("日時", "Date and time", "when"), minutes=("分", "Minutes"),
        people=("出る人", "People"), place=("場所", "Place"), asks=("求める判断", "Decision asked for", "asks"),
    ),
    {
        "milestone": _MILESTONE, "when": Moment(), "minutes": Number(), "people": Texts(), "place": _TEXT,
        "asks": _TEXT,
    },
)  # fmt: skip
POINTS = Shape(
    Words(
        text=("決めること", "To settle", "内容"), check=("確かめ", "Check"), who=("誰が", "Who"),
        until=("いつまでに", "By when", "期限"), settled=("どう決まったか", "How it was settled", "決まったこと"),
    ),
    {"text": _TEXT, "check": OpenChoice(CHECKS), "who": _TEXT, "until": _OPEN, "settled": _TEXT},
)  # fmt: skip
TIME = Shape(
    Words(name=("名前", "Name"), days=("週に使える日数", "Days a week", "日数")), {"name": _TEXT, "days": Number()}
)
MEETING: Mapping[str, Kind] = {
    "first": Moment(), "minutes": Number(), "weeks": Number(), "until": _DAY, "people": Listed(), "place": _TEXT,
    "agenda": _TEXT,
}  # fmt: skip
MEETING_LABELS = Words(
    first=("初回", "First"), minutes=("長さ（分）", "Minutes", "分"), weeks=("間隔（週）", "Weeks between", "間隔"),
    until=("最終日", "Until"), people=("出る人", "People"), place=("場所", "Place"),
    agenda=("見る数字と決めること", "Agenda"),
)  # fmt: skip
