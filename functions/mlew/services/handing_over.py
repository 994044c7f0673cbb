"""What development begins with: a spec folder for each pair that goes on, without personal data."""

from typing import NamedTuple, TypeVar

from mlew.documents import render
from mlew.documents.hand_over import hand_over
from mlew.documents.hand_over_source import HandOver
from mlew.documents.verdict import render as render_verdict
from mlew.domain.artifact import TEAM, Artifact, ArtifactKind, Body
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence
from mlew.domain.invention import InventionSet
from mlew.domain.iteration import Iteration
from mlew.domain.journey import Journey
from mlew.domain.personal_data import Masking
from mlew.domain.plan import Plan
from mlew.domain.press_release import PressRelease
from mlew.domain.question import QuestionSet
from mlew.domain.verdict import DecisionKind, Verdict
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.services.decided import counting, judged_of, of_last_round
from mlew.services.evidence.masking import masking_for
from mlew.services.evidence.reading import all_brought, evidence_of
from mlew.services.without_names import without_names
from mlew.services.work import Stores

B = TypeVar("B", bound=Body)
_RECORDS: dict[str, tuple[str, str]] = {
    "evidence.md": ("試した人の数字と声", "Numbers and voices of those who tried it"),
    "verdict.md": ("判定と判断の記録", "Verdict and decisions"),
    "press-release.md": ("プレスリリース", "Press release"),
    "milestones.md": ("マイルストンと基準", "Milestones and criteria"),
}
_DECIDER: dict[Locale, str] = {"ja": "判断した人", "en": "the person who decided"}
_NOT_MADE: dict[Locale, str] = {"ja": "まだありません。", "en": "There is none yet."}


class Standing(NamedTuple):
    """A pair, and the decision on it that counts; None: nobody has decided."""

    pair: str
    decision: DecisionKind | None


def standings(stores: Stores, workshop: Workshop) -> tuple[Standing, ...]:
    """Of the pairs that go on, then of those that were cut or merged."""
    pairs = (*workshop.pairs, *workshop.past_pairs)
    found = ((pair.id, decided_verdict(stores, workshop, pair.id)) for pair in pairs)
    return tuple(Standing(pair, one.decision.decision if one and one.decision else None) for pair, one in found)


def decided_verdict(stores: Stores, workshop: Workshop, pair: str) -> Verdict | None:
    """Of the last round in which somebody decided on any of the pair's mocks; one that goes on before others."""
    decided = [one for one in judged_of(stores, workshop, pair) if one.decision]
    return counting(of_last_round(decided))


def hand_over_files(stores: Stores, workshop: Workshop, locale: Locale, *, pair: str | None = None) -> dict[str, str]:
    """Path → Markdown for each pair decided "go" (only `pair`, if named); empty if there is none.

    Raises NotFound for a pair that does not go on in this workshop.
    """
    known = [one.id for one in workshop.pairs]
    if pair is not None and pair not in known:
        raise NotFound.told("pair.none-going-on", workshop=workshop.id, pair=pair, known=", ".join(known))
    masking = _masking(stores, workshop)
    sources = {
        one: source
        for one in ([pair] if pair else known)
        if (source := _source(stores, workshop, one, locale, masking)) is not None
    }
    files = hand_over(list(sources.values()), locale)
    folders = dict.fromkeys(path.rsplit("/", 1)[0] for path in files)
    for folder, (one, source) in zip(folders, sources.items(), strict=True):
        for name, text in _records(stores, workshop, one, source, locale, masking=masking).items():
            files[f"{folder}/records/{name}"] = text
    return files


def _source(stores: Stores, workshop: Workshop, pair: str, locale: Locale, masking: Masking) -> HandOver | None:
    """All that belongs to a pair that goes on; None for another, and before Refine and Test/Iterate."""
    verdict = decided_verdict(stores, workshop, pair)
    release = stores.artifacts.latest(workshop.id, "press_release", pair)
    iteration = stores.artifacts.latest(workshop.id, "iteration", pair)
    goes_on = verdict is not None and verdict.decision is not None and verdict.decision.decision == "go"
    if verdict is None or not goes_on or release is None or iteration is None:
        return None
    language = 0 if locale == "ja" else 1

    def current(kind: ArtifactKind, body: type[B], scope: str = pair) -> B | None:
        found = stores.artifacts.latest(workshop.id, kind, scope)
        return without_names(found.body, masking) if found and isinstance(found.body, body) else None

    told, tested = current("press_release", PressRelease), current("iteration", Iteration)
    if told is None or tested is None:
        return None
    return HandOver(
        release=told,
        iteration=tested,
        verdict=_without_deciders(without_names(verdict, masking), locale),
        inventions=current("inventions", InventionSet),
        questions=current("questions", QuestionSet, TEAM),
        journey=current("journey", Journey, TEAM),
        plan=current("plan", Plan, TEAM),
        links={names[language]: f"records/{file}" for file, names in _RECORDS.items()},
        rehearsed=_rehearsed(release, iteration),
    )


def _records(
    stores: Stores, workshop: Workshop, pair: str, source: HandOver, locale: Locale, *, masking: Masking
) -> dict[str, str]:
    evidence = evidence_of(stores, workshop, pair, source.verdict.round)
    shown = _NOT_MADE[locale] if evidence.empty else render(without_names(_without_files(evidence), masking), locale)
    release = source.release.model_copy(update={"authors": {}})
    return {
        "evidence.md": _ended(shown),
        "verdict.md": _ended(render_verdict(source.verdict, locale)),
        "press-release.md": _ended(render(release, locale)),
        "milestones.md": _ended(render(source.iteration, locale)),
    }


def _masking(stores: Stores, workshop: Workshop) -> Masking:
    """Knows the team, and everybody who is named in what any pair has brought, in any round."""
    return masking_for(stores, workshop, all_brought(stores, workshop))


def _without_files(evidence: Evidence) -> Evidence:
    """Files are named by people, often after whom they talked to: kind and id of a voice are enough here."""
    remarks = (
        one.model_copy(update={"origin": one.origin.model_copy(update={"place": ""})})
        if one.origin.kind in ("interview", "note")
        else one
        for one in evidence.remarks
    )
    return evidence.model_copy(
        update={
            "remarks": tuple(remarks),
            "observations": tuple(one.model_copy(update={"source": ""}) for one in evidence.observations),
            "responses": tuple(one.model_copy(update={"source": ""}) for one in evidence.responses),
        }
    )


def _without_deciders(verdict: Verdict, locale: Locale) -> Verdict:
    """Who decided is known to the workshop; development needs what and why."""
    decisions = tuple(one.model_copy(update={"by": _DECIDER[locale], "arn": ""}) for one in verdict.decisions)
    return verdict.model_copy(update={"decisions": decisions})


def _rehearsed(*artifacts: Artifact) -> bool:
    return any(artifact.provenance.rehearsed for artifact in artifacts)


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n"
