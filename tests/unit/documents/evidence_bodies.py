"""Strategies for evidence: text as wild as people make it."""

from typing import get_args

from hypothesis import strategies as st

from mlew.domain.base import LARGEST
from mlew.domain.evidence import (
    Answered,
    BusinessFigure,
    Evidence,
    Judgement,
    Leaning,
    Observation,
    Origin,
    OriginKind,
    Reading,
    Remark,
    SceneRecord,
    SurveyResponse,
    Theme,
)
from mlew.domain.feedback_session import Population
from mlew.domain.mock import Population as MockPopulation
from tests.unit.decision.cases import MOMENT, clicks, snapshot
from tests.unit.documents.bodies import ids
from tests.unit.documents.wild import one, some, texts

values = st.one_of(st.integers(-100, 100).map(float), st.floats(-LARGEST, LARGEST))
minutes = st.none() | st.floats(0, LARGEST)
readings = st.builds(Reading, criterion=texts, value=values, before=st.none() | values)
answers = st.builds(Answered, question=texts, answer=texts)
scenes = st.builds(SceneRecord, scene=st.integers(1, 99), done=st.none() | st.booleans(), minutes=minutes, notes=texts)
_person = {
    **dict.fromkeys(("tester", "mock", "day", "notes", "source"), texts),
    "population": one(Population),
    "readings": some(readings, 2),
    "answers": some(answers, 2),
    "simulated": st.booleans(),
}
observations = st.builds(
    Observation,
    id=ids("O"),
    observer=texts,
    completed=st.none() | st.booleans(),
    minutes=minutes,
    scenes=some(scenes, 2),
    **_person,
)
responses = st.builds(SurveyResponse, id=ids("S"), **_person)
remarks = st.builds(
    Remark,
    id=ids("V"),
    text=texts,
    origin=st.builds(Origin, kind=one(OriginKind), place=texts, at=texts),
    tester=texts,
    population=st.sampled_from(get_args(MockPopulation)),
    mock=texts,
)
themes = st.builds(
    Theme, name=texts, leaning=one(Leaning), summary=texts, voices=some(ids("V"), 2), contradicts=some(ids("A"), 2)
)
bodies = st.builds(
    Evidence,
    pair=texts,
    round=st.integers(1, 9),
    snapshots=st.sampled_from([(), (snapshot(clicks(5, 4, yes=3, no=1), simulated=True, destroyed_at=MOMENT),)]),
    observations=some(observations, 2),
    responses=some(responses, 2),
    remarks=st.lists(remarks, max_size=2, unique_by=lambda r: r.id).map(tuple),
    themes=some(themes, 2),
    judgements=some(st.builds(Judgement, criterion=texts, passed=st.booleans(), by=texts, reason=texts, at=texts), 2),
    figures=some(st.builds(BusinessFigure, criterion=texts, value=values, by=texts, source=texts, at=texts), 2),
    extra=texts,
).filter(lambda e: _distinct([x.id for x in (*e.observations, *e.responses)]))


def _distinct(found: list[str]) -> bool:
    return len(set(found)) == len(found)
