"""How the first milestone speaks. The braces are filled by `milestone.compose_milestone`."""

from dataclasses import dataclass

from mlew.domain.base import Locale


@dataclass(frozen=True)
class MilestoneWords:
    """One language. `success` … `business`: statements of criteria; `minutes`, `points`: units of thresholds."""

    measured_by: str
    how: str
    subjects: str
    success: str
    limit: str
    intention: str
    satisfied: str
    judged: str
    business: str
    noted: str
    minutes: str
    points: str


WORDS: dict[Locale, MilestoneWords] = {
    "ja": MilestoneWords(
        measured_by="プロダクトチーム（企画と開発のペアが計測し、プロダクトマネージャーが合否を判断して、スポンサーに報告する）",
        how="試作品「{service}」を一人ずつ15分で試してもらい、試作品の計測値（最後の手順までの到達、使うかどうかの答え）、観察者の記録用紙、終わりのアンケートで測る。実践編の翌日から{weeks}週間以内に終える。",
        subjects="開発に関わっていない社内の人で、{doing}仕事をしたことがある人、または日ごろ顧客に接している人。{sample}人以上。",
        success="試した人の{success}%以上が、助けを借りずに最後の手順（{result}）までたどり着く",
        limit="{doing}のにかかる時間が、試作品では一人あたり{limit}以内に収まる（観察者が計る）",
        intention="試した人の{intention}%以上が、今のやり方をやめて「{service}」を使う、または買うと答える",
        satisfied="「同じ立場の人に勧めたいか」の平均が10点満点で8点以上になる",
        judged="プロダクトマネージャーが録画と発言を見て、{doing}ときの順番や頼り先が今と変わったと判断する",
        business="試した週の業務記録で、{doing}のにかかった時間の中央値が{limit}以下になる",
        noted="参加者の意見「{comment}」を反映した。",
        minutes="分",
        points="点（10点満点）",
    ),
    "en": MilestoneWords(
        measured_by="The product team: the pair of planning and development measures, the product manager judges and reports to the sponsor",
        how="One person at a time tries the mock of {service} for 15 minutes. Measured by the mock's own counters (last step reached, answer on using it), the observer's sheet and a short survey at the end. Begins on the day after the practice edition and is complete within {weeks} week(s).",
        subjects="People inside the company who had no part in building it and have had to {doing} themselves, or who deal with such customers every day; {sample} or more.",
        success="{success} % or more of the testers reach the last step without help ({result})",
        limit="With the mock it takes a tester at most {limit} to {doing}, timed by the observer",
        intention="{intention} % or more of the testers say that they would give up today's way and use or buy {service}",
        satisfied="“Would you recommend it to somebody in your position?” reaches a mean of 8 of 10 or more",
        judged="The product manager looks at recordings and remarks and judges that testers go another way than today when it is time to {doing}",
        business="In the records of the test week, the median time to {doing} is {limit} or less",
        noted=" Takes up what a participant said: “{comment}”.",
        minutes="min",
        points="points of 10",
    ),
}
