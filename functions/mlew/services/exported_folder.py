"""The files of a discovery folder: what teams carry to other tools (METHOD, Tools)."""

from pathlib import PurePath

from mlew.documents.difficulty_lines import write_difficulties
from mlew.documents.discovery import render_discovery
from mlew.documents.solutions_file import render_solutions
from mlew.domain.artifact import TEAM, Artifact, ArtifactKind
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.solution import SolutionList
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.services.work import Stores

README = "README.md"
SOLUTIONS = "solutions.md"
PICTURES = "pictures"
LEFTOVERS = "discovery-other.md"
"""Kept among the originals: text of imported folders that is no artifact. It is written into the next README."""
KINDS: tuple[ArtifactKind, ...] = (
    "journey", "questions", "solutions", "inventions", "press_release", "mock_spec", "iteration",
)  # fmt: skip
"""What a discovery folder holds, in an order in which what is computed comes after what it depends on."""
_TEXT_SUFFIXES = {".md", ".markdown", ".txt"}
_PICTURE_SUFFIXES = {".png", ".jpg", ".jpeg"}


def discovery_files(stores: Stores, workshop: Workshop, *, pair: str | None = None) -> dict[str, bytes]:
    """Contents by path: README.md, the inputs as they came, difficulties written back, pictures out of slides.

    `pair`: only this pair's documents beside the team's. Raises NotFound for a pair that does not exist.
    """
    pairs = [p.id for p in workshop.pairs]
    if pair is not None and pair not in pairs:
        raise NotFound.told("pair.none", workshop=workshop.id, pair=pair, pairs=", ".join(pairs))
    scopes = [TEAM, *(pairs if pair is None else [pair])]
    found = (stores.artifacts.latest(workshop.id, kind, scope) for scope in scopes for kind in KINDS)
    artifacts = [artifact for artifact in found if artifact is not None]
    inputs = stores.inputs.get(workshop.id)
    files = stores.inputs.originals(workshop.id)
    left = files.pop(LEFTOVERS, b"").decode("utf-8")
    title = " / ".join(part for part in (workshop.plan.company, workshop.plan.product) if part)
    readme = render_discovery(artifacts, workshop.plan.locale, title=title, leftovers=left)
    return {
        README: readme.encode("utf-8"),
        **{_plain(name): content for name, content in files.items()},
        **_solutions(files, inputs, artifacts, workshop),
        **_pictures(stores, workshop, inputs),
    }


def _solutions(
    files: dict[str, bytes], inputs: WorkshopInputs, artifacts: list[Artifact], workshop: Workshop
) -> dict[str, bytes]:
    """The team's own file with difficulties in it; written anew if there is none, or none in UTF-8."""
    rated = next((a.body for a in artifacts if isinstance(a.body, SolutionList)), None)
    if rated is None:
        return {}
    name = next((n for n in files if _is_solutions(n)), SOLUTIONS)
    try:
        text = files[name].decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        text = render_solutions(rated.solutions, rated.prose or inputs.prose, workshop.plan.locale)
    return {_plain(name): write_difficulties(text, rated.solutions).encode("utf-8")}


def _pictures(stores: Stores, workshop: Workshop, inputs: WorkshopInputs) -> dict[str, bytes]:
    """Those that came inside slides or PDFs: a picture file is among the originals already."""
    return {
        f"{PICTURES}/{picture.name}": stores.inputs.picture(workshop.id, picture.name)
        for picture in inputs.pictures
        if PurePath(picture.source).suffix.lower() not in _PICTURE_SUFFIXES
    }


def _is_solutions(name: str) -> bool:
    path = PurePath(name.lower())
    return path.stem == "solutions" and path.suffix in _TEXT_SUFFIXES


def _plain(name: str) -> str:
    """Names come from a store that others write to: none may lead out of the folder."""
    plain = PurePath(name.replace("\\", "/")).name
    return f"_{plain}" if plain in {"", "..", README} else plain
