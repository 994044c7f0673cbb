"""How a verdict speaks. Japanese, English."""

from typing import TypeVar

from mlew.domain.base import Locale
from mlew.domain.iteration import CriterionSource
from mlew.domain.mock import Population
from mlew.domain.verdict import Certainty, DecisionKind, GroupState, Outcome, Reason

W = TypeVar("W")
OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "passed": ("合格", "passed"),
    "failed": ("不合格", "failed"),
    "so_far": ("{need} 人中 {of} 人まで", "{of} of {need} so far"),
    "no_data": ("データなし", "no data"),
    "unjudged": ("判断待ち", "nobody has judged"),
    "no_metric": ("この出どころでは測れない", "not measured by its source"),
}
SIGNS: dict[Outcome, str] = {
    "passed": "✓", "failed": "✗", "so_far": "…", "no_data": "–", "unjudged": "?", "no_metric": "–",
}  # fmt: skip
CERTAINTIES: dict[Certainty, tuple[str, str]] = {"sure": ("確か", "sure"), "provisional": ("暫定", "provisional")}
DECISIONS: dict[DecisionKind, tuple[str, str]] = {
    "go": ("進む", "go"),
    "pivot": ("方向を変える", "pivot"),
    "cut": ("やめる", "cut"),
}
GROUPS: dict[GroupState, tuple[str, str]] = {
    "passed": ("合格", "passed"),
    "failed": ("不合格", "failed"),
    "open": ("まだ分からない", "open"),
    "missing": ("条件がない", "no criterion"),
}
REASONS: dict[Reason, tuple[str, str]] = {
    "solved_and_decided": (
        "課題が解決し、行動も変わる。",
        "The problem is solved, and people would change what they do.",
    ),
    "solved_not_decided": (
        "課題は解決するが、行動は変わらない。より大きい、または広い問いに立ち戻る。",
        "The problem is solved, but nobody would change what they do: look for larger or wider questions.",
    ),
    "decided_not_solved": (
        "行動は変わるが、課題が解決しない。解き方か、体験の手順を作り直す。",
        "People would change what they do, but the problem is not solved: rework the solution, or the experience.",
    ),
    "neither": (
        "課題が解決せず、行動も変わらない。",
        "The problem is not solved, and nobody would change what they do.",
    ),
    "neither_contradicted": (
        "課題が解決せず、行動も変わらない。発言がジャーニーと食い違うので、顧客の話を聞き直す。",
        "The problem is not solved, and nobody would change what they do. Voices contradict the journey: listen again.",
    ),
    "open": (
        "まだ提案できない。",
        "Nothing can be proposed yet.",
    ),
}
TEXTS: dict[str, tuple[str, str]] = {
    "title": ("判定", "Verdict"),
    "criteria": ("条件ごとの結果", "Criteria"),
    "beside": ("ほかの出どころ", "Other sources"),
    "proposal": ("提案", "Proposal"),
    "changes": ("材料が届いたあとで変わった条件", "Criteria changed after evidence came in"),
    "decisions": ("人の判断", "Decisions"),
    "cautions": ("注意", "Cautions"),
    "provisional_note": (
        "少人数のテストなので、人数を増やすと結果が変わることがあります。合否は、約束した人数がそろった時点の値で判定しています。",
        "With so few testers, more of them may change a result. Pass and fail are by the value, as agreed beforehand.",
    ),
    "strict": (
        "厳格な判定: 95% 区間全体がラインを越えたときだけ合格とします。",
        "Strict rule: passed only if the whole 95% interval has crossed the line.",
    ),
    "no_data": (
        "データがない条件: {ids}。データがないことは、不合格でもゼロでもありません。",
        "No data for {ids}. No data is neither a failure nor zero.",
    ),
    "unjudged": ("まだ誰も判断していない条件: {ids}。", "Nobody has judged {ids}."),
    "no_metric": (
        "モックでは測れない条件: {ids}。観察シートかアンケートで測るか、人が判断してください。",
        "The mock does not count {ids}. Measure it by the observer's sheet or a survey, or let a person judge.",
    ),
    "contradicted": (
        "出どころによって合否が違う条件: {ids}。",
        "Sources disagree on {ids}.",
    ),
    "divided": (
        "発言は賛成と反対に分かれています。判定には数字だけを使っています。",
        "Voices are for and against. The verdict rests on the numbers alone.",
    ),
    "contradicts": (
        "発言がジャーニーの行動と食い違っています: {ids}。",
        "Voices contradict actions of the journey: {ids}.",
    ),
    "simulated": (
        "模擬のテスターの結果が含まれています。これで判断しないでください。",
        "Results of simulated testers are in it. Decide nothing by them.",
    ),
    "destroyed": (
        "モックは {at} に破棄されました。このモックのテスターはもう増えません。",
        "The mock was destroyed at {at}: it can have no more testers.",
    ),
    "destroyed_once": (
        "モックは破棄されました。このモックのテスターはもう増えません。",
        "The mock was destroyed: it can have no more testers.",
    ),
    "out_of_reach": (
        "このモックではもう確かめられない条件: {ids}。"
        "観察シートやアンケートを足すか、モックを公開し直すか、理由を添えて人が判断してください。",
        "This mock can no longer answer {ids}. "
        "Add sheets or surveys, publish the mock again, or decide by name with a reason.",
    ),
    "computed": (
        "判定は集まった材料から計算されるため、文書としては編集できません。",
        "A verdict is computed from evidence, and is not edited as a document.",
    ),
    "computed_hint": (
        "材料を加えるには mlew evidence add、判断するには mlew verdict decide を使ってください。",
        "Bring evidence (mlew evidence add), or decide (mlew verdict decide).",
    ),
    "few": (
        "人数が少ないため、結果はまだ変わりえます: {ids}。",
        "So few have tried that more of them may change the result: {ids}.",
    ),
    "too_few": ("人数不足", "too few testers"),
    "lessened": ("減った分を数えています: {ids}。", "Counted as what was saved: {ids}."),
    "unusable": (
        "使えなかった記録: {id} に {n} 件（前の値がない、または 0）。",
        "Not usable for {id}: {n} (no value before, or 0).",
    ),
    "answered": ("{id}: {of} 人中 {n} 人が回答。", "{id}: {n} of {of} answered."),
    "settled": ("–", "–"),
    "more": ("あと約 {n} 人", "about {n} more"),
    "too_many": ("増やしても区別できない", "no realistic number"),
    "none": ("何人増えても決まらない", "none would"),
    "open": ("分からない", "cannot be said"),
    "waiting": ("待っている条件: {ids}", "Waiting for: {ids}"),
    "no_criterion": ("条件がない", "no criterion"),
    "missing_group": ("{group}の条件がありません。", "There is no criterion for {group}."),
    "back_to": ("戻るフェーズ: {phases}", "Back to: {phases}"),
    "otherwise": ("または: {decision}", "Or: {decision}"),
    "unsupported": ("観察による裏づけなし", "not supported by observation"),
    "undecided": ("まだ誰も判断していません。", "Nobody has decided yet."),
    "added": ("あとから追加", "added since"),
    "removed": ("あとから削除", "taken away since"),
    "before": ("前の条件では: {outcome}", "by the old one: {outcome}"),
    "solved": ("課題解決", "Problem solved"),
    "decided": ("行動変化", "Behaviour change"),
    "pair": ("ペア: {name}", "Pair: {name}"),
    "milestone": ("マイルストーン: {name}", "Milestone: {name}"),
    "population": ("対象: {name}", "People: {name}"),
    "only_looked_at": (
        "見るためだけの表示です。このマイルストーンを判断するのは、次の人たちの材料です: {who}",
        "For a look only: this milestone is decided on the evidence of: {who}",
    ),
    "taken": ("数字の時点: {at}", "Numbers of: {at}"),
}
HEADERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "criteria": (
        ("番号", "条件", "ライン", "値", "95% 区間", "結果", "確かさ", "決まるまで"),
        ("Id", "Criterion", "Line", "Value", "95% interval", "Result", "How sure", "To settle it"),
    ),
    "beside": (("番号", "出どころ", "値", "95% 区間", "結果"), ("Id", "Source", "Value", "95% interval", "Result")),
    "changes": (("番号", "前", "今", "前の条件での結果"), ("Id", "Before", "Now", "Result by the old one")),
    "decisions": (
        ("いつ", "誰が", "判断", "戻るフェーズ", "理由", "提案", ""),
        ("When", "Who", "Decision", "Back to", "Reason", "Proposed", ""),
    ),
}
POPULATIONS: dict[Population | None, tuple[str, str]] = {
    None: ("全員", "everybody"),
    "internal": ("社内", "inside"),
    "external": ("社外", "outside"),
    "open": ("公開", "open address"),
}
SOURCES: dict[CriterionSource, tuple[str, str]] = {
    "mock": ("モック", "mock"),
    "observation": ("観察", "observation"),
    "survey": ("アンケート", "survey"),
    "business": ("事業の記録", "business records"),
}


def one_of(words: tuple[W, W], locale: Locale) -> W:
    """The one of the language."""
    return words[0 if locale == "ja" else 1]


def said(key: str, locale: Locale, **facts: object) -> str:
    """A text with its facts."""
    return TEXTS[key][0 if locale == "ja" else 1].format(**facts)
