"""Workshops that leave as folders and come back: nothing is lost, and they go on where the team stopped."""

import pytest

from mlew.documents import render
from mlew.domain.artifact import TEAM
from mlew.domain.journey import Journey
from mlew.domain.press_release import PressRelease
from mlew.domain.workshop import PHASES_OF
from mlew.errors import InputError
from tests.integration.practice.exchanging import Trip, edit, received_from


def headline(trip: Trip, workshop: str, pair: str) -> str:
    latest = trip.practice.stores.artifacts.latest(workshop, "press_release", pair)
    assert latest is not None
    assert isinstance(latest.body, PressRelease)
    return latest.body.message.headline


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
