"""Invent: how hard each solution is for this team."""

import re
from collections.abc import Sequence

from mlew.domain.base import Locale
from mlew.domain.solution import DIFFICULTIES, RatingDraft, RatingsDraft, Solution, TeamAnswer
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.language import quote, sentence, shorten
from mlew.rehearsal.similarity import likeness

_FAR = re.compile(
    r"画像認識|映像|カメラ|センサー|ロボット|ドローン|ハードウェア|装置|機器|基幹|全社|ブロックチェーン|デジタルツイン"
    r"|computer vision|video|camera|sensor|robot|drone|hardware|device|blockchain|digital twin|company-wide",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"機械学習|深層学習|予測|生成\s*AI|言語モデル|推薦|レコメンド|最適化|認識|読み取|OCR|連携|API"
    r"|学習させ|データ基盤|分析|クラスタ"
    r"|machine learning|model|predict|forecast|generative|recommend|optimi[sz]"
    r"|speech|OCR|integrat|API|analy|cluster|train(s|ed|ing)? on",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    r"フォーム|テンプレート|ひな形|チェックリスト|表計算|スプレッドシート|通知|メール|チャット|アンケート|QR|掲示|一覧|カレンダー|LINE|紙|シール|ノート|写真を撮"
    r"|form\b|template|checklist|spreadsheet|notification|e-?mail|text message|chat\b|survey|QR"
    r"|poster|list\b|calendar|reminder|card|sticker|whiteboard",
    re.IGNORECASE,
)
_LACK = re.compile(
    r"ない|なし|未経験|いません|少ない|初めて|苦手|\b(no|none|never|not|without|little|lack)\b", re.IGNORECASE
)
HARDER = re.compile(r"難し|むずかし|無理|甘い|大変|hard|difficult|too easy|cannot|can't", re.IGNORECASE)
EASIER = re.compile(
    r"簡単|易し|やさし|経験があ|できる|すぐ|厳し|easy|have done|experience|simple|too hard", re.IGNORECASE
)
_NEAR = 0.08

_WHY: dict[Locale, dict[int, str]] = {
    "ja": {
        1: "手元の道具だけで、数日のうちに試せる形になる",
        3: "新しい道具は要るが、画面と少しのデータがあれば数週間で試せる",
        5: "データをそろえて出来を確かめる必要があり、1〜2か月はかかる",
        10: "機器や社外との調整まで要るため、3か月では試せる形にしにくい",
    },
    "en": {
        1: "tools at hand are enough, so it can be tried within days",
        3: "it needs a new tool, but a screen and a little data will do for a trial within weeks",
        5: "data has to be gathered and its results checked, which takes one or two months",
        10: "it needs devices or agreements with others, so a trial within three months is unlikely",
    },
}


def compose_ratings(
    solutions: Sequence[Solution], team: Sequence[TeamAnswer], locale: Locale, asked: Asked
) -> RatingsDraft:
    """By what a solution is made of, one step easier or harder by what the team answered. A person's rating stands."""
    ratings = [_rating(s, team, locale, asked) for s in solutions]
    open_ones = [n for n, s in enumerate(solutions) if s.difficulty is None]
    if len(open_ones) > 1 and len({ratings[n].difficulty for n in open_ones}) == 1:
        longest = max(open_ones, key=lambda n: len(solutions[n].how_done))
        shortest = min(open_ones, key=lambda n: len(solutions[n].how_done))
        at = longest if ratings[longest].difficulty < 10 else shortest
        step = _step(ratings[at].difficulty, 1 if at == longest else -1)
        ratings[at] = _written(solutions[at], step, None, locale, asked)
    return RatingsDraft(ratings=ratings)


def _rating(solution: Solution, team: Sequence[TeamAnswer], locale: Locale, asked: Asked) -> RatingDraft:
    if solution.difficulty is not None:
        reason = solution.difficulty_reason or _WHY[locale][solution.difficulty]
        return RatingDraft(
            solution=solution.name, difficulty=solution.difficulty, reason=sentence(reason, locale), assumed=False
        )
    made_of = f"{solution.how_done} {solution.how_solved} {solution.name}"
    level = _level(made_of)
    answer = max(team, key=lambda a: likeness(a.answer, made_of), default=None)
    if answer is not None and likeness(answer.answer, made_of) >= _NEAR:
        level = _step(level, 1 if _LACK.search(answer.answer) else -1)
    else:
        answer = None
    level = _step(level, int(asked.wants("too-easy")) - int(asked.wants("too-hard")))
    for comment in asked.comments:
        if solution.name in comment or likeness(comment, made_of) >= 2 * _NEAR:
            level = _step(level, bool(HARDER.search(comment)) - bool(EASIER.search(comment)))
    return _written(solution, level, answer, locale, asked)


def _level(made_of: str) -> int:
    if _FAR.search(made_of):
        return 10
    data = len(_DATA.findall(made_of))
    return 5 if data > 1 else 3 if data or not _LIGHT.search(made_of) else 1


def _written(solution: Solution, level: int, answer: TeamAnswer | None, locale: Locale, asked: Asked) -> RatingDraft:
    how = shorten(solution.how_done or solution.how_solved or solution.name, 60 if locale == "ja" else 110).rstrip(
        "。."
    )
    lacking = answer is not None and _LACK.search(answer.answer)
    said = quote(shorten(answer.answer, 50), locale) if answer else ""
    noted = next((c for c in asked.comments if solution.name in c), "")
    if locale == "ja":
        team = f"チームの{said}という状況が{'壁になる' if lacking else '助けになる'}。" if said else ""
        taken = f"参加者の指摘{quote(shorten(noted, 60), locale)}を反映した。" if noted else ""
        reason = f"{quote(how, locale)}という作りで、{_WHY['ja'][level]}。{team}{taken}"
    else:
        team = f" With {said} the team {'lacks what it needs here' if lacking else 'has a head start'}." if said else ""
        taken = f" Takes up what a participant said: {quote(shorten(noted, 80), locale)}." if noted else ""
        reason = f"It is built like this: {quote(how, locale)} – {_WHY['en'][level]}.{team}{taken}"
    return RatingDraft(solution=solution.name, difficulty=level, reason=reason, assumed=not said)


def _step(level: int, by: int) -> int:
    place = DIFFICULTIES.index(min(DIFFICULTIES, key=lambda d: abs(d - level))) + by
    return DIFFICULTIES[max(0, min(len(DIFFICULTIES) - 1, place))]
