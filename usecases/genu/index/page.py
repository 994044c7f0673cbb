"""The index as one HTML file: styles, map and the use cases themselves are in it, so it can be mailed as it is."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from html import escape
from importlib.resources import files

from mlew.domain.base import Locale
from usecases.definition import Part
from usecases.genu.format import UseCase
from usecases.genu.index.content import IndexText, Line, Station, Told, index_text, lines
from usecases.genu.index.flow import flow_map
from usecases.genu.words import words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_MARK = (
    '<svg class="mark" viewBox="0 0 34 34" aria-hidden="true"><path d="M5 24h9a6 6 0 0 0 6-6v-2a6 6 0 0 1 6-6h4"/>'
    '<circle cx="6" cy="24" r="4"/><circle cx="28" cy="10" r="4"/></svg>'
)
_ARROW = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2v8m-3.5-3L8 10.5 11.5 7M3 13.5h10"/></svg>'


def index_page(
    built: Mapping[str, UseCase], locale: Locale, parts: Sequence[Part], *, about: str = "", other: Locale | None = None
) -> str:
    """`about`: a sentence on what the files are filled with; `other`: language whose page lies beside this one's."""
    said = index_text(locale)
    found = lines(built, locale, parts)
    style = (files("usecases.genu.index") / "style.css").read_text(encoding="utf-8")
    maps = flow_map(found, said, width=1000, per_row=8, name="wide") + flow_map(
        found, said, width=360, per_row=4, name="narrow"
    )
    body = "\n".join(
        [
            _hero(found, built, said, about, other),
            _how(said),
            f'<section class="way"><h2>{escape(said.map)}</h2><p class="note">{escape(said.map_note)}</p>'
            f"{maps}</section>",
            *(_part(line, built, said, locale) for line in found),
            _tips(said),
        ]
    )
    return (
        f'<!doctype html>\n<html lang="{locale}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(said.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        f"<footer><p>{escape(said.footer)}</p></footer>\n</body>\n</html>\n"
    )


def _hero(
    found: Sequence[Line], built: Mapping[str, UseCase], said: IndexText, about: str, other: Locale | None
) -> str:
    switch = (
        f'<a class="language" lang="{other}" href="../{other}/index.html">{escape(said.language)}</a>' if other else ""
    )
    told = f'<p class="about">{escape(about)}</p>' if about else ""
    cards = "".join(_card(line, line.stations[0], built, said) for line in found)
    return (
        f'<header class="hero"><p class="brand">{_MARK}<span>ML Enablement Workshop × GenU</span>{switch}</p>'
        f'<h1>{escape(said.title)}</h1><p class="lead">{escape(said.lead)}</p>{told}'
        f'<h2 class="start">{escape(said.start)}</h2><ul class="cards">{cards}</ul></header>'
    )


def _card(line: Line, station: Station, built: Mapping[str, UseCase], said: IndexText) -> str:
    return (
        f'<li class="{station.phase}"><p class="card-when">{escape(line.text.first)}</p>'
        f'<p class="card-name"><span>{escape(line.text.name)} {station.number}</span>{escape(station.title)}</p>'
        f"{_button(station.file, station.title, built, said)}</li>"
    )


def _how(said: IndexText) -> str:
    steps = "".join(f"<li><h3>{escape(s.title)}</h3><p>{escape(s.text)}</p></li>" for s in said.steps)
    return f'<section class="how"><h2>{escape(said.how)}</h2><ol>{steps}</ol></section>'


def _part(line: Line, built: Mapping[str, UseCase], said: IndexText, locale: Locale) -> str:
    boxes = words(locale).boxes
    everything = said.all_text.format(guide=boxes["guide"].label, material=boxes["material"].label)
    stations = "".join(_station(station, built, said) for station in line.stations)
    return (
        f'<section class="part" id="{line.part}"><div class="part-head"><h2>{escape(line.text.name)}</h2>'
        f'<p class="minutes">{escape(line.text.minutes)}</p><p>{escape(line.text.about)}</p>'
        f"<aside><h3>{escape(said.all)}</h3><p>{escape(everything)}</p>"
        f"{_button(line.all_in_one, f'{line.text.name} – {said.all}', built, said)}</aside></div>"
        f'<ol class="stations">{stations}</ol></section>'
    )


def _station(station: Station, built: Mapping[str, UseCase], said: IndexText) -> str:
    fields = "".join(
        f'<li class="{field.kind}"><span class="box">{escape(field.label)}</span> '
        f'<span class="how-to">{escape(field.how)}</span></li>'
        for field in station.fields
    )
    return (
        f'<li class="station {station.phase}"><span class="dot" aria-hidden="true">{station.number}</span>'
        f'<div class="sign"><h3>{escape(station.title)}</h3>{_button(station.file, station.title, built, said)}</div>'
        f"<p>{escape(station.about)}</p>"
        f"<dl><dt>{escape(said.when)}</dt><dd>{escape(station.use)}</dd>"
        f'<dt>{escape(said.fill)}</dt><dd><ul class="boxes">{fields}</ul></dd>'
        f"<dt>{escape(said.keep)}</dt><dd>{escape(station.keep)}</dd></dl></li>"
    )


def _tips(said: IndexText) -> str:
    def tip(told: Told) -> str:
        return f"<li><h3>{escape(told.title)}</h3><p>{escape(told.text)}</p></li>"

    return (
        f'<section class="tips"><h2>{escape(said.tips_heading)}</h2><ul>{"".join(map(tip, said.tips))}</ul></section>'
    )


def _button(file: str, title: str, built: Mapping[str, UseCase], said: IndexText) -> str:
    """The file lies in the page, so that it can be taken wherever the page is opened."""
    content = b64encode(built[file].to_json().encode()).decode()
    return (
        f'<a class="take" download="{escape(file)}" href="data:application/json;base64,{content}" '
        f'aria-label="{escape(said.take_this.format(title=title))}">{_ARROW}'
        f"<span>{escape(said.take)}<small>{escape(file)}</small></span></a>"
    )
