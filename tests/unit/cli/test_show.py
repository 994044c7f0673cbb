import pytest

from mlew.domain.artifact import Artifact, Provenance
from mlew.domain.violation import Violation
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import JOURNEY, Bench


@pytest.fixture
def second_version(bench: Bench) -> None:
    """The rehearsal model wrote the journey anew, with a rule that stayed broken."""
    body = JOURNEY.model_copy(update={"trigger": "a fax comes in"})
    bench.stores.artifacts.add(
        "w1",
        Artifact(
            kind="journey",
            scope="team",
            version=2,
            created_at=bench.clock.now(),
            body=body,
            provenance=Provenance(author="model:mlew.rehearsal-v1", rehearsed=True),
            warnings=(Violation(rule="feelings", where="ship", message="Say what the customer feels here."),),
        ),
    )


def test_without_a_name_it_lists_what_there_is_in_the_order_of_the_workshop(running: Terminal) -> None:
    said = running("show")

    names = [row.split()[0] for row in said.out.splitlines()[1:]]
    assert names == ["journey", "questions", "solutions", "inventions/a", "inventions/b"]


def test_an_artifact_is_shown_as_markdown(running: Terminal) -> None:
    said = running("show", "journey")

    assert said.code == 0
    assert "an order comes in" in said.out
    assert "Version 1" in said.err


@pytest.mark.usefixtures("second_version")
def test_rehearsal_and_broken_rules_are_said_beside_it(running: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    said = running("show", "journey")

    assert "rehearsal model" in said.err
    assert "! ship: Say what the customer feels here." in said.err
    assert "rehearsal, 1 to check" in running("show").out


@pytest.mark.usefixtures("second_version")
def test_an_older_version_can_be_seen_and_compared(running: Terminal) -> None:
    assert "an order comes in" in running("show", "journey", "--version", "1").out
    said = running("show", "journey", "--diff")
    assert "a fax comes in" in said.out and "an order comes in" in said.out
    data = running("show", "journey", "-v", "1", "--against", "2", "--json").data
    assert (data["from"], data["to"]) == (2, 1)


def test_a_first_version_has_nothing_to_compare_with(running: Terminal) -> None:
    assert running("show", "journey", "--diff").code == 2


def test_json_holds_body_provenance_and_markdown(running: Terminal) -> None:
    data = running("show", "inventions/a", "--json").data

    assert data["body"]["inventions"][0]["id"] == "I2"
    assert data["provenance"]["author"] == "model:test"
    assert "Invention I2" in data["markdown"]


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("yourney", 2, "journey"),
        ("inventions", 2, "inventions/a, inventions/b"),
        ("inventions/z", 2, "inventions/a"),
        ("journey/a", 2, "journey"),
        ("press-release/a", 3, "mlew show"),
    ],
)
def test_a_name_that_names_nothing_is_answered_with_those_that_do(
    running: Terminal, name: str, code: int, hint: str
) -> None:
    said = running("show", name)

    assert said.code == code
    assert hint in said.err


def test_a_version_that_is_not_there_is_not_found(running: Terminal) -> None:
    assert running("show", "journey", "--version", "9").code == 3


def test_a_workshop_without_artifacts_says_so(mlew: Terminal) -> None:
    bench = Bench()
    mlew.stores = bench.stores

    assert mlew("show").out == "No artifacts yet.\n"
