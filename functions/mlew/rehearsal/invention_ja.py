"""How an invention is told in Japanese."""

import re
from typing import TYPE_CHECKING

from mlew.domain.invention import InventionDraft
from mlew.domain.solution import RatedSolution
from mlew.rehearsal.activity import activity_of
from mlew.rehearsal.amounts import about, write_minutes, write_money
from mlew.rehearsal.language import quote, sentence, shorten

if TYPE_CHECKING:
    from mlew.rehearsal.inventions import Idea

_NOUNS = re.compile(r"[一-龥々ァ-ヴーA-Za-z]{2,}")
_WEAK = re.compile(r"の[一-龥]?[ぁ-ん]*$")
_LOOSE = re.compile(r"[るいた][一-龥]$|[をにがはへで、]|^[ぁ-ん]{1,2}$")
_NAMES = {
    "family": ("{t}よろず便", "{t}みまもり", "ほっと{t}", "よりそい{t}"),
    "consultant": ("{t}ナビ", "{t}見える帳", "{t}の目利き", "{t}しらべ"),
    "child": ("ぱっと{t}", "ひとこと{t}", "まるごと{t}", "{t}ボタン"),
    "innovator": ("先回り{t}", "{t}おまかせ", "ひとりでに{t}", "{t}ゼロタッチ"),
}


def written(idea: "Idea") -> InventionDraft:
    """The invention as people read it."""
    names = idea.chance.order("name", _NAMES[idea.view])
    one, two = (*idea.solutions, *idea.solutions)[:2] if idea.solutions else (None, None)
    return InventionDraft(
        name=names[idea.number % len(names)].format(t=_topic(idea)),
        when_used=_when(idea),
        how_solved=_how(idea, one, two),
        effect=_effect(idea),
        how_done=_done(idea),
        question_ids=[idea.question.id],
        solution_names=[s.name for s in idea.solutions],
        pattern="agent" if idea.second else "personalise",
        data_loop=f"渡された内容と、示した案がそのまま使われたか直されたかが残る。"
        f"使うほど案がその人のやり方に合い、次からは直すところが減って、{idea.activity.words.relief}状態に近づく。",
        resolution_percent=float(idea.resolution),
    )


def _topic(idea: "Idea") -> str:
    topics = [idea.first.topic, idea.second.topic if idea.second else "", *reversed(_NOUNS.findall(idea.first.text))]
    topics = [t.split("の")[0] if _WEAK.search(t) else t for t in topics]
    short = [re.sub(r"^.*(?:の|ない|れる|[いるた])(?=[一-龥々ァ-ヴーA-Za-z]{2})", "", t)[:10] for t in topics]
    return next((t for t in short if _NOUNS.fullmatch(t) or (len(t) > 1 and not _LOOSE.search(t))), "手間")


def _when(idea: "Idea") -> str:
    known = not idea.stage or idea.stage in idea.first.situation
    place = "" if known else f"「{shorten(idea.stage, 30)}」の段階で、"
    moment = (
        f"{idea.first.situation}とき" if idea.second is None else f"{idea.first.do}ところから{idea.second.do}ところまで"
    )
    return f"{place}{moment}に使う。"


def _how(idea: "Idea", one: RatedSolution | None, two: RatedSolution | None) -> str:
    words = idea.activity.words
    opening = {
        "family": f"「{words.feelings[0]}」と感じてきた場面で、顧客は{words.input}を渡すだけでよい。",
        "consultant": f"いちばん時間のかかっていた所に絞り、顧客は{words.input}を渡す。",
        "child": f"画面は一つだけ。顧客は{words.input}を渡し、あとは「はい」か「直す」を選ぶ。",
        "innovator": f"顧客が始める前に、{words.input}を手がかりに案ができあがっている。",
    }[idea.view]
    carried_on = f"{_role(two)}ことで、{idea.second.brief}ところまでつなぐ" if idea.second else _role(two)
    parts = f"まず{_known(one)}が、{idea.first.brief}下ごしらえをする。" if one else ""
    parts += f"つづいて{_known(two)}が、{carried_on}。" if two else ""
    third = "".join(f"さらに{_known(s)}が、{_role(s)}。" for s in idea.solutions[2:3])
    joined = "三つが合わさって" if third else "二つが合わさって"
    if idea.second:
        result = f"{joined}、{idea.first.do}のと{idea.second.do}のが一度で終わる。"
    else:
        gone = f"ようになり、もう{idea.first.not_needed}" if idea.first.without in idea.question.text else "ようになる"
        result = f"{joined}、{words.relief}{gone}。"
    return opening + parts + third + result


def _role(solution: RatedSolution | None) -> str:
    """What it does, by the kind of activity that it was made for."""
    made_for = solution.how_solved or solution.name if solution else ""
    return activity_of(made_for, "ja").words.role


def _known(solution: RatedSolution) -> str:
    told = shorten((solution.how_solved or solution.how_done or solution.effect).rstrip("。"), 60)
    return f"{quote(shorten(solution.name, 40), 'ja')}（{told}）" if told else quote(shorten(solution.name, 40), "ja")


def _effect(idea: "Idea") -> str:
    sums, opening = [], ""
    for impact in idea.question.impacts:
        year = impact.per_year * idea.resolution / 100
        if impact.dimension == "time":
            each = write_minutes(round(impact.each), round(impact.each), "ja")
            opening = f"1回約{each}の手間の約{idea.resolution}%にあたる、"
            sums.append(f"{max(1, round(year / 60)):,}時間")
        elif impact.dimension == "money":
            sums.append(write_money(about(year), {"yen": "JPY", "usd": "USD", "eur": "EUR"}[impact.unit]))
    saved = (
        f"{opening}一人あたり年におよそ{'と'.join(sums)}が減る見込み（仮定）。"
        if sums
        else f"問いの手間の約{idea.resolution}%が減る見込み（仮定）。"
    )
    shown = next((s for s in idea.solutions if s.effect), None)
    if shown is None:
        return saved
    name, effect = quote(shorten(shown.name, 40), "ja"), quote(shorten(shown.effect.rstrip("。"), 60), "ja")
    return f"{saved}組み合わせた{name}では、すでに{effect}という結果が出ている。"


def _done(idea: "Idea") -> str:
    built = [quote(shorten(s.how_done.rstrip("。"), 60), "ja") for s in idea.solutions if s.how_done]
    made = f"{'と'.join(built)}という既にあるやり方をつなぐ。" if built else "一覧にあるやり方をつなぐ。"
    start = (
        f"最初は「{shorten(idea.stage, 30)}」の段階だけを対象にし、"
        if idea.stage
        else "最初は一つの場面だけを対象にし、"
    )
    taken = f"参加者の意見{quote(shorten(idea.comment, 80), 'ja')}は、最初の条件に入れる。" if idea.comment else ""
    return (
        sentence(
            f"{made}{start}案が外れたときは人が直して、その直し方を記録する。三か月以内に試せる大きさに収める", "ja"
        )
        + taken
    )
