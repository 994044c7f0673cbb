"""Workshops that leave as folders and come back: nothing is lost, and they go on where the team stopped."""

from mlew.domain.artifact import TEAM
from mlew.domain.inputs import Picture
from mlew.domain.solution import SolutionList
from mlew.inputs import read_folder
from tests.integration.practice.exchanging import Trip, without


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
