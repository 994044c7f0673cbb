"""The index as Markdown, for repositories and chats."""

from collections.abc import Mapping, Sequence

from mlew.domain.base import Locale
from usecases.definition import Part
from usecases.genu.format import UseCase
from usecases.genu.index.content import IndexText, Line, Station, index_text, lines
from usecases.genu.words import words


def index_markdown(built: Mapping[str, UseCase], locale: Locale, parts: Sequence[Part], *, about: str = "") -> str:
    """One table a part. `about`: a sentence on what the files are filled with."""
    said = index_text(locale)
    found = lines(built, locale, parts)
    blocks = [f"# {said.title}", *([f"**{about}**"] if about else []), said.lead, f"## {said.start}"]
    blocks.append("\n".join(f"- {line.text.first}: {_link(line.stations[0])}" for line in found))
    blocks.append(f"## {said.how}")
    blocks.append("\n".join(f"{n}. **{step.title}** – {step.text}" for n, step in enumerate(said.steps, 1)))
    for line in found:
        blocks += _part(line, said, locale)
    blocks.append(f"## {said.tips_heading}")
    blocks.append("\n".join(f"- **{tip.title}** – {tip.text}" for tip in said.tips))
    return "\n\n".join([*blocks, said.footer]) + "\n"


def _part(line: Line, said: IndexText, locale: Locale) -> list[str]:
    boxes = words(locale).boxes
    stops = " → ".join(f"{station.number} {station.short}" for station in line.stations)
    rows = [said.columns, ["---"] * len(said.columns), *(_row(station) for station in line.stations)]
    everything = said.all_text.format(guide=boxes["guide"].label, material=boxes["material"].label)
    return [
        f"## {line.text.name} ({line.text.minutes})",
        line.text.about,
        stops,
        "\n".join(f"| {' | '.join(row)} |" for row in rows),
        f"**{said.all}**: [{line.all_in_one}]({line.all_in_one}) – {everything}",
    ]


def _row(station: Station) -> list[str]:
    fill = "<br>".join(f"{field.label} – {field.how}" for field in station.fields)
    return [f"[{station.file}]({station.file})", f"**{station.title}**<br>{station.use}", fill, station.keep]


def _link(station: Station) -> str:
    return f"[{station.title}]({station.file})"
