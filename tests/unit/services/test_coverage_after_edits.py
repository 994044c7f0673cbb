"""Coverage of the list of solutions follows what people write."""

from mlew.domain.solution import RatedSolution, SolutionList
from mlew.services.editing import Editing
from tests.unit.services.workbench import JOURNEY, SOLUTIONS, Bench


def _edited(bench: Bench, *solutions: RatedSolution) -> SolutionList:
    bench.put("journey", JOURNEY)
    before = bench.put("solutions", SOLUTIONS)
    body = SolutionList(solutions=solutions, untouched=("A9",))
    saved = Editing(bench.stores, bench.clock).save(
        bench.workshop, "solutions", "team", body, by="Dev A", based_on_version=before.version
    )
    assert isinstance(saved.body, SolutionList)
    return saved.body


def test_actions_that_no_usable_solution_reaches_are_found_anew() -> None:
    ocr = RatedSolution(name="OCR", difficulty=3, reaches=("A1", "A2"))
    robot = RatedSolution(name="Robot", difficulty=10, reaches=("A3",), dropped="too hard")
    assert _edited(Bench(), ocr, robot).untouched == ("A3", "A4")


def test_nothing_is_claimed_where_nobody_said_what_reaches_what() -> None:
    body = _edited(Bench(), RatedSolution(name="OCR", difficulty=3))
    assert body.untouched == ()
