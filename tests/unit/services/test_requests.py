from mlew.services.requests import correction_texts, requests_for
from mlew.services.work import Work
from tests.unit.services.workbench import JOURNEY, Bench
from usecases.definition import load


def asked(work: Work, bench: Bench, round_: int) -> dict[str, str]:
    return requests_for(work, bench.workshop, "listen", round_, step="listen", kind="journey", scope="team")


def test_the_first_round_asks_for_nothing() -> None:
    bench = Bench()
    assert asked(bench.work, bench, 1) == {}


def test_comment_corrections_and_the_last_result_reach_the_next_round() -> None:
    bench = Bench()
    bench.put("journey", JOURNEY)
    bench.gate("listen")
    correction = load("listen").en.corrections[0]
    bench.gates.ask_again(bench.workshop, "listen", by="Dev A", comment="it takes a day", corrections=(correction.id,))

    inputs = asked(bench.work, bench, 2)

    assert inputs["requests"] == f"- {correction.text}\n- it takes a day"
    assert "read the fax" in inputs["previous"]


def test_an_approved_round_asks_for_nothing() -> None:
    bench = Bench()
    bench.put("journey", JOURNEY)
    bench.gate("listen")
    bench.gates.approve(bench.workshop, "listen", by="Dev A")
    assert asked(bench.work, bench, 2) == {}


def test_corrections_of_another_step_are_passed_over() -> None:
    assert correction_texts("difficulty", ("no-such-correction",), "ja") == []
