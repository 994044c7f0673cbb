"""Names of the editions' time boxes and circles, in both languages."""

from mlew.domain.base import Locale
from mlew.domain.schedule import Circle

_NAMES: dict[str, tuple[str, str]] = {
    "introduction": ("はじめに", "Introduction"),
    "tool-check": ("ツールの確認", "Tool check"),
    "listen-explain": ("Listen の説明", "What Listen is about"),
    "listen-customer": ("顧客について共有する", "Share what is known of the customer"),
    "listen-journey": ("カスタマージャーニーを確かめる", "Correct the customer's journey"),
    "define-explain": ("Define の説明", "What Define is about"),
    "define-questions": ("問いを立てる", "Ask against what is taken for granted"),
    "define-impact": ("影響を見積もり、順位を付ける", "Estimate the impact and rank"),
    "break-1": ("休憩", "Break"),
    "invent-explain": ("Invent の説明", "What Invent is about"),
    "invent-solutions": ("解決策の難易度を確かめる", "Check how hard the known solutions are"),
    "invent-pairs": ("ペアを決める", "Form pairs"),
    "invent-invent": ("発明する", "Invent"),
    "invent-choose": ("発明を 1 つ選ぶ", "Choose one invention"),
    "refine-explain": ("Refine の説明", "What Refine is about"),
    "refine-write": ("プレスリリースと FAQ を書く", "Write the press release with FAQ"),
    "refine-review": ("ペアどうしでレビューする", "Review each other's press release"),
    "break-2": ("休憩（モックはこの前に作り始めます）", "Break (mocks have started to build)"),
    "iterate-explain": ("Test/Iterate の説明", "What Test/Iterate is about"),
    "iterate-milestones": ("マイルストーンと合格の条件を決める", "Set milestones and their criteria"),
    "iterate-share": ("全体で共有する", "Share with everybody"),
    "next-steps": ("これからの進め方", "Next steps"),
    "precheck": ("各ペアの数値と声を共有し、時間配分を決める", "Share each pair's numbers and voices, spread the time"),
    "listen-again": ("反応をもとにジャーニーを直す", "Correct the journey by what was heard"),
    "define-again": ("インパクトを測り直し、問いを広げる", "Measure the impact again, widen the questions"),
    "invent-again": ("解決策を磨き、もう一度発明する", "Refine the solutions, invent once more"),
    "refine-again": ("プレスリリースを磨き込む", "Polish the press release"),
    "iterate-again": ("マイルストーン ①〜④ の基準を決める", "Set the criteria of milestones ① to ④"),
    "break-plan": ("休憩", "Break"),
    "market": ("市場推計を確かめる", "Check the market estimate"),
    "plan-explain": ("計画づくりの説明", "What the plan is about"),
    "plan-time-line": ("マイルストーンの日付を決める", "Set the dates of the milestones"),
    "plan-own-tasks": ("自分のタスクを書き出す", "Write down your own tasks"),
    "plan-check": ("タスクを持ち寄り、全員で点検する", "Bring the tasks together and check them"),
    "plan-commit": (
        "会議と報告を予定に入れ、タスクを登録する",
        "Put meetings and reports into calendars, enter the tasks",
    ),
    "plan-share": ("計画を全員で確認する", "Say the plan once, together"),
    "closing": ("モックの削除とアンケート", "Destroy the mocks, survey"),
}
_CIRCLES: dict[Circle, tuple[str, str]] = {
    "all": ("全体", "everybody"),
    "group": ("グループ", "group"),
    "pair": ("ペア", "pair"),
    "alone": ("個人", "each alone"),
    "break": ("", ""),
}


def box_name(box: str, locale: Locale) -> str:
    """What happens in a time box, by its id."""
    return _NAMES[box][0 if locale == "ja" else 1]


def circle_name(circle: Circle, locale: Locale) -> str:
    """Who works together; empty in a break."""
    return _CIRCLES[circle][0 if locale == "ja" else 1]
