"""Workshops that leave as folders and come back: nothing is lost, and they go on where the team stopped."""

from pathlib import Path

import pytest

from mlew.documents import render
from mlew.domain.artifact import TEAM, ArtifactKind
from mlew.domain.inputs import Picture
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.solution import SolutionList
from mlew.domain.workshop import PHASES_OF, Workshop
from mlew.errors import InputError
from mlew.inputs import read_folder
from mlew.services.exchange import Exchange, Imported
from mlew.services.received_folder import ReceivedFolder
from tests.folders import EXAMPLES, UNSEEN_EN, UNSEEN_JA
from tests.workflow.outcome import results
from tests.workflow.practice import Practice
from tests.workflow.rehearsal import RehearsedPort

FOLDERS = [*EXAMPLES, UNSEEN_JA, UNSEEN_EN]
LATER = ("define", "invent", "refine", "iterate")


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


def headline(trip: Trip, workshop: str, pair: str) -> str:
    latest = trip.practice.stores.artifacts.latest(workshop, "press_release", pair)
    assert latest is not None
    assert isinstance(latest.body, PressRelease)
    return latest.body.message.headline


@pytest.fixture
def trip(tmp_path: Path) -> Trip:
    return Trip(UNSEEN_EN, tmp_path)


@pytest.mark.parametrize("source", FOLDERS, ids=lambda p: p.name)
def test_a_workshop_comes_back_as_it_went_and_needs_nothing_more(source: Path, tmp_path: Path) -> None:
    trip = Trip(source, tmp_path)

    found = trip.bring(trip.export("out"))

    assert (found.problems, found.differences, found.leftovers) == ((), (), "")
    assert found.approved == PHASES_OF["practice"][1:]
    came = results(trip.practice.stores, found.workshop)
    went = results(trip.practice.stores, trip.workshop)
    assert came == {name: text for name, text in went.items() if not name.startswith("readiness")}
    assert trip.go_on() == 0


def test_what_came_says_who_brought_it_and_that_it_was_rehearsed(trip: Trip) -> None:
    trip.bring(trip.export("out"))

    journey = trip.practice.stores.artifacts.latest("came", "journey", TEAM)

    assert journey is not None
    assert journey.provenance.author == "import:Planning A"
    assert journey.provenance.rehearsed


@pytest.mark.parametrize("first", LATER)
def test_it_goes_on_at_the_first_phase_that_did_not_come(trip: Trip, first: str) -> None:
    missing = LATER[LATER.index(first) :]

    found = trip.bring(without(trip.export("out"), *missing))
    before = {ref.kind: ref.version for ref in trip.practice.stores.artifacts.heads("came")}
    asked = trip.go_on()

    assert asked > 0
    assert set(missing).isdisjoint(found.approved)
    after = {ref.kind: ref.version for ref in trip.practice.stores.artifacts.heads("came")}
    kept: tuple[ArtifactKind, ...] = ("journey", "questions", "solutions", "inventions", "press_release")
    assert {k: after[k] for k in kept if k in before} == {k: before[k] for k in kept if k in before}
    assert results(trip.practice.stores, found.workshop).keys() == results(trip.practice.stores, trip.workshop).keys()


def test_without_approval_people_decide_at_every_gate_and_nothing_is_made_anew(trip: Trip) -> None:
    found = trip.bring(trip.export("out"), approve=False)

    assert found.approved == ()
    assert trip.practice.stores.gates.latest("came", "listen") is None
    assert trip.go_on() == 0
    gate = trip.practice.stores.gates.latest("came", "listen")
    assert gate is not None
    assert gate.decision is not None


def test_a_choice_that_the_folder_does_not_tell_is_left_to_people(trip: Trip) -> None:
    folder = without(trip.export("out"), "refine", "iterate")
    edit(folder, "- Chosen invention: ", "- Chosen invention:\n- was: ")

    assert trip.bring(folder).approved == ("listen", "define")


def test_folders_of_several_pairs_become_one_workshop(trip: Trip) -> None:
    found = trip.bring(trip.export("one", pair="a"), trip.export("two", pair="b"))

    assert [pair.id for pair in found.workshop.pairs] == ["a", "b"]
    assert found.differences == ()
    assert found.approved == PHASES_OF["practice"][1:]


def test_where_folders_differ_the_first_counts_and_the_other_is_kept(trip: Trip) -> None:
    one = trip.export("one", pair="a")
    two = edit(trip.export("two", pair="b"), "- Trigger: ", "- Trigger: otherwise, ")
    (two / "customer.md").write_text("# Another sheet\n\n## Purpose\n\n- p\n", encoding="utf-8")

    found = trip.bring(one, two)

    assert {(d.what, d.folder, d.kept) for d in found.differences} == {
        ("journey", "two", "v1"),
        ("customer.md", "two", "customer-2.md"),
    }
    versions = trip.practice.stores.artifacts.versions("came", "journey", TEAM)
    triggers = [trip.practice.stores.artifacts.get("came", ref).body for ref in versions]
    assert [isinstance(j, Journey) and j.trigger.startswith("otherwise") for j in triggers] == [True, False]
    assert b"Another sheet" in trip.practice.stores.inputs.originals("came")["customer-2.md"]


def test_two_folders_of_the_same_pair_are_refused_until_they_are_told_apart(trip: Trip) -> None:
    one, two = trip.export("one", pair="a"), trip.export("two", pair="a")
    edit(two, "- Headline: ", "- Headline: Other: ")

    with pytest.raises(InputError, match="a") as refused:
        trip.bring(one, two)
    assert "--pair" in refused.value.hint
    assert trip.practice.runs.page()[0][0].id == "w1"

    found = trip.bring(one, two, pairs=("North", "南ペア"))

    assert {(pair.id, pair.name) for pair in found.workshop.pairs} == {("north", "North"), ("a", "南ペア")}
    plan = trip.practice.stores.artifacts.latest("came", "iteration", "north")
    assert plan is not None
    assert "Pair: north" in render(plan.body, "en")


def test_each_pair_may_have_gone_on_in_its_own_copy_of_the_whole_folder(trip: Trip) -> None:
    one, two = trip.export("one"), trip.export("two")
    headlines = {pair: headline(trip, "w1", pair) for pair in "ab"}
    edit(one, f"- Headline: {headlines['a']}", "- Headline: News of a")
    edit(two, f"- Headline: {headlines['b']}", "- Headline: News of b")

    found = trip.bring(one, two, pairs=("a", "b"))

    assert [headline(trip, "came", pair) for pair in "ab"] == ["News of a", "News of b"]
    assert {(d.what, d.folder) for d in found.differences} == {("press_release", "one"), ("press_release", "two")}
    assert found.approved == PHASES_OF["practice"][1:]


def test_documents_of_a_pair_that_was_not_asked_for_are_named(trip: Trip) -> None:
    found = trip.bring(trip.export("out"), pairs=("b",))

    assert [pair.id for pair in found.workshop.pairs] == ["b"]
    assert [(d.what, d.kept) for d in found.differences] == [("a", "")]


def test_a_folder_of_several_pairs_cannot_be_given_to_another(trip: Trip) -> None:
    with pytest.raises(InputError, match="2 pairs"):
        trip.bring(trip.export("out"), pairs=("north",))


def test_an_existing_workshop_gets_a_new_version_of_what_was_changed(trip: Trip) -> None:
    folder = edit(trip.export("out"), "- Trigger: ", "- Trigger: otherwise, ")

    found = trip.exchange.import_into(trip.workshop, [received_from(folder)], by="Dev A")

    assert [(ref.kind, ref.version) for ref in found.artifacts] == [("journey", 2)]
    again = trip.exchange.import_into(trip.workshop, [received_from(folder)], by="Dev A")
    assert again.artifacts == ()
    assert len(again.unchanged) == 9


def test_a_pair_that_worked_alone_joins_an_existing_workshop(trip: Trip) -> None:
    folder = trip.export("out", pair="a")

    found = trip.exchange.import_into(trip.workshop, [received_from(folder, "c")], by="Dev A")

    assert [pair.id for pair in found.workshop.pairs] == ["a", "b", "c"]
    assert {(ref.kind, ref.scope) for ref in found.artifacts} == {
        ("inventions", "c"),
        ("press_release", "c"),
        ("iteration", "c"),
    }


def test_text_without_a_place_comes_out_again(trip: Trip) -> None:
    folder = trip.export("out")
    with (folder / "README.md").open("a", encoding="utf-8") as readme:
        readme.write("\n## Our notes\n\nkeep this\n")

    found = trip.bring(folder)

    assert "keep this" in found.leftovers
    again = trip.export("again", workshop=found.workshop)
    assert "keep this" in (again / "README.md").read_text(encoding="utf-8")


def test_an_exported_folder_starts_a_workshop_of_its_own(trip: Trip) -> None:
    content = read_folder(trip.export("out"))

    assert content.usable
    assert content.ignored == ()
    assert all(solution.difficulty is not None for solution in content.inputs.solutions)


def test_a_readme_alone_goes_on_although_the_customer_sheet_is_missing(trip: Trip) -> None:
    folder = without(trip.export("out"), "refine", "iterate")
    for file in folder.glob("[cws]*"):
        file.unlink()

    found = trip.bring(folder)

    assert found.approved == ("listen", "define", "invent")
    assert trip.go_on() > 0


def test_a_readme_without_the_journey_needs_the_customer_sheet(trip: Trip) -> None:
    folder = trip.export("out")
    (folder / "customer.md").unlink()
    text = (folder / "README.md").read_text(encoding="utf-8")
    (folder / "README.md").write_text(text[text.index("## Define") :], encoding="utf-8")

    found = trip.bring(folder)
    ended = trip.practice.go(trip.practice.runs.resume("came"))

    assert found.approved == ()
    assert ended is not None
    assert ended.error != ""
    assert "customer" in trip.practice.stores.workshops.get("came").failure.lower()


def test_solutions_in_another_encoding_are_written_anew_with_their_difficulties(trip: Trip) -> None:
    inputs = trip.practice.stores.inputs
    text = "## 需要予測：小売\n- いつ使う？ 発注のとき\n".encode("shift_jis")
    inputs.put("w1", inputs.get("w1"), {}, {"solutions.md": text})

    content = read_folder(trip.export("out"))

    rated = trip.practice.stores.artifacts.latest("w1", "solutions", TEAM)
    assert rated is not None
    assert isinstance(rated.body, SolutionList)
    assert [(s.name, s.difficulty) for s in content.inputs.solutions] == [
        (s.name, s.difficulty) for s in rated.body.solutions
    ]


def test_pictures_out_of_slides_lie_beside_and_are_not_taken_for_customer_files(trip: Trip) -> None:
    inputs = trip.practice.stores.inputs
    picture = Picture(name="customer-slide3.png", media="png", source="customer.pptx", width=9, height=9, byte_size=1)
    read = inputs.get("w1").model_copy(update={"pictures": (picture,)})
    inputs.put("w1", read, {picture.name: b"x"}, inputs.originals("w1"))

    folder = trip.export("out")

    assert (folder / "pictures" / "customer-slide3.png").read_bytes() == b"x"
    assert read_folder(folder).ignored == ()


def test_inventions_without_their_list_keep_the_difficulty_that_they_state(trip: Trip) -> None:
    folder = trip.export("out")
    (folder / "solutions.md").unlink()
    text = (folder / "README.md").read_text(encoding="utf-8")
    start, end = text.index("### Known solutions"), text.index("### Inventions")
    (folder / "README.md").write_text(text[:start] + text[end:], encoding="utf-8")
    went = trip.practice.stores.artifacts.latest("w1", "inventions", "a")

    trip.bring(folder)

    came = trip.practice.stores.artifacts.latest("came", "inventions", "a")
    assert went is not None
    assert came is not None
    stated = {i.id: i.stated_difficulty for i in came.body.inventions}  # type: ignore[union-attr]
    assert stated == {i.id: i.difficulty for i in went.body.inventions}  # type: ignore[union-attr]
