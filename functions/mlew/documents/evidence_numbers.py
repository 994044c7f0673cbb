"""The numbers of a pair's mocks as they stood when they were taken: shown, not edited."""

from datetime import datetime

from mlew.documents.inline import cell, inline
from mlew.documents.table import table
from mlew.domain.base import Locale
from mlew.domain.evidence import Snapshot
from mlew.domain.figures import Figures, Period
from mlew.metrics.intervals import rate
from mlew.metrics.wording import base, percent, rate_interval

_HEADER = {
    "ja": (
        "対象", "訪問者", "タスク成功", "95% 区間", "利用意向", "95% 区間", "回答率", "課題が解決した", "コメント",
        "失われたイベント",
    ),
    "en": (
        "People", "Visitors", "Task success", "95% interval", "Would use it", "95% interval", "Answer rate",
        "Problem solved", "Comments", "Events lost",
    ),
}  # fmt: skip
_PEOPLE = {
    "ja": {"": "全員", "internal": "社内", "external": "社外", "open": "公開"},
    "en": {"": "everybody", "internal": "inside", "external": "outside", "open": "open address"},
}


def write_numbers(snapshot: Snapshot, locale: Locale) -> str:
    """A mock's numbers with all that is needed to take them again, and what they must not be taken for."""
    summary, people = snapshot.summary, _PEOPLE[locale]
    rows = [[people[snapshot.population or ""], *_cells(summary.total)]]
    if snapshot.population is None:
        rows += [[people[one.population], *_cells(one.figures)] for one in summary.populations]
    return "\n\n".join(
        filter(
            None,
            [f"### {inline(summary.title or summary.mock)}", _taken(snapshot, locale), table(_HEADER[locale], rows)],
        )
    )


def _cells(figures: Figures) -> list[str]:
    solved = next((answer for answer in figures.answers if answer.question == "solved"), None)
    solved_rate = rate(solved.yes, solved.answered) if solved else rate(0, 0)
    return [
        f"{figures.visitors:,}",
        _rate_cell(figures.task_success.value, base(figures.task_success)),
        cell(rate_interval(figures.task_success)),
        _rate_cell(figures.intention.value, base(figures.intention)),
        cell(rate_interval(figures.intention)),
        _rate_cell(figures.answer_rate.value, base(figures.answer_rate)),
        _rate_cell(solved_rate.value, base(solved_rate)),
        f"{figures.comments:,}",
        f"{figures.lost:,}",
    ]


def _rate_cell(value: float | None, of: str) -> str:
    return percent(value) if value is None else f"{percent(value)} ({of})"


def _taken(snapshot: Snapshot, locale: Locale) -> str:
    """Which mock, when, of which time; warnings below."""
    summary, ja = snapshot.summary, locale == "ja"
    version = f" ({inline(snapshot.site_version)})" if snapshot.site_version else ""
    lines = [
        f"- {'モック' if ja else 'Mock'}: {inline(summary.mock)}{version}",
        f"- {'取った時点' if ja else 'Taken at'}: {moment(snapshot.taken_at)}",
        f"- {'期間' if ja else 'Period'}: {_period(summary.period, locale)}",
    ]
    apart = ", ".join(f"{one.kind} {one.sessions:,}" for one in summary.apart if one.sessions)
    if apart:
        lines.append(f"- {'数えなかったセッション' if ja else 'Sessions not counted'}: {apart}")
    lines += [f"- **{text}**" for text in _warnings(snapshot, locale)]
    return "\n".join(lines)


def _warnings(snapshot: Snapshot, locale: Locale) -> list[str]:
    ja, found = locale == "ja", []
    if snapshot.destroyed_at:
        at = moment(snapshot.destroyed_at)
        found.append(
            f"このモックは {at} に破棄されました。数字はここまでで、もう増えません。"
            if ja
            else f"This mock was destroyed at {at}. The numbers end there and grow no more."
        )
    if snapshot.simulated:
        found.append(
            "模擬のテスターの数字です。これで判断しないでください。"
            if ja
            else "These are the numbers of simulated testers. Decide nothing by them."
        )
    if snapshot.rehearsed:
        found.append(
            "モックの内容はリハーサル用のモデルが書いたものです。"
            if ja
            else "The content of the mock was written by the rehearsal model."
        )
    if not snapshot.summary.total.sessions:
        found.append(
            "この期間に来た人はいません。データがないことは、ゼロという意味ではありません。"
            if ja
            else "Nobody came in this period. No data is not zero."
        )
    return found


def moment(at: datetime) -> str:
    """To the minute, with its offset."""
    return at.isoformat(timespec="minutes")


def _period(period: Period, locale: Locale) -> str:
    if period.begin is None and period.end is None:
        return "全期間" if locale == "ja" else "all of the time"
    return " – ".join(moment(at) if at else "…" for at in (period.begin, period.end))
