"""What the templates ask about a report, in its language and time zone."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from mlew.decision.picture_scale import marks
from mlew.decision.report.content import MOST_VOICES, MockVerdict, VerdictReport
from mlew.decision.report.words import Words
from mlew.documents.criteria import line_text
from mlew.documents.figures import figure
from mlew.documents.milestones import NAMES
from mlew.documents.verdict import interval_text, old_outcome, outcome_text, reason_text, value_text
from mlew.documents.verdict_cautions import cautions
from mlew.documents.verdict_words import (
    CERTAINTIES,
    DECISIONS,
    POPULATIONS,
    SIGNS,
    SOURCES,
    one_of,
    said,
)
from mlew.domain.evidence import Remark, Theme
from mlew.domain.iteration import SPONSOR_GROUPS, Criterion, CriterionGroup, CriterionSource
from mlew.domain.verdict import (
    Beside,
    Certainty,
    CriterionChange,
    DecisionKind,
    Measure,
    Outcome,
    Proposal,
    Result,
    Verdict,
    deciding_population,
)
from mlew.domain.workshop import Phase, phase_name


class View:
    """One report."""

    def __init__(self, report: VerdictReport, said_here: Words) -> None:
        self._report, self._locale, self._words = report, report.locale, said_here
        self._zone = ZoneInfo(report.zone)

    def round(self) -> str:
        """Whose mocks."""
        number = self._report.round
        return self._words["round_practice"] if number == 1 else self._words["round_later"].format(number=number - 1)

    def people(self) -> str:
        """Whose evidence counts; several where mocks are judged for different milestones."""
        asked = dict.fromkeys(mock.verdict.population for mock in self._report.mocks) or (self._report.population,)
        return self.listed([one_of(POPULATIONS[one], self._locale) for one in asked])

    def milestone(self, verdict: Verdict) -> str:
        """That the mock is judged for, and by whom unless it is everybody, as it is for ①."""
        name = NAMES(verdict.milestone, self._locale)
        everybody = verdict.population == deciding_population(verdict.milestone) is None
        return name if everybody else f"{name} · {one_of(POPULATIONS[verdict.population], self._locale)}"

    def simulated(self) -> bool:
        """Any of the numbers."""
        return any(mock.verdict.simulated for mock in self._report.mocks)

    def listed(self, names: Sequence[str]) -> str:
        """As the language lists."""
        return ("、" if self._locale == "ja" else ", ").join(names)

    def time(self, at: datetime) -> str:
        """To the minute, in the workshop's time zone."""
        return f"{at.astimezone(self._zone):%Y-%m-%d %H:%M}"

    def title(self, mock: MockVerdict) -> str:
        """The mock's; without a mock the pair's."""
        return mock.verdict.title or mock.pair_name or mock.verdict.pair

    def nothing(self, mock: MockVerdict) -> bool:
        """No numbers were taken, nobody judged, observed, answered or said anything."""
        silent = all(r.outcome in ("no_data", "unjudged", "no_metric") and not r.beside for r in mock.verdict.results)
        return silent and mock.verdict.evidence_at is None and not mock.voices

    def groups(self, verdict: Verdict) -> Sequence[CriterionGroup]:
        """Both of milestone 1, and whatever else has criteria."""
        return tuple(dict.fromkeys([*SPONSOR_GROUPS, *(r.criterion.group for r in verdict.results)]))

    def of_group(self, verdict: Verdict, group: CriterionGroup) -> Sequence[Result]:
        """In the order in which they were set."""
        return [result for result in verdict.results if result.criterion.group == group]

    def group(self, group: CriterionGroup) -> str:
        """Its name."""
        return said({"problem_solved": "solved", "behaviour_change": "decided"}.get(group, group), self._locale)

    def sign(self, outcome: Outcome) -> str:
        """To tell outcomes apart without colour."""
        return SIGNS[outcome]

    def has_value(self, result: Result) -> bool:
        """Somebody told it."""
        return result.measure is not None and result.measure.value is not None

    def has_interval(self, result: Result) -> bool:
        """Both ends are known."""
        return result.measure is not None and result.measure.low is not None

    def end(self, result: Result, side: str) -> str:
        """Number at an end of the picture."""
        found = marks(result)
        unit = "%" if result.measure and result.measure.basis == "share" and side == "end" else ""
        return figure(round(getattr(found, side), 1)) + unit

    def line(self, criterion: Criterion) -> str:
        """What must be crossed."""
        return line_text(criterion, self._locale)

    def measured_how(self, criterion: Criterion) -> str:
        """Line, source, sample; a person's judgement has none of them."""
        if criterion.comparator == "judged":
            return self.line(criterion)
        return f"{self.line(criterion)} · {self.source(criterion.source)} · n ≥ {criterion.minimum_sample}"

    def shows_certainty(self, result: Result) -> bool:
        """Only of what has been decided: three of five testers are not "sure" of anything."""
        return result.certainty is not None and result.outcome in ("passed", "failed")

    def value(self, result: Result) -> str:
        """With its sample."""
        return value_text(result.measure, result.criterion)

    def measured(self, measure: Measure, criterion: Criterion) -> str:
        """By another source."""
        return value_text(measure, criterion)

    def interval(self, result: Result) -> str:
        """Of 95 %."""
        return interval_text(result.measure)

    def outcome(self, result: Result) -> str:
        """In words."""
        return outcome_text(result.outcome, result.measure, result.criterion, self._locale)

    def beside_outcome(self, beside: Beside, criterion: Criterion) -> str:
        """By another source."""
        return outcome_text(beside.outcome, beside.measure, criterion, self._locale)

    def old_outcome(self, change: CriterionChange) -> str:
        """By the criterion as it was."""
        return old_outcome(change, self._locale)

    def source(self, source: CriterionSource) -> str:
        """Where a value comes from."""
        return one_of(SOURCES[source], self._locale)

    def certainty(self, certainty: Certainty) -> str:
        """How sure."""
        return one_of(CERTAINTIES[certainty], self._locale)

    def settling(self, result: Result) -> str:
        """What would make it sure; "" if it is."""
        found = result.settling
        if found is None or found.outlook == "settled":
            return ""
        return self._words[f"settle_{found.outlook}"].format(n=found.testers)

    def decision(self, decision: DecisionKind) -> str:
        """In words."""
        return one_of(DECISIONS[decision], self._locale)

    def phases(self, phases: Sequence[Phase]) -> str:
        """Any of them."""
        return " / ".join(phase_name(phase, self._locale) for phase in phases)

    def reason(self, proposal: Proposal) -> str:
        """Why the rule proposes it."""
        return reason_text(proposal, self._locale)

    def text(self, key: str) -> str:
        """A text of all verdicts."""
        return said(key, self._locale)

    def cautions(self, verdict: Verdict) -> Sequence[str]:
        """The gravest first."""
        at = verdict.destroyed_at.astimezone(self._zone) if verdict.destroyed_at else None
        return cautions(verdict.model_copy(update={"destroyed_at": at}), self._locale)

    def voices(self, mock: MockVerdict, theme: Theme) -> Sequence[Remark]:
        """Some of a theme, in the speakers' own words."""
        return [mock.voices[one] for one in theme.voices if one in mock.voices][:MOST_VOICES]
