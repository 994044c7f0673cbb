"""One sheet with every kind of place."""

from mlew.domain.iteration import Criterion, Iteration, Milestone, Scene, TestScript
from mlew.domain.observer_sheet import ObserverSheet, observer_sheet


def _criterion(identifier: str, kind: str, statement: str, source: str = "observation", unit: str = "") -> Criterion:
    return Criterion.model_validate(
        {
            "id": identifier,
            "group": "problem_solved",
            "statement": statement,
            "kind": kind,
            "source": source,
            "comparator": "judged" if kind == "qualitative" else "at_least",
            "threshold": 1,
            "unit": unit,
        }
    )


ITERATION = Iteration(
    pair="p1",
    milestones=(
        Milestone(
            name="sponsor",
            criteria=(
                _criterion("C1", "rate", "80 %: reach the result, without help"),
                _criterion("C2", "mean", "Satisfaction", "survey", "points"),
                _criterion("C3", "change", "Time saved", unit="min"),
                _criterion("C4", "qualitative", "They do it otherwise"),
                _criterion("C5", "rate", "Clicks", "mock"),
                _criterion("C12", "count", "Times they got lost", unit="times"),
            ),
        ),
    ),
    script=TestScript(
        purpose="See whether a forecast on the desk saves waiting",
        scenes=(
            Scene(words="It is raining", task="Find out when it stops", watch=("Where do they look?", "How long?")),
            Scene(words="You leave now", task="Choose an umbrella", target="An umbrella is reserved"),
        ),
        sheet=("Where did they stop?",),
        interview=("What was missing?", "Would you use it tomorrow?"),
        rule="A scene is done without help",
    ),
)
SHEET: ObserverSheet = observer_sheet(ITERATION, mock="a" * 16, title="Umbrella <&> 傘")
