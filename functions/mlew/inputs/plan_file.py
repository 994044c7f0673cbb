"""`workshop.toml`: the facilitator's plan. Every defect names key and line; what is right is kept."""

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import ValidationError

from mlew.documents.file_defect import FileDefect, defect_at_line
from mlew.domain.workshop import WorkshopPlan
from mlew.inputs.plan_lines import line_of_key, plan_keys
from mlew.inputs.template_text import template_token

_TOML_PLACE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_MOST_DEFECTS = 30
_Location = tuple[str | int, ...]


@dataclass(frozen=True)
class PlanFile:
    """`locale_given`: the file names the language, so that it need not be told from the text."""

    plan: WorkshopPlan
    defects: tuple[FileDefect, ...] = ()
    locale_given: bool = False


def parse_plan(text: str, *, file: str = "workshop.toml") -> PlanFile:
    """Read the plan. Values that cannot be used are left out, as if nobody had written them."""
    try:
        table: dict[str, Any] = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return PlanFile(WorkshopPlan(), (_not_toml(error, text, file),))
    _dates_as_text(table)
    defects: list[FileDefect] = []
    dropped: set[_Location] = set()
    while True:
        try:
            plan = WorkshopPlan.model_validate(table)
            break
        except ValidationError as error:
            problems = error.errors()
            defects += [_defect(problem, text, file) for problem in problems if problem["loc"] not in dropped]
            dropped |= {problem["loc"] for problem in problems}
            _drop(table, [p["loc"][:-1] if p["type"] == "missing" else p["loc"] for p in problems])
    defects += _unusable(plan, text, file)
    if any(d.rule == "plan-time-zone" for d in defects):
        plan = plan.model_copy(update={"time_zone": WorkshopPlan().time_zone})
    return PlanFile(plan, tuple(defects[:_MOST_DEFECTS]), locale_given="locale" in table)


def _not_toml(error: Exception, text: str, file: str) -> FileDefect:
    place = _TOML_PLACE.search(str(error))
    line = int(place.group(1)) if place and place.group(1) else text.count("\n") + 1
    reason = _TOML_PLACE.sub("", str(error)).strip()
    return defect_at_line("plan-not-toml", file, line, reason=reason)


def _dates_as_text(table: dict[str, Any]) -> None:
    """TOML has dates of its own; appointments are kept as ISO text."""
    sessions = table.get("sessions")
    for session in sessions if isinstance(sessions, list) else []:
        if isinstance(session, dict) and isinstance(session.get("starts"), datetime):
            session["starts"] = session["starts"].isoformat()


def _defect(problem: Any, text: str, file: str) -> FileDefect:
    location: _Location = problem["loc"]
    key, line = _key(location), line_of_key(text, location)
    if problem["type"] == "extra_forbidden" and location[-1] in WorkshopPlan.model_fields:
        return defect_at_line("plan-key-misplaced", file, line, key=key, name=str(location[-1]))
    if problem["type"] == "extra_forbidden":
        near = get_close_matches(str(location[-1]), plan_keys(), n=1)
        rule = "plan-key-misspelt" if near else "plan-key-unknown"
        return defect_at_line(rule, file, line, key=key, near=near[0] if near else "")
    if problem["type"] == "missing":
        return defect_at_line("plan-key-missing", file, line, key=key)
    ja, en = _expected(problem)
    return defect_at_line("plan-value", file, line, key=key, value=str(problem["input"]), ja=ja, en=en)


def _expected(problem: Any) -> tuple[str, str]:
    kind, context = problem["type"], problem.get("ctx", {})
    if kind == "literal_error":
        choices = str(context["expected"]).replace(" or ", ", ")
        return f"{choices} のどれか", f"one of {choices}"
    if kind == "string_pattern_mismatch":
        return "英小文字・数字・ハイフンで 20 文字以内", "up to 20 lower-case letters, digits and hyphens"
    if kind == "greater_than":
        return f"{context['gt']} より大きい数", f"a number above {context['gt']}"
    families = (
        ("string", "文字列（\"…\"）", 'text in quotes ("…")'),
        ("bool", "true または false", "true or false"),
        ("int", "整数", "a whole number"),
        ("float", "数", "a number"),
        ("datetime", "日時（2026-04-01T13:00:00）", "a date and time (2026-04-01T13:00:00)"),
        ("tuple", "配列（[…]）または [[…]] の表", "a list ([…]) or [[…]] tables"),
        ("model", "[…] の表", "a table […]"),
    )  # fmt: skip
    return next(((ja, en) for prefix, ja, en in families if kind.startswith(prefix)), ("別の形の値", "another value"))


def _key(location: _Location) -> str:
    shown = ""
    for part in location:
        shown += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if shown else part
    return shown


def _drop(table: dict[str, Any], locations: list[_Location]) -> None:
    """Take the offending values out, the last first, so that places in lists stay what they were."""
    for location in sorted(set(locations), key=lambda place: [str(part).zfill(9) for part in place], reverse=True):
        parent: Any = table
        for part in location[:-1]:
            parent = parent[part]
        last: Any = location[-1]
        if not isinstance(parent, dict) or last in parent:
            del parent[last]


def _unusable(plan: WorkshopPlan, text: str, file: str) -> list[FileDefect]:
    found: list[FileDefect] = []
    try:
        ZoneInfo(plan.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        found.append(defect_at_line("plan-time-zone", file, line_of_key(text, ("time_zone",)), value=plan.time_zone))
    pairs = [pair.id for pair in plan.pairs]
    for number, pair in enumerate(pairs):
        if pair in pairs[:number]:
            found.append(
                defect_at_line("plan-pair-twice", file, line_of_key(text, ("pairs", number, "id")), value=pair)
            )
    for number, session in enumerate(plan.sessions):
        line = line_of_key(text, ("sessions", number, "pair"))
        if pairs and session.pair not in pairs:
            found.append(defect_at_line("plan-session-pair", file, line, value=session.pair, known=", ".join(pairs)))
        if session.starts and not _is_date(session.starts):
            line = line_of_key(text, ("sessions", number, "starts"))
            found.append(defect_at_line("plan-session-date", file, line, value=session.starts))
    for number, line_text in enumerate(text.splitlines(), 1):
        if token := template_token(line_text.split("#")[0]):
            found.append(defect_at_line("template-text", file, number, token=token))
    return found


def _is_date(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
