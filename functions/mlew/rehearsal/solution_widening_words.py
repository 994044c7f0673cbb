"""How added, joined and dropped solutions are told."""

import re

from mlew.domain.base import Locale
from mlew.domain.solution import RatedSolution
from mlew.domain.solution_widening import AddedSolutionDraft
from mlew.rehearsal.language import quote, shorten

_FIGURES = re.compile(r"[0-9０-９]")


def too_hard(locale: Locale) -> str:
    """Why difficulty 10 is out."""
    if locale == "ja":
        return "難易度 10 で、このチームでは 3 か月のうちに試せる形にならない。"
    return "Difficulty 10: this team cannot bring it to a trial within three months."


def corrected_by(quoted: str, locale: Locale) -> str:
    """Why a difficulty is another one now."""
    return f"試して分かったこと：{quoted}" if locale == "ja" else f"Learnt in trying: {quoted}"


def own_reason(difficulty: int, locale: Locale) -> str:
    """How hard a way of another trade is for a team that has not done it."""
    if locale == "ja":
        if difficulty == 1:
            return "決まりごとと手元の道具だけで始められるため、数日で試せる。"
        return "記録のとり方を決めて画面を一つ用意すればよく、数週間で試せる。"
    if difficulty == 1:
        return "A rule and tools at hand are enough, so it can be tried within days."
    return "It needs a way to record and one screen, which takes a few weeks."


def joined(one: RatedSolution, two: RatedSolution, difficulty: int, locale: Locale) -> AddedSolutionDraft:
    """Two solutions as one, with nothing to hand over between them."""
    a, b = (quote(shorten(s.name, 40), locale) for s in (one, two))
    short = [shorten(s.name, 18 if locale == "ja" else 30).rstrip("…") for s in (one, two)]
    situation = _situation(one) or _situation(two)
    if locale == "ja":
        return AddedSolutionDraft(
            name=f"{short[0]}から{short[1]}までの一続き",
            origin="このワークショップで組み合わせたもの",
            other_trade=False,
            when_used=situation or f"{a}を使ったあと、続けて{b}も要るとき",
            how_solved=f"{a}が出した結果を、人が受け渡さずにそのまま{b}に使う",
            effect="間の受け渡しと書き写しがなくなる（数値は確認が必要）",
            how_done=f"{a}の結果を残す欄を、{b}が最初に見る欄とそろえる",
            joins=[one.name, two.name],
            action_ids=[],
            difficulty=difficulty,
            reason=f"{a}と{b}を別々に作るのと違い、入口と画面を一つで済ませられる。",
        )
    return AddedSolutionDraft(
        name=f"{short[0]} straight into {short[1]}",
        origin="Joined in this workshop",
        other_trade=False,
        when_used=situation or f"{b} is needed right after {a}",
        how_solved=f"What {a} finds is used by {b} at once, without anybody handing it over",
        effect="Nothing is handed over or copied in between (figures have to be looked up)",
        how_done=f"{a} leaves its result in the fields that {b} reads first",
        joins=[one.name, two.name],
        action_ids=[],
        difficulty=difficulty,
        reason="One entrance and one screen serve both, so it is easier than building the two.",
    )


def _situation(solution: RatedSolution) -> str:
    return "" if _FIGURES.search(solution.when_used) else solution.when_used
