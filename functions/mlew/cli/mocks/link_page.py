"""A page with all links, to print and hang up in the room or to cut into cards; it needs no other file."""

from collections.abc import Sequence
from html import escape
from importlib import resources
from string import Template

from mlew.cli.words import Words
from mlew.domain.base import Model
from mlew.domain.mock import Population
from mlew.domain.workshop import Workshop


class SharedLink(Model):
    """A link as it is handed out; `tester`: "" for a whole population."""

    pair: str
    title: str
    population: Population
    tester: str
    address: str
    protected: bool


def link_page(workshop: Workshop, shared: Sequence[SharedLink]) -> str:
    """HTML in the workshop's language."""
    words = Words(workshop.plan.locale)
    subject = " / ".join(part for part in (workshop.plan.company, workshop.plan.product) if part)
    return Template(resources.files("mlew.cli.mocks").joinpath("links.html").read_text("utf-8")).substitute(
        language=workshop.plan.locale,
        title=escape(words("mocks.page.title")),
        subject=escape(subject),
        intro=escape(words("mocks.page.intro")),
        cards="\n".join(_card(link, words, _pair_name(workshop, link.pair)) for link in shared),
    )


def _card(link: SharedLink, words: Words, pair: str) -> str:
    whom = link.tester or words(f"mocks.page.for.{link.population}")
    passcode = f'<p class="passcode">{escape(words("mocks.page.passcode"))}</p>' if link.protected else ""
    return (
        f'<li class="card"><div class="code">{_code(link.address, words)}</div>'
        f'<div class="text"><p class="pair">{escape(pair)}</p><h2>{escape(link.title)}</h2>'
        f'<p class="whom">{escape(whom)}</p>{passcode}'
        f'<p class="address"><a href="{escape(link.address)}">{escape(link.address)}</a></p></div></li>'
    )


def _code(address: str, words: Words) -> str:
    import segno

    drawn = segno.make(address, micro=False, error="m")
    return drawn.svg_inline(border=0, omitsize=True, title=words("mocks.page.code"))


def _pair_name(workshop: Workshop, pair: str) -> str:
    return next((p.name for p in workshop.pairs if p.id == pair and p.name), pair)
