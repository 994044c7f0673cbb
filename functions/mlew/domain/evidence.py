"""What a pair brings to the improvement edition: numbers, sheets, answers and voices (METHOD, Between the editions).

Nothing observed is None, never 0: a tester who did not get to a scene did not fail in it.
"""

from datetime import datetime
from typing import Literal

from pydantic import Field

from mlew.domain.base import LARGEST, Line, Model
from mlew.domain.feedback_session import Population
from mlew.domain.figures import Figures, Summary
from mlew.domain.iteration import Milestone
from mlew.domain.mock import Population as MockPopulation

OriginKind = Literal["comment", "observation", "survey", "interview", "note"]
Leaning = Literal["for", "against", "mixed", "neither"]


class Snapshot(Model):
    """Numbers of a mock with all that is needed to ask for them again: period and populations are in the summary.

    `population`: the filter of the summary's total, None = everybody. `taken_at`: the moment. `simulated`: counted
    on the embedded AWS, or clicked by simulated testers. `destroyed_at`: the mock is gone, no more can come.
    """

    summary: Summary
    population: MockPopulation | None = None
    round: int = 1
    site_version: Line = ""
    taken_at: datetime
    rehearsed: bool = False
    simulated: bool = False
    destroyed_at: datetime | None = None

    def figures(self, population: MockPopulation | None) -> Figures | None:
        """Of one population; None if nobody of it came, or if the snapshot was taken of another one."""
        if population is None or population == self.population:
            return self.summary.total
        return next((p.figures for p in self.summary.populations if p.population == population), None)


class Reading(Model):
    """What one tester gave for one criterion, in its unit; yes is 1, no is 0. `before`: without the mock."""

    criterion: Line
    value: float = Field(ge=-LARGEST, le=LARGEST)
    before: float | None = Field(default=None, ge=-LARGEST, le=LARGEST)


class Answered(Model):
    """A question with what one tester answered, in words."""

    question: Line
    answer: Line


class SceneRecord(Model):
    """How one scene of the script went; `scene` counts from 1."""

    scene: int
    done: bool | None = None
    minutes: float | None = Field(default=None, ge=0, le=LARGEST)
    notes: Line = ""


class Participation(Model):
    """One tester's part. `mock`: its id, "" if the pair has one only; `source`: file and line it was read from."""

    id: str
    tester: Line
    population: Population = "internal"
    mock: Line = ""
    day: Line = ""
    readings: tuple[Reading, ...] = ()
    answers: tuple[Answered, ...] = ()
    notes: Line = ""
    source: Line = ""
    simulated: bool = False


class Observation(Participation):
    """An observer's sheet of one tester ("O1"). `completed`: did they reach the result; `minutes`: all scenes."""

    observer: Line = ""
    completed: bool | None = None
    minutes: float | None = Field(default=None, ge=0, le=LARGEST)
    scenes: tuple[SceneRecord, ...] = ()


class SurveyResponse(Participation):
    """A filled-in survey ("S1")."""


class Origin(Model):
    """Where a voice can be read in full. `place`: an observation's or response's id, a session and event of a mock,
    or a file and line.
    """

    kind: OriginKind
    place: Line
    at: Line = ""


class Remark(Model):
    """A voice: what one person said or wrote, word by word ("V1"). `tester`: "" if nobody knows."""

    id: str
    text: Line
    origin: Origin
    tester: Line = ""
    population: MockPopulation = "internal"
    mock: Line = ""


class Theme(Model):
    """Voices that speak of the same. `voices`: ids of remarks; `contradicts`: ids of actions of the journey that
    happen otherwise by what was said.
    """

    name: Line
    leaning: Leaning = "neither"
    summary: Line = ""
    voices: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()


class Judgement(Model):
    """A named person's word on a qualitative criterion; a later one replaces it."""

    criterion: Line
    passed: bool
    by: Line
    reason: Line = ""
    at: Line = ""


class BusinessFigure(Model):
    """A number from the business's records, in the criterion's unit; a later one replaces it."""

    criterion: Line
    value: float = Field(ge=-LARGEST, le=LARGEST)
    by: Line
    source: Line = ""
    at: Line = ""


class Evidence(Model):
    """All that a pair has of one round.

    `since`, `milestones`: the moment of the first of it, and the criteria as they stood then; a later change is shown.
    """

    pair: str
    round: int = 1
    snapshots: tuple[Snapshot, ...] = ()
    observations: tuple[Observation, ...] = ()
    responses: tuple[SurveyResponse, ...] = ()
    remarks: tuple[Remark, ...] = ()
    themes: tuple[Theme, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    figures: tuple[BusinessFigure, ...] = ()
    since: datetime | None = None
    milestones: tuple[Milestone, ...] = ()
    extra: str = ""

    @property
    def empty(self) -> bool:
        """Nobody has brought anything; a snapshot in which nobody came is something."""
        return not (
            self.snapshots or self.observations or self.responses or self.remarks or self.judgements or self.figures
        )

    def snapshot_of(self, mock: str) -> Snapshot | None:
        """The latest of a mock; without an id that of the only one."""
        mocks = {snapshot.summary.mock for snapshot in self.snapshots}
        wanted = mock or (mocks.pop() if len(mocks) == 1 else "")
        found = [snapshot for snapshot in self.snapshots if snapshot.summary.mock == wanted]
        return max(found, key=lambda snapshot: snapshot.taken_at, default=None)

    def voices_of(self, place: str) -> tuple[Remark, ...]:
        """Remarks that come from an observation, a response or another place."""
        return tuple(remark for remark in self.remarks if remark.origin.place == place)
