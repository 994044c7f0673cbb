"""What the precheck tells people: title and remedy of each item, and what was found, in both languages."""

from mlew.domain.base import Locale
from mlew.domain.precheck import PrecheckItem
from mlew.domain.readiness import ItemState

_TITLES: dict[str, tuple[str, str]] = {
    "numbers": ("モックの数字", "Numbers of the mock"),
    "testers": ("試した人の記録", "Records of testers"),
    "voices": ("試した人の声", "Voices of testers"),
    "criteria": ("合格ラインと照らした結果", "Values against the thresholds"),
    "criteria-changed": ("途中で変わった合格ライン", "Thresholds changed on the way"),
    "outputs": ("実践編の成果物の共有", "Practice outputs shared"),
    "solutions": ("解決策の一覧の見直し", "List of solutions refined"),
    "lead": ("進行担当", "Lead"),
    "timekeeper": ("タイムキーパー", "Timekeeper"),
}
_REMEDIES: dict[str, tuple[str, str]] = {
    "numbers": (
        "リンクを送って試してもらい、mlew evidence pull で数字を取り込んでください。",
        "Send the links, let people try it, and take the numbers in with mlew evidence pull.",
    ),
    "testers": (
        "観察シートやアンケートを mlew evidence add で取り込み、足りなければ開催前に試す人を増やしてください。",
        "Bring sheets or surveys with mlew evidence add; if they are too few, let more people try before the day.",
    ),
    "voices": (
        "コメント、インタビューのメモ、観察中の発言を mlew evidence pull と mlew evidence add で取り込んでください。",
        "Bring comments, interview notes and quotes with mlew evidence pull and mlew evidence add.",
    ),
    "criteria": (
        "足りない値を持ち寄ってください。人が判断する条件は mlew evidence judge、"
        "事業の数字は mlew evidence figure で記録します。",
        "Bring the values that are missing: mlew evidence judge for what a person judges, "
        "mlew evidence figure for business figures.",
    ),
    "criteria-changed": (
        "結果を見てから変えたのではないことを全員で確かめ、変えた理由を言葉にしてから始めてください。",
        "Make sure together that nobody changed it because of the result, and say the reason before you begin.",
    ),
    "outputs": (
        "足りないものを作るか直し、mlew export で書き出して全員に渡してください。",
        "Make or mend what is missing, export it with mlew export, and give it to everybody.",
    ),
    "solutions": (
        "作って試した経験をもとに難易度を直し、難しすぎるものを外し、手の届いていない行動に効くものを足してください"
        "（mlew review edit solutions）。",
        "Correct difficulties by what you learnt, take out what is too hard, add what reaches more actions "
        "(mlew review edit solutions).",
    ),
    "lead": (
        "改善編はチームが自分で進めます。進行担当を一人決めてください。",
        "The team leads the improvement edition itself: choose one person.",
    ),
    "timekeeper": (
        "時間を知らせる人を一人決めてください。",
        "Choose one person who tells the time.",
    ),
}  # fmt: skip
_FOUND: dict[str, tuple[str, str]] = {
    "numbers.seen": ("訪問者 {visitors} 人", "{visitors} visitors"),
    "numbers.no-mock": ("試せるモックがありません。", "There is no mock that people could try."),
    "numbers.not-pulled": (
        "{mocks} の数字がまだ取り込まれていません。",
        "The numbers of {mocks} have not been taken in.",
    ),
    "numbers.nobody": ("{mocks} はまだ誰も開いていません。", "Nobody has opened {mocks} yet."),
    "numbers.simulated": (
        "訪問者 {visitors} 人。模擬のテスターの数字です。",
        "{visitors} visitors, but simulated testers are among them.",
    ),
    "testers.enough": ("{count} 人（必要な人数は {need} 人）", "{count} people ({need} needed)"),
    "testers.few": ("{count} 人。必要な {need} 人に足りません。", "{count} people; {need} are needed."),
    "testers.none": ("一人もありません（必要な人数は {need} 人）。", "None ({need} people needed)."),
    "testers.simulated": (
        "{count} 人。うち {simulated} 人は模擬のテスターです。",
        "{count} people, {simulated} of them simulated.",
    ),
    "testers.unneeded": (
        "{count} 人。観察やアンケートで測る条件はありません。",
        "{count} people. No criterion is measured by observation or survey.",
    ),
    "voices.some": ("発言 {count} 件、テーマ {themes} 個", "{count} voices, {themes} themes"),
    "voices.ungrouped": (
        "発言 {count} 件、テーマ {themes} 個。テーマに入っていない発言が {left} 件あります。",
        "{count} voices, {themes} themes; {left} voices are in no theme.",
    ),
    "voices.none": ("一つもありません。", "None."),
    "criteria.settled": ("{all} 個すべてに結果が出ています。", "All {all} have a result."),
    "criteria.open": ("{all} 個のうち {open} 個に結果がありません: {ids}", "{open} of {all} have no result: {ids}"),
    "criteria.few": ("{ids} は人数が足りず、まだ合否が決まりません。", "{ids}: too few people to pass or fail."),
    "criteria.none": (
        "合格ラインが一つも決められていません。数字があっても判断できません。",
        "No threshold was set, so numbers alone decide nothing.",
    ),
    "criteria-changed.some": (
        "証拠が集まり始めてから変わりました: {ids}",
        "Changed since the first evidence came in: {ids}",
    ),
    "outputs.there": ("{count} 点すべてがそろっています。", "All {count} are there."),
    "outputs.missing": ("ありません: {names}", "Missing: {names}"),
    "solutions.refined": (
        "前の編のあとに見直されています（{count} 件）。",
        "Refined since the edition before ({count}).",
    ),
    "solutions.unchanged": ("前の編のまま {count} 件です。", "{count}, as the edition before left them."),
    "solutions.hard": ("難易度 10 のものが残っています: {names}", "Still there with difficulty 10: {names}"),
    "solutions.untouched": ("どの解決策も届いていない行動: {ids}", "Actions that no solution reaches: {ids}"),
    "solutions.none": ("一覧がありません。", "There is no list."),
    "role.there": ("{names}", "{names}"),
    "role.open": ("まだ決まっていません。", "Nobody yet."),
}  # fmt: skip
_OUTCOMES: dict[str, tuple[str, str]] = {
    "no_data": ("データなし", "no data"),
    "unjudged": ("誰も判断していない", "nobody judged it"),
    "no_metric": ("測る手段がない", "nothing measures it"),
    "so_far": ("人数不足", "too few people"),
}


def item(
    id_: str, state: ItemState, found: str, locale: Locale, *, pair: str = "", who: str = "", **facts: object
) -> PrecheckItem:
    """`found`: key of what there is, or the text itself; who and remedy are said only where something is open."""
    return PrecheckItem(
        id=id_,
        pair=pair,
        title=_said(_TITLES[id_], locale),
        state=state,
        found=told(found, locale, **facts) if found in _FOUND else found,
        who="" if state == "ok" else who,
        remedy="" if state == "ok" else _said(_REMEDIES[id_], locale),
    )


def told(key: str, locale: Locale, **facts: object) -> str:
    """What was found, as a sentence."""
    return _said(_FOUND[key], locale).format(**facts)


def outcome_name(outcome: str, locale: Locale) -> str:
    """Why a criterion has no result."""
    return _said(_OUTCOMES[outcome], locale)


def _said(words: tuple[str, str], locale: Locale) -> str:
    return words[0 if locale == "ja" else 1]
