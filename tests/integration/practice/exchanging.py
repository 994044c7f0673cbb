"""A workshop that leaves one deployment as a folder and comes to another."""

from pathlib import Path

from mlew.domain.workshop import Workshop
from mlew.inputs import read_folder
from mlew.services.exchange import Exchange, Imported
from mlew.services.received_folder import ReceivedFolder
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import RehearsedPort


class Trip:
    """A finished workshop "w1", and a way to carry it about in `path`."""

    def __init__(self, source: Path, path: Path) -> None:
        self.port = RehearsedPort()
        self.practice = Practice(self.port)
        self.workshop = self.practice.run(read_folder(source)).workshop
        self.path = path
        self.exchange = Exchange(self.practice.stores, self.practice.clock, tenant="local", new_id=lambda: "came")

    def export(self, name: str, *, pair: str | None = None, workshop: Workshop | None = None) -> Path:
        folder = self.path / name
        for file, content in self.exchange.export_discovery(workshop or self.workshop, pair=pair).items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(content)
        return folder

    def bring(self, *folders: Path, pairs: tuple[str, ...] = (), approve: bool = True) -> Imported:
        names = pairs or ("",) * len(folders)
        received = [received_from(folder, pair) for folder, pair in zip(folders, names, strict=True)]
        return self.exchange.import_discovery(received, by="Planning A", budget_usd=20.0, gates="auto", approve=approve)

    def go_on(self) -> int:
        """Resume the imported workshop until it ends; returns how often the model was asked."""
        before = len(self.port.requests)
        ended = self.practice.go(self.practice.runs.resume("came"))
        assert ended is not None
        assert ended.error == ""
        assert self.practice.stores.workshops.get("came").state == "finished"
        return len(self.port.requests) - before


def received_from(folder: Path, pair: str = "") -> ReceivedFolder:
    content = read_folder(folder)
    return ReceivedFolder(
        folder.name,
        (folder / "README.md").read_text(encoding="utf-8"),
        pair,
        content.plan,
        content.inputs,
        content.pictures,
        content.originals,
    )


def edit(folder: Path, old: str, new: str) -> Path:
    readme = folder / "README.md"
    text = readme.read_text(encoding="utf-8")
    assert old in text
    readme.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def without(folder: Path, *phases: str) -> Path:
    """The folder without these sections of its README."""
    names = {"define": "Define", "invent": "Invent", "refine": "Refine", "iterate": "Test/Iterate"}
    readme = folder / "README.md"
    sections = readme.read_text(encoding="utf-8").split("\n## ")
    left = [s for s in sections if s.split("\n")[0] not in {names[p] for p in phases}]
    readme.write_text("\n## ".join(left), encoding="utf-8")
    return folder
