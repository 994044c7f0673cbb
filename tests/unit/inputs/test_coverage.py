"""Coverage: which behaviours the known solutions touch."""

from mlew.domain.customer import CustomerSheet
from mlew.domain.solution import Solution
from mlew.inputs.coverage import coverage


def touched(behaviour: str, *solutions: Solution) -> tuple[str, ...]:
    return coverage([CustomerSheet(behaviour=(behaviour,))], solutions)[0].solutions


FORECAST = Solution(name="来店予測", when_used="発注の前", how_solved="天気から食数を予測する")
WEIGHING = Solution(name="残食の計量", when_used="片付けのとき", how_solved="捨てた料理の重さを量る")
LOCKER = Solution(name="Night lockers", when_used="when depots are closed", how_solved="a code opens the compound")
CLIPS = Solution(name="Short clips", when_used="first time with a machine", how_solved="shows three steps")


def test_a_solution_that_shares_words_touches_the_behaviour() -> None:
    assert touched("勘で食数を決めて発注する", FORECAST, WEIGHING) == ("来店予測",)
    assert touched("残った料理を捨てる", FORECAST, WEIGHING) == ("残食の計量",)


def test_english_words_are_compared_by_their_stems() -> None:
    assert touched("Drives to the depot before it opens", LOCKER, CLIPS) == ("Night lockers",)
    assert touched("Watches videos about machines", LOCKER, CLIPS) == ("Short clips",)


def test_a_behaviour_that_nothing_touches_has_an_empty_row() -> None:
    assert touched("夜に表計算へ打ち込む", FORECAST, WEIGHING) == ()


def test_words_that_most_solutions_use_say_nothing() -> None:
    solutions = [Solution(name=f"s{n}", when_used="machines on site", how_solved="helps") for n in range(6)]
    assert touched("Waits for machines", *solutions) == ()


def test_time_and_small_words_do_not_count() -> None:
    solution = Solution(name="x", when_used="every week when the hours are long", how_solved="毎日の作業で使う")
    assert touched("Does this every week for three hours", solution) == ()
    assert touched("毎日、見て決める", solution) == ()


def test_each_behaviour_has_one_row_in_order() -> None:
    sheets = [CustomerSheet(behaviour=("a", "b")), CustomerSheet(behaviour=("b", "c"))]
    assert [row.action for row in coverage(sheets, ())] == ["a", "b", "c"]
