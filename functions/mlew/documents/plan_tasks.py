"""Tasks as the CSV files that task managers import.

Jira: "Import data from a CSV file" (support.atlassian.com/jira-cloud-administration) – a header row with Summary and no
punctuation, people by mail address, several values of a field as several columns of the same name; estimates are in
seconds. Hierarchy by "CSV import: Parent-child mapping" (confluence.atlassian.com, Jira knowledge base): Issue ID and
Parent, the higher level first. In the wizard choose the date format yyyy-MM-dd, and map Blocks to the link "Blocks".

Backlog (Nulab): the sheet of its bulk registration (github.com/nulab/backlog-bulk-issue-registration-gas), with which
the command line tool backlog-bulk-issue-registration-cli shares the columns; subject and type are required, their names
in the header must stay as they are, dates are written 2026/04/01. Issue type and milestones
have to exist in the project.

GitHub has no importer of its own; github-csv-tools (github.com/gavinr/github-csv-tools) reads title, body, labels
between commas, assignee (a login) and state. It takes milestones by number, which nobody knows here: they are labels.

No byte order mark: the last of them would take it for a part of the first column's name.
"""

from collections.abc import Mapping, Sequence

from mlew.documents.role_names import ROLES
from mlew.domain.base import Locale
from mlew.domain.csv_line import Cell, csv_line
from mlew.domain.plan import MilestoneDate, Plan, Task
from mlew.domain.plan_errors import milestone_name, task_name

HOURS_A_DAY = 8
"""What Jira takes for a working day unless somebody changes it."""
_NUMBERS = {"sponsor": "①", "fan": "②", "share": "③", "release": "④"}
_BACKLOG: dict[Locale, tuple[str, ...]] = {
    "ja": (
        "件名（必須）", "詳細", "開始日", "期限日", "予定時間", "実績時間", "種別名（必須）", "カテゴリ名",
        "発生バージョン名", "マイルストーン名", "優先度ID", "担当者ユーザ名", "親課題",
    ),
    "en": (
        "Summary", "Description", "StartDate", "DueDate", "EstimatedHours", "ActualHours", "IssueTypeName",
        "CategoryName", "VersionName", "MilestoneName", "PriorityName", "AssigneeName", "ParentIssueKey",
    ),
}  # fmt: skip
_TASK_TYPE: dict[Locale, str] = {"ja": "タスク", "en": "Task"}
Accounts = Mapping[str, str]
"""Owner in the plan → who that is in the task manager: mail address (Jira), user name (Backlog), login (GitHub)."""


def jira_csv(plan: Plan, locale: Locale, *, accounts: Accounts | None = None) -> str:
    """Milestones as epics, then their tasks; what waits for a task is linked as blocked by it."""
    epics = [m for m in plan.milestones if any(t.milestone == m.name for t in plan.tasks)]
    numbers = {name: number for number, name in enumerate([*(m.name for m in epics), *(t.id for t in plan.tasks)], 1)}
    blocked = {task.id: [t.id for t in plan.tasks if task.id in t.depends_on] for task in plan.tasks}
    width = max([1, *map(len, blocked.values())])
    header = ["Issue ID", "Issue Type", "Summary", "Parent", "Description", "Assignee", "Start date", "Due date"]
    rows: list[Sequence[Cell]] = [[*header, "Original Estimate", "Labels", *["Blocks"] * width]]
    rows += [_epic(milestone, numbers[milestone.name], width, plan, locale) for milestone in epics]
    for task in plan.tasks:
        links = [numbers[name] for name in blocked[task.id]]
        rows.append(
            [
                numbers[task.id], "Task", _line(task.title), numbers.get(task.milestone, ""),
                _description(task, plan, locale), (accounts or {}).get(task.owner, ""), task.start.isoformat(),
                task.due.isoformat(), round(task.effort * HOURS_A_DAY * 3600), "mlew",
                *links, *[""] * (width - len(links)),
            ]
        )  # fmt: skip
    return "".join(map(csv_line, rows))


def backlog_csv(plan: Plan, locale: Locale, *, accounts: Accounts | None = None) -> str:
    """One row a task, with the milestone's name as the plan has it."""
    rows: list[Sequence[Cell]] = [_BACKLOG[locale]]
    for task in plan.tasks:
        rows.append(
            [
                _line(task.title), _description(task, plan, locale), f"{task.start:%Y/%m/%d}", f"{task.due:%Y/%m/%d}",
                f"{task.effort * HOURS_A_DAY:.2f}", "", _TASK_TYPE[locale], "", "",
                milestone_name(task.milestone, locale), "", (accounts or {}).get(task.owner, ""), "",
            ]
        )  # fmt: skip
    return "".join(map(csv_line, rows))


def github_csv(plan: Plan, locale: Locale, *, accounts: Accounts | None = None) -> str:
    """One row a task; dates and dependencies stand in the text, because an issue has no field for them."""
    rows: list[Sequence[Cell]] = [["title", "body", "labels", "assignee", "state"]]
    for task in plan.tasks:
        labels = [f"milestone {_NUMBERS[task.milestone]}", _label(_role(task.role, locale))]
        rows.append(
            [
                _line(task.title), _description(task, plan, locale, dates=True), ",".join(filter(None, labels)),
                (accounts or {}).get(task.owner, ""), "closed" if task.finished else "open",
            ]
        )  # fmt: skip
    return "".join(map(csv_line, rows))


def _epic(milestone: MilestoneDate, number: int, width: int, plan: Plan, locale: Locale) -> list[Cell]:
    due = milestone.planned.isoformat() if milestone.planned else ""
    name = f"{milestone_name(milestone.name, locale)} {plan.title}".strip()
    return [number, "Epic", _line(name), "", milestone.line, "", "", due, "", "mlew", *[""] * width]


def _description(task: Task, plan: Plan, locale: Locale, *, dates: bool = False) -> str:
    """Who, when it is done, what comes first – also what a column has, where an import may leave columns out."""
    ja = locale == "ja"
    who = " / ".join(filter(None, [task.owner, _role(task.role, locale)]))
    after = ", ".join(task_name(name, plan) for name in task.depends_on)
    lines = [
        (f"計画の番号：{task.id}" if ja else f"In the plan: {task.id}"),
        (f"担当：{who}" if ja else f"Who: {who}") if who else "",
        (f"期間：{task.start}〜{task.due}" if ja else f"When: {task.start} – {task.due}") if dates else "",
        (f"工数：{task.effort:g} 人日" if ja else f"Effort: {task.effort:g} person-days") if dates else "",
        (f"終わったと言える状態：{task.done_when}" if ja else f"Done when: {task.done_when}") if task.done_when else "",
        (f"先に終える仕事：{after}" if ja else f"After: {after}") if after else "",
    ]
    return "\n".join(filter(None, lines))


def _line(text: str) -> str:
    return " ".join(text.split())


def _label(text: str) -> str:
    return _line(text.replace(",", " "))


def _role(role: str, locale: Locale) -> str:
    return ROLES.spell(role, locale, str)
