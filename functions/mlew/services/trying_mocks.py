"""A walk through a published mock by HTTP, page by page, telling the numbers what the pages of a browser would tell."""

import html
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from mlew.domain.base import Model
from mlew.domain.mock_routes import main_way, routes_of
from mlew.domain.mock_spec import MockSpec
from mlew.errors import NotFound, StoreUnavailable
from mlew.ports.site_visitor import SiteVisitor

_KEY = re.compile(rb'data-key="([^"]+)" data-endpoint="([^"]+)"')
_TRACKED = re.compile(r'data-track="([^"]+)"')
_OWN = 2.0  # seconds between two things on one page
_BATCH = 20  # events; as the tracker sends them
_TAKEN = 202


class Walk(Model):
    """`pages`: paths below the mock in the order in which they are seen. `seconds`: on each. `answers`: question →
    answer on the last page. `code`: of the visitor's link.
    """

    session: str
    code: str
    pages: tuple[str, ...]
    seconds: int
    answers: dict[str, str]
    comment: str = ""


def way_of(spec: MockSpec, stays: float) -> tuple[str, ...]:
    """Paths from the landing page along the main actions; `stays` below 1 leaves before the result is reached."""
    way = main_way(routes_of(spec))
    screens = [name for name in way if name != "finish"]
    if stays >= 1 and way[-1:] == ["finish"]:
        return ("", *(f"s/{name}/" for name in screens), "finish/")
    seen = screens[: max(1, min(round(stays * len(screens)), len(screens)))]
    return ("", *(f"s/{name}/" for name in seen), "leave/")


@dataclass
class _Told:
    """Events of one session, numbered from 1; `now` in ms since 1970."""

    now: int
    events: list[dict[str, Any]] = field(default_factory=list)

    def tell(self, kind: str, page: str, name: str = "", value: str | int | None = None) -> None:
        self.now += int(_OWN * 1000)
        event = {"n": len(self.events) + 1, "t": self.now, "y": kind, "x": name, "u": page, "w": value}
        self.events.append({key: given for key, given in event.items() if given not in ("", None)})


class _Post(NamedTuple):
    """Where events go, as the page says it."""

    endpoint: str
    key: str
    walk: Walk


def walk(visitor: SiteVisitor, address: str, taken: Walk, ends_at: int) -> int:
    """Fetch the pages and send what happened on them, so that the last of it was at `ends_at` (ms since 1970).

    Returns how many events were accepted. Raises NotFound for a page that is not there or counts nothing,
    StoreUnavailable if events are not taken.
    """
    told, post = _Told(0), None
    for place, path in enumerate(taken.pages):
        url = urljoin(address, path)
        seen = visitor.get(url)
        found = _KEY.search(seen.body)
        if seen.status != 200 or found is None:
            raise NotFound.told("testers.counts-nothing", url=url, status=seen.status)
        post = _Post(urljoin(url, found[2].decode()), found[1].decode(), taken)
        names = _TRACKED.findall(seen.body.decode("utf-8", "replace"))
        _on_page(told, taken, place, urlsplit(url).path, names)
    for event in told.events:
        event["t"] += ends_at - told.now
    return sum(_send(visitor, post, part, ends_at) for part in _parts(told.events)) if post else 0


def _on_page(told: _Told, taken: Walk, place: int, page: str, tracked: Sequence[str]) -> None:
    path = taken.pages[place]
    told.tell("view", page)
    screen = path.removeprefix("s/").strip("/")
    if path.startswith("s/"):
        if place == 1:
            told.tell("step", page, "start")
        told.tell("step", page, screen)
    if path == "finish/":
        told.tell("step", page, "done")
    if place == len(taken.pages) - 1:
        for question, answer in taken.answers.items():
            told.tell("answer", page, question, answer)
        if taken.comment:
            told.tell("comment", page, "", taken.comment)
    else:
        told.tell("click", page, _leading_on(tracked, taken.pages[place + 1]))
    told.now += taken.seconds * 1000
    told.tell("time", page, "", taken.seconds * 1000)


def _leading_on(tracked: Sequence[str], path: str) -> str:
    """The element of the page that leads to the next one."""
    target = path.removeprefix("s/").strip("/")
    names = [html.unescape(name) for name in tracked]
    leading = [name for name in names if name.endswith(f"-{target}")]
    if path == "leave/":
        leading = [name for name in names if name == "end-trial"]
    return next(iter(leading), "start-hero")


def _parts(events: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    return [events[start : start + _BATCH] for start in range(0, len(events), _BATCH)]


def _send(visitor: SiteVisitor, post: _Post, events: list[dict[str, Any]], sent_at: int) -> int:
    body = {"v": 1, "k": post.key, "s": post.walk.session, "c": post.walk.code, "t": sent_at, "e": events}
    answer = visitor.post(post.endpoint, json.dumps(body, ensure_ascii=False).encode())
    if answer.status != _TAKEN:
        raise StoreUnavailable.told("testers.events", status=answer.status)
    accepted: int = json.loads(answer.body)["accepted"]
    return accepted
