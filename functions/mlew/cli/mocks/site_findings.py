"""Findings about a site as lines: one for each rule, with the first places."""

from collections.abc import Iterable
from itertools import groupby

from mlew.cli.invocation import Invocation
from mlew.mocks.sites.finding import RULES, Finding, Weight

_SHOWN = 5


def finding_lines(cli: Invocation, findings: Iterable[Finding], weight: Weight) -> list[str]:
    """Those of one weight, in the order of RULES."""
    order = list(RULES)
    chosen = sorted((f for f in findings if f.weight == weight), key=lambda one: order.index(one.rule))
    return [_line(cli, rule, list(those)) for rule, those in groupby(chosen, key=lambda one: one.rule)]


def _line(cli: Invocation, rule: str, findings: list[Finding]) -> str:
    places = list(dict.fromkeys(_place(one) for one in findings))
    more = cli.words("sites.more", count=len(places) - _SHOWN) if len(places) > _SHOWN else ""
    what = next((one.what for one in findings if one.what), "")
    return cli.words(
        f"sites.finding.{rule}",
        files=", ".join(places[:_SHOWN]) + more,
        count=len(findings),
        what=f" ({what}/)" if rule == "no-start" and what else what,
    )


def _place(one: Finding) -> str:
    where = f"{one.where}:{one.line}" if one.line else one.where
    return f"{where} ({one.what})" if one.what and where and one.rule != "other-base" else where
