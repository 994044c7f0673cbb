"""Words of the closing, in both languages: what is looked at, what was found, what to do, and the short survey."""

from mlew.domain.base import Locale

CLOSING_TITLES: dict[str, tuple[str, str]] = {
    "press-release": ("プレスリリースが書き上がっている", "The press release is written"),
    "milestones": ("②から④までの予定日が決まっている", "Milestones ② to ④ have dates"),
    "tasks": ("一人ひとりの仕事がはっきりしている", "Everybody's tasks are clear"),
    "meeting": ("定例の進捗会議が決まっている", "The recurring meeting is set"),
    "reports": ("経営層への報告の日が決まっている", "The reports to executives have dates"),
    "open-points": (
        "決まっていないことに、決める人と期限がある",
        "Open points have somebody to settle them, and a day",
    ),
    "mocks": ("モックを片づけた", "All mocks are destroyed"),
}
CLOSING_FOUND: dict[str, tuple[str, str]] = {
    "releases": ("{count} 件あります。", "Written: {count}."),
    "no-release": ("まだ書かれていないペア：{names}", "Not written yet: {names}"),
    "no-plan": ("計画がまだありません。", "There is no plan yet."),
    "dates": ("{names}", "{names}"),
    "no-dates": ("予定日がない：{names}", "Without a date: {names}"),
    "tasks": ("{count} 件すべてに担当者がいます。", "All {count} tasks have an owner."),
    "no-tasks": ("仕事が一つもありません。", "There is no task."),
    "no-owner": ("担当者が決まっていない仕事：{names}", "Tasks that nobody has taken on: {names}"),
    "idle": ("仕事のない人：{names}", "People without a task: {names}"),
    "meeting": ("初回は {first}、{until} までです。", "It begins on {first} and goes on until {until}."),
    "no-meeting": ("進捗会議がありません。", "There is no meeting."),
    "no-report": ("報告の日がない：{names}", "Without a report: {names}"),
    "settled": ("すべてに決める人と期限があります。", "All have somebody, and a day."),
    "unsettled": ("決める人か期限がないもの：{names}", "Without somebody or without a day: {names}"),
    "mocks-gone": ("公開中のモックはありません。", "No mock is online."),
    "mocks-live": ("公開中：{names}", "Still online: {names}"),
    "mocks-new": ("この回のモックが公開中：{names}", "Mocks of this round are online: {names}"),
}
CLOSING_REMEDIES: dict[str, tuple[str, str]] = {
    "press-release": ("Refine を終えてから共有してください。", "Finish Refine, then share it."),
    "milestones": ("計画を編集し、予定日を書いてください。", "Edit the plan and write the dates."),
    "tasks": (
        "その場で一人ずつ、次の仕事と期限を声に出して確かめ、計画に担当者を書いてください。",
        "Let everybody say their next task and its date aloud now, and write the owners into the plan.",
    ),
    "meeting": (
        "計画に進捗会議を書き、カレンダーに入れてください（mlew plan export）。",
        "Write the meeting into the plan, and put it into calendars (mlew plan export).",
    ),
    "reports": (
        "計画に報告の日時を書き、経営層のカレンダーに入れてください（mlew plan export）。",
        "Write date and time into the plan, and put them into the executives' calendars (mlew plan export).",
    ),
    "open-points": (
        "それぞれ、誰がいつまでに決めるかを計画に書いてください。",
        "Write into the plan who settles each, and by when.",
    ),
    "mocks": (
        "集計を取ってから片づけてください（mlew mocks destroy）。",
        "Take the numbers, then destroy them (mlew mocks destroy).",
    ),
    "mocks-new": (
        "次の検証に使うものだけを残し、終わったら片づけてください（mlew mocks destroy）。",
        "Keep only those that the next tests need, and destroy them afterwards (mlew mocks destroy).",
    ),
}
SURVEY: dict[Locale, tuple[str, ...]] = {
    "ja": (
        "今日の決定は、数字と声に支えられていたと思いますか。（1 全く思わない 〜 5 とても思う）",
        "明日から自分が何をするか、はっきりしていますか。（1 全く 〜 5 とても）",
        "この計画が三か月後も続いていると思いますか。止まるとしたら何が理由ですか。",
        "ワークショップで役に立ったこと、時間を使いすぎたことを一つずつ挙げてください。",
        "このワークショップを同僚に勧めますか。（0 全く勧めない 〜 10 ぜひ勧める）",
    ),
    "en": (
        "Were today's decisions supported by numbers and voices? (1 not at all – 5 very much)",
        "Do you know what you will do from tomorrow? (1 not at all – 5 very clearly)",
        "Will this plan still be followed in three months? If not, what will have stopped it?",
        "What was most useful in the workshop, and what took too long? One thing each.",
        "Would you recommend the workshop to a colleague? (0 not at all – 10 by all means)",
    ),
}
"""METHOD: each edition ends with a short survey."""
