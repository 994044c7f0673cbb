"""The files of an export, by name."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from mlew.cli.invocation import Invocation
from mlew.cli.plan.asked import today_in
from mlew.documents import render
from mlew.documents.market_page import render_market_page
from mlew.documents.plan_page import render_plan_page
from mlew.documents.plan_tasks import backlog_csv, github_csv, jira_csv
from mlew.documents.task_sheet import sheet_csv
from mlew.domain.plan import Plan
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound, SetupError
from mlew.services.days_off import days_off
from mlew.services.plan_pages import executive_page, market_page

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_LONGEST = 60


class OneExport(NamedTuple):
    """`before`: versions that calendars may hold; `owners`: who gets a calendar of their own."""

    workshop: Workshop
    plan: Plan
    version: int
    before: tuple[Plan, ...]
    owners: tuple[str, ...]
    accounts: Mapping[str, Mapping[str, str]]
    with_pdf: bool


def plan_files(cli: Invocation, one: OneExport) -> dict[str, bytes]:
    """Contents. Texts are UTF-8, with a mark in front only where Excel needs it."""
    locale, accounts = cli.words.language, one.accounts
    today, stores = today_in(cli, one.plan.time_zone), cli.workbench.stores
    page = render_plan_page(executive_page(stores, one.workshop, today=today, locale=locale))
    market = market_page(stores, one.workshop, today=today, locale=locale)
    texts = {
        "plan.md": render(one.plan, locale),
        "plan.ics": calendar(cli, one, None),
        **{f"plan-{_file_name(owner)}.ics": calendar(cli, one, known(one.plan, owner)) for owner in one.owners},
        "tasks.csv": sheet_csv(one.plan, locale),
        "tasks-jira.csv": jira_csv(one.plan, locale, accounts=accounts.get("jira")),
        "tasks-backlog.csv": backlog_csv(one.plan, locale, accounts=accounts.get("backlog")),
        "tasks-github.csv": github_csv(one.plan, locale, accounts=accounts.get("github")),
        "executive.html": page,
        **({"market.html": render_market_page(market)} if market else {}),
    }
    printed = printed_page(cli, page) if one.with_pdf else None
    return {name: text.encode() for name, text in texts.items()} | ({"executive.pdf": printed} if printed else {})


def calendar(cli: Invocation, one: OneExport, owner: str | None) -> str:
    """Events keep their ids from version to version, and the version is what says which is newer."""
    from mlew.documents.plan_calendar import render_plan_calendar

    return render_plan_calendar(
        one.plan,
        cli.words.language,
        workshop=one.workshop.id,
        stamp=cli.around.now(),
        revision=one.version,
        off=days_off(one.plan, cli.words.language),
        owner=owner,
        before=one.before,
    )


def printed_page(cli: Invocation, page: str) -> bytes | None:
    """The page as PDF; without a browser that can, the person is told how to print it."""
    try:
        printed = cli.around.print_pdf(page)
    except SetupError as error:
        cli.note("plan.not-printed", "yellow", why=error.said(cli.words.language).message)
        return None
    if printed is None:
        cli.note("plan.no-browser", "yellow")
    return printed


def known(plan: Plan, owner: str) -> str:
    """Raises NotFound for somebody who has no task."""
    owners = list(dict.fromkeys(task.owner for task in plan.tasks if task.owner))
    if owner not in owners:
        raise NotFound.told(
            "plan.no-owner" if owners else "plan.nobody-has-tasks", owner=owner, owners=", ".join(owners)
        )
    return owner


def _file_name(owner: str) -> str:
    return _NO_NAME.sub("-", owner).strip(" .")[:_LONGEST] or "person"
