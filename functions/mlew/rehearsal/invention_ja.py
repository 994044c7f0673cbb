"""How an invention is told in Japanese."""

import re
from typing import TYPE_CHECKING

from mlew.domain.invention import InventionDraft
from mlew.domain.solution import RatedSolution
from mlew.rehearsal.amounts import write_minutes, write_money
from mlew.rehearsal.language import quote, sentence, shorten

if TYPE_CHECKING:
    from mlew.rehearsal.inventions import Idea

_NAMES = {
    "family": ("おまかせ{t}便", "{t}みまもり", "ほっと{t}", "よりそい{t}"),
    "consultant": ("{t}ナビ", "{t}見える帳", "{t}の目利き", "{t}しらべ"),
    "child": ("ぱっと{t}", "ひとこと{t}", "まるごと{t}", "{t}ボタン"),
    "innovator": ("先回り{t}", "{t}いらず", "ひとりでに{t}", "{t}ゼロタッチ"),
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
    raw = idea.first.topic or (idea.second.topic if idea.second else "") or idea.activity.words.name.split("・")[0]
    return re.sub(r"^.*の(?=..)", "", raw)[:10]


def _when(idea: "Idea") -> str:
    place = f"「{shorten(idea.stage, 30)}」の段階で、" if idea.stage else ""
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
    parts = "".join(
        f"{order}{_known(s)}が、{task}。"
        for order, s, task in (
            ("まず", one, f"{idea.first.brief}下ごしらえをする"),
            (
                "つづいて",
                two,
                f"{idea.second.brief}ところを受け持つ" if idea.second else "できた案を顧客の事情に合わせて整える",
            ),
        )
        if s is not None
    )
    third = "".join(f"さらに{_known(s)}が、結果を次の人まで届ける。" for s in idea.solutions[2:3])
    joined = "三つが合わさって" if third else "二つが合わさって"
    if idea.second:
        result = f"{joined}、{idea.first.do}のと{idea.second.do}のが一度で終わる。"
    else:
        gone = f"ようになり、もう{idea.first.not_needed}" if idea.first.without in idea.question.text else "ようになる"
        result = f"{joined}、{words.relief}{gone}。"
    return opening + parts + third + result


def _known(solution: RatedSolution) -> str:
    told = shorten((solution.how_solved or solution.how_done or solution.effect).rstrip("。"), 60)
    return f"{quote(shorten(solution.name, 40), 'ja')}（{told}）" if told else quote(shorten(solution.name, 40), "ja")


def _effect(idea: "Idea") -> str:
    sums = []
    for impact in idea.question.impacts:
        year = impact.per_year * idea.resolution / 100
        if impact.dimension == "time":
            each, whole = write_minutes(round(impact.each), round(impact.each), "ja"), round(year / 60)
            sums.append(f"1回約{each}の手間のうち約{idea.resolution}%、一人あたり年におよそ{max(1, whole):,}時間")
        elif impact.dimension == "money":
            currency = {"yen": "JPY", "usd": "USD", "eur": "EUR"}[impact.unit]
            sums.append(f"一人あたり年におよそ{write_money(round(year), currency)}")
    saved = (
        f"{'と、'.join(sums)}が減る見込み（仮定）。"
        if sums
        else f"問いの手間の約{idea.resolution}%が減る見込み（仮定）。"
    )
    shown = next((s for s in idea.solutions if s.effect), None)
    return saved + (
        f"組み合わせた{quote(shorten(shown.name, 40), 'ja')}では、すでに{quote(shorten(shown.effect.rstrip('。'), 60), 'ja')}という結果が出ている。"
        if shown
        else ""
    )


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
