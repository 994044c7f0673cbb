"""A pair's evidence in short, for prompts and the terminal: the latest numbers, what was observed, voices by theme."""

from collections.abc import Iterable, Sequence

from mlew.documents.bullets import bullets
from mlew.documents.evidence_numbers import write_numbers
from mlew.documents.figures import figure
from mlew.documents.inline import inline
from mlew.documents.page import document
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, Observation, Participation, Remark, Snapshot, Theme

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("ペア {pair} の数字と声（第 {round} 回）", "Numbers and voices of pair {pair} (round {round})"),
    "people": ("試した人ごとの記録", "Records by tester"),
    "voices": ("発言", "Voices"),
    "theme": ("テーマ: {name}（{leaning}、{count} 件）", "Theme: {name} ({leaning}, {count})"),
    "others": ("テーマに入らない発言", "Voices of no theme"),
    "contradicts": ("食い違う行動: {ids}", "Contradicts actions: {ids}"),
    "chosen": (
        "発言は全部で {all} 件。ここにはそのうち {shown} 件を、どの人の発言も最低 1 件入るように順に選んで載せた。"
        "ここにない発言があることを前提に読む。",
        "There are {all} voices. {shown} of them stand here, chosen in turn so that everybody is heard once before "
        "anybody is heard twice. Keep in mind that others exist.",
    ),
    "records": ("記録は全部で {all} 件、ここには {shown} 件を載せた。", "{shown} of {all} records stand here."),
    "judgements": ("人の判断と事業の数字", "Judgements and business figures"),
    "completed": ("最後までできた", "reached the result"),
    "failed": ("最後までできなかった", "did not reach the result"),
    "minutes": ("{minutes} 分", "{minutes} min"),
    "before": ("前は {value}", "before {value}"),
    "passed": ("合格", "passed"),
    "not_passed": ("不合格", "not passed"),
    "simulated": ("模擬", "simulated"),
}
_POPULATIONS = {"internal": ("社内", "inside"), "external": ("社外", "outside"), "open": ("公開", "open address")}
_LEANINGS = {
    "for": ("賛成", "for"),
    "against": ("反対", "against"),
    "mixed": ("分かれている", "mixed"),
    "neither": ("どちらでもない", "neither"),
}
_MOST_NOTES = 400


def brief(evidence: Evidence, locale: Locale, *, voices: int, records: int) -> str:
    """Markdown. `voices`, `records`: how many there are in all; where `evidence` holds fewer, it says so."""
    people: list[Participation] = [*evidence.observations, *evidence.responses]
    return document(
        f"## {_said('title', locale, pair=evidence.pair, round=evidence.round)}",
        *(write_numbers(snapshot, locale) for snapshot in _latest(evidence)),
        _part("people", bullets(_record(one, locale) for one in people), locale),
        _said("records", locale, all=records, shown=len(people)) if len(people) < records else "",
        _part("judgements", bullets(_judged(evidence, locale)), locale),
        _part("voices", _voices(evidence, voices, locale), locale),
        *_themes(evidence, locale),
    )


def _latest(evidence: Evidence) -> list[Snapshot]:
    mocks = dict.fromkeys(snapshot.summary.mock for snapshot in evidence.snapshots)
    return [found for mock in mocks if (found := evidence.snapshot_of(mock)) is not None]


def _record(one: Participation, locale: Locale) -> str:
    facts = [_one(_POPULATIONS[one.population], locale)]
    if one.simulated:
        facts.append(_said("simulated", locale))
    if isinstance(one, Observation):
        if one.completed is not None:
            facts.append(_said("completed" if one.completed else "failed", locale))
        if one.minutes is not None:
            facts.append(_said("minutes", locale, minutes=figure(one.minutes)))
    for reading in one.readings:
        before = "" if reading.before is None else f" ({_said('before', locale, value=figure(reading.before))})"
        facts.append(f"{reading.criterion} = {figure(reading.value)}{before}")
    facts += [f"{answer.question} → {_short(answer.answer)}" for answer in one.answers]
    if one.notes:
        facts.append(_short(one.notes))
    return f"{one.id} {one.tester}: {'; '.join(facts)}"


def _judged(evidence: Evidence, locale: Locale) -> Iterable[str]:
    for one in evidence.judgements:
        yield f"{one.criterion}: {_said('passed' if one.passed else 'not_passed', locale)} ({one.by}) {one.reason}"
    for figure_ in evidence.figures:
        yield f"{figure_.criterion} = {figure(figure_.value)} ({figure_.by}) {figure_.source}"


def _voices(evidence: Evidence, all_: int, locale: Locale) -> str:
    """All that are shown, or below their themes; what was left out is said here."""
    shown = len(evidence.remarks)
    chosen = _said("chosen", locale, all=all_, shown=shown) if shown < all_ else ""
    listed = "" if evidence.themes else bullets(_voice(remark, locale) for remark in evidence.remarks)
    return "\n\n".join(filter(None, [chosen, listed]))


def _themes(evidence: Evidence, locale: Locale) -> Iterable[str]:
    if not evidence.themes:
        return
    for theme in evidence.themes:
        yield _theme(theme, [remark for remark in evidence.remarks if remark.id in theme.voices], locale)
    grouped = {voice for theme in evidence.themes for voice in theme.voices}
    others = [remark for remark in evidence.remarks if remark.id not in grouped]
    yield _part("others", bullets(_voice(remark, locale) for remark in others), locale)


def _theme(theme: Theme, voices: Sequence[Remark], locale: Locale) -> str:
    leaning = _one(_LEANINGS[theme.leaning], locale)
    title = _said("theme", locale, name=inline(theme.name), leaning=leaning, count=len(theme.voices))
    contradicts = _said("contradicts", locale, ids=", ".join(theme.contradicts)) if theme.contradicts else ""
    return "\n\n".join(
        filter(
            None,
            [f"### {title}", inline(theme.summary), contradicts, bullets(_voice(remark, locale) for remark in voices)],
        )
    )


def _voice(remark: Remark, locale: Locale) -> str:
    who = ", ".join(filter(None, [_one(_POPULATIONS[remark.population], locale), remark.tester]))
    return f"{remark.id} ({who}): {remark.text}"


def _part(key: str, text: str, locale: Locale) -> str:
    return f"### {_said(key, locale)}\n\n{text}" if text else ""


def _short(text: str) -> str:
    return text if len(text) <= _MOST_NOTES else f"{text[: _MOST_NOTES - 1]}…"


def _said(key: str, locale: Locale, **facts: object) -> str:
    return _one(_WORDS[key], locale).format(**facts)


def _one(words: tuple[str, str], locale: Locale) -> str:
    return words[0 if locale == "ja" else 1]
