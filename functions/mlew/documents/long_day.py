"""A day as people say it in each language."""

from datetime import date

from mlew.domain.base import Locale


def long_day(day: date, locale: Locale) -> str:
    """In full: 2026 年 10 月 28 日（水）, Wed 28 Oct 2026."""
    if locale == "ja":
        return f"{day.year} 年 {day.month} 月 {day.day} 日（{'月火水木金土日'[day.weekday()]}）"
    return f"{day:%a} {day.day} {day:%b %Y}"


def days(count: int, locale: Locale) -> str:
    """How many: 3 日, 1 day."""
    if locale == "ja":
        return f"{count} 日"
    return f"{count} day" if count == 1 else f"{count} days"
