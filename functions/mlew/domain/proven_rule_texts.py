"""What the rules of Refine and Test/Iterate of the improvement edition say."""

PROVEN_RULE_TEXTS: dict[str, tuple[str, str]] = {
    # Refine
    "abnormal-course": (
        "うまくいかないときの流れを 2 ステップ以上書いてください。試した人が実際につまずいた所から選びます。",
        "Write at least 2 steps of the abnormal course, from where people really got stuck.",
    ),
    "steps-fit-mock": (
        "モックで見せられるのは、うまくいかないときを含めて {most} ステップまでです。まとめるか、減らしてください。",
        "A mock shows {most} steps of both courses together. Join some, or leave some out.",
    ),
    "effect-shown": (
        "効果には、測った値と人数（「5 人のうち 4 人」など）を入れるか、測っていなければ「想定」と添えてください。",
        "Give the effect with its measured value and number of people ('4 of 5'), or mark it as expected.",
    ),
    "effect-not-measured": (
        "まだ誰も測っていない効果です。「想定」と添えてください。",
        "Nobody has measured the effect yet: mark it as expected.",
    ),
    "known-source": (
        "「{unknown}」という発言や基準はありません。あるもの: {known}",
        "'{unknown}' is no voice or criterion; there are: {known}.",
    ),
    "real-voices": (
        "お客様の声への答えが、実際の声によっていません。rests_on に発言の番号（V1 など）を挙げてください。",
        "The answer on voices does not rest on real ones. Name the ids of voices (V…) in rests_on.",
    ),
    "voices-imagined": (
        "まだ実際の声がありません。お客様の声には「想定」または「想像」と断ってください。",
        "There are no real voices yet: say that those in the answer are imagined.",
    ),
    "reviewer-answered": (
        "レビューで出た質問「{question}」に、同じ文の質問として答えてください。",
        "Answer the reviewer's question '{question}', in the same words.",
    ),
    "provider-target": (
        "何年で何を目指すかを、年数とともに書いてください。",
        "Say what is aimed at, and within how many years.",
    ),
    "provider-customers": (
        "課題を持つ顧客の数を、数値とその出し方で書いてください。",
        "Give the number of customers with the problem, and how it was found.",
    ),
    "internal-topic": (
        "社内からのよくある質問に「{what}」への答えがありません。",
        "The internal FAQ has no answer on {what}.",
    ),
    "stop-line": (
        "投資を続ける条件には、いつ、どの数値が、いくつなら続け、いくつなら止めるかを数で書いてください。",
        "Say when, and from which value on, the investment goes on or stops.",
    ),
    # Test/Iterate
    "planned-date": (
        "予定日は 2026-04-01 の形の、今日（{today}）より後の日付で書いてください。",
        "Write the planned date like 2026-04-01, after today ({today}).",
    ),
    "fan-within-months": (
        "②の予定日は {latest} までにしてください（三か月以内）。",
        "② has to be planned by {latest}: within three months.",
    ),
    "release-within-months": (
        "予定日は {latest} ごろまでにしてください（おおむね六か月以内）。",
        "Plan it by {latest}: within about six months.",
    ),
    "milestones-in-order": (
        "前のマイルストンより早い予定日になっています。",
        "It is planned before the milestone that comes first.",
    ),
    "if-missed": (
        "届かなかったときに、どこへ戻るかを書いてください。",
        "Say where to go back if it is missed.",
    ),
    "outside-subjects": (
        "②で試すのは社外のお客様です。社内の人や関係者と分けて書いてください。",
        "② is tried by customers outside: name them, apart from people inside.",
    ),
    "more-than-rates": (
        "割合だけでなく、時間、件数、金額のいずれかで測る基準を一つ以上入れてください。",
        "Add a criterion in time, number or money; shares alone do not settle it.",
    ),
    "decision-by-deed": (
        "②の行動変化に、申込や紹介、日程の約束など、ふるまいで測る基準（計測元は観察か業務）を入れてください。",
        "Measure behaviour change in ② by a deed, too: an order, an introduction, a date (observed, or from records).",
    ),
    "share-multiple": (
        "③の基準の一つは、先に決めた N（{n} 倍）以上であることにしてください。",
        "One criterion of ③ is the N that was set before: at least {n} times.",
    ),
    "any-criterion": ("合格の基準を一つ以上書いてください。", "Write at least one criterion."),
    "sheet-criteria": (
        "記録用紙に {ids} の値を書く欄がありません。",
        "The sheet has no field for the value of {ids}.",
    ),
    "invitation-written": (
        "お客様に送るお願いの文を書いてください。",
        "Write the invitation that goes to customers.",
    ),
}
PROVEN_PLACE_NAMES: dict[str, tuple[str, str]] = {
    "abnormal_steps": ("うまくいかないとき", "abnormal_steps"),
    "provider": ("提供者からのメッセージ", "provider (message)"),
    "sheet": ("記録用紙", "sheet"),
    "internal_faq": ("社内からのよくある質問", "internal_faq"),
}
PROVEN_FIELD_NAMES: dict[str, tuple[str, str]] = {
    "why_now": ("なぜ今か", "Why now"),
    "why_us": ("なぜ自社か", "Why this company"),
    "customers": ("課題を持つ顧客の数", "Customers with the problem"),
    "means": ("技術・データ・提携先・資金", "Technology, data, partners, money"),
    "target": ("目指すこと", "What is aimed at"),
}
INTERNAL_TOPICS: dict[str, tuple[str, str]] = {
    "continue": ("投資を続ける条件と時期", "when and by which value to go on"),
    "advantage": ("競争優位の判断", "how competitive advantage is judged"),
    "revenue": ("期間と収益", "period and revenue"),
    "partners": ("提携先", "partners"),
}
"""Questions that every internal FAQ answers (METHOD, Refine)."""
