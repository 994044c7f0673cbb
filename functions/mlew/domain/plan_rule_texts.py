"""What each broken rule of the market estimate and the plan says, in both languages."""

MARKET_RULE_TEXTS: dict[str, tuple[str, str]] = {
    "market-customers": (
        "顧客は「{counted}」で数えていますが、単価は「{divided}」あたりです。どちらかにそろえてください。",
        "Customers are counted as '{counted}', but the price is per '{divided}'. Use one of them for both.",
    ),
    "market-periods": (
        "期間は「{counted}」で数えていますが、金額は 1 {divided}あたりです。1 {counted}は {factor} {divided}として"
        "直してください。",
        "Time is counted in {counted}s, but money is per {divided}. Convert one: 1 {counted} = {factor} {divided}s.",
    ),
    "market-currency": (
        "金額が {counted} ですが、推計は {divided} です。同じ通貨に直してください。",
        "The money is in {counted}, but the estimate in {divided}. Convert it into one currency.",
    ),
    "market-range": (
        "低め {low}、中央 {middle}、高め {high} の順になっていません。",
        "Low {low}, middle {middle} and high {high} are not in order.",
    ),
    "market-positive": (
        "中央の値は 0 より大きく、低めの値は 0 以上、高めの値は 10 の 15 乗までで書いてください。",
        "The middle has to be above 0, low not below 0, and high at most 10 to the 15th.",
    ),
    "market-share": (
        "シェアが {high} % になっています。100 % を超えません。",
        "A share of {high} % is impossible: 100 % at most.",
    ),
    "market-source": (
        "出どころがありません。どこの数字かを書くか、仮定としてください。",
        "The source is missing. Say where the figure comes from, or mark it as assumed.",
    ),
    "market-cost-once": (
        "一度きりの金額に期間が付いています。期間を外すか、「1 か月あたり」のような単位に直してください。",
        "An amount that is paid once has periods. Take them away, or give the amount per period.",
    ),
    "market-cost-running": (
        "期間ごとの金額ですが、何回分かがありません。",
        "The amount is per period, but nothing says for how many periods.",
    ),
    "market-cost-positive": (
        "費用の合計が 0 になります。市場競争にかかる費用（宣伝、販売、運用、改善）を書いてください。",
        "The costs may add up to 0. Name the costs of market competition: advertising, sales, operation, improvement.",
    ),
    "market-cost-kind": ("「{kind}」の費用がありません。", "The cost of {kind} is missing."),
    "market-check": (
        "仮定のままです。誰が、どうやって確かめるかを書いてください。",
        "Assumed, and nobody checks it. Say who finds out, and how.",
    ),
    "market-cost-name": ("何の費用かを書いてください。", "Say what the cost is for."),
    "market-n-first": (
        "N を決めた日時（{chosen}）が、推計を始めた日時（{estimated}）より後です。N は推計を見る前に決めます。",
        "N was chosen on {chosen}, after the estimate was begun on {estimated}. N is chosen before anybody sees it.",
    ),
    "market-n-positive": ("N は 0 より大きい数で書いてください。", "N has to be above 0."),
    "market-n-reason": ("その N にした理由を書いてください。", "Say why N is what it is."),
    "market-n-changed": (
        "推計を始めたあとに N が {before} から {after} に変えられました。",
        "N was changed from {before} to {after} after the estimate was begun.",
    ),
}

PLAN_RULE_TEXTS: dict[str, tuple[str, str]] = {
    "plan-circle": (
        "{tasks} が互いに待ち合っていて、どれも始められません。依存を一つ外してください。",
        "{tasks} wait for each other, so none can begin. Take one of the dependencies away.",
    ),
    "plan-past": (
        "{what}が {date} で、今日（{today}）より前です。過去の日は計画できません。",
        "{what} is on {date}, before today ({today}). Nothing can be planned for the past.",
    ),
    "plan-order": (
        "期限（{due}）が開始日（{start}）より前です。",
        "It is due on {due}, before it starts on {start}.",
    ),
    "plan-unknown": (
        "「{unknown}」という仕事はありません。あるのは {known} です。",
        "There is no task '{unknown}'. There are: {known}.",
    ),
    "plan-twice": ("番号 {id} が 2 回使われています。", "The id {id} is used twice."),
    "plan-effort": ("工数は 0 以上の人日で書いてください。", "Effort is in person-days, not below 0."),
    "plan-milestone": (
        "この仕事のマイルストン「{name}」が計画にありません。",
        "The plan has no milestone '{name}', which this task belongs to.",
    ),
    "plan-milestones": (
        "{later}（{late}）が{earlier}（{early}）より前になっています。",
        "{later} ({late}) lies before {earlier} ({early}).",
    ),
    "plan-meeting": (
        "進捗会議の長さと間隔は 1 以上、最終日は初回より後にしてください。",
        "A progress meeting needs a length and an interval of 1 or more, and an end after its beginning.",
    ),
    "plan-zone": (
        "タイムゾーン「{zone}」は存在しません。Asia/Tokyo のように書いてください。",
        "There is no time zone '{zone}'. Write it like Europe/Berlin.",
    ),
    "plan-amount": ("金額は 0 以上で書いてください。", "Amounts are not below 0."),
    # warnings
    "plan-fan-late": (
        "{milestone}が {date} で、開始（{start}）から 3 か月を過ぎています。3 か月を過ぎると、もっと急ぐ仕事がたいてい"
        "割り込みます。",
        "{milestone} is on {date}, more than 3 months after the start on {start}. By then something more urgent has "
        "usually come up.",
    ),
    "plan-release-late": (
        "{milestone}が {date} で、開始（{start}）から 6 か月ほどという目安を過ぎています。",
        "{milestone} is on {date}, later than about 6 months after the start on {start}.",
    ),
    "plan-day-off": (
        "{what}の {date} は{why}です。",
        "{what}: {date} is a day off ({why}).",
    ),
    "plan-overlap": (
        "{before}（期限 {due}）が終わる前に始まります（{start}）。",
        "It starts on {start}, before {before} is due on {due}.",
    ),
    "plan-after-milestone": (
        "期限（{due}）が、そのマイルストンの日（{date}）より後です。",
        "It is due on {due}, after its milestone on {date}.",
    ),
    "plan-late": (
        "前の仕事から順に進めると、マイルストンの日に {days} 営業日遅れます。",
        "Done after the tasks it depends on, it comes {days} working days after its milestone.",
    ),
    "plan-no-owner": ("担当者が決まっていません。", "Nobody has taken it on yet."),
    "plan-long-task": (
        "{days} 営業日かかります。一週間以内に終わる仕事に分けてください。",
        "It takes {days} working days. Split it into tasks that end within a week.",
    ),
    "plan-overload": (
        "{week} の週は {effort} 人日の仕事がありますが、使えるのは {capacity} 日です。",
        "The week of {week} holds {effort} person-days of work, but has {capacity} days.",
    ),
    "plan-no-meeting": (
        "定例の進捗会議がありません。今日のうちにカレンダーに入れてください。",
        "There is no recurring progress meeting. Put it into the calendar today.",
    ),
    "plan-no-report": (
        "{milestone}の経営層への報告がありません。",
        "{milestone} has no report to executives.",
    ),
    "plan-report-early": (
        "{milestone}の報告（{when}）が、マイルストンの日（{date}）より前です。",
        "The report on {milestone} ({when}) comes before the milestone on {date}.",
    ),
    "plan-no-tasks": (
        "②までの仕事がありません。",
        "There is no task up to ②.",
    ),
    "plan-no-date": ("{milestone}の日付が決まっていません。", "{milestone} has no date."),
    "plan-no-validation": (
        "市場検証投資の相談がありません。検証の期間と人を確保するための起案を計画に入れてください。",
        "Nothing is asked for market validation. Plan the request that secures time and people for the tests.",
    ),
    "plan-no-competition": (
        "市場競争投資（宣伝、販売、運用、改善）の相談がありません。③の結果が出てから求める予定として入れてください。",
        "Nothing is planned for market competition: advertising, sales, operation, improvement. Plan to ask once ③ is "
        "known.",
    ),
    "plan-no-milestone": ("{name}の予定日がありません。", "{name} has no date."),
    "plan-owner": (
        "担当は人の一覧の記号（{known}）から選ぶか、決まっていなければ空欄にしてください。",
        "The owner is one of {known}, or blank if nobody has the role.",
    ),
    "plan-done-when": (
        "仕事の名前と、終わったと言える状態を書いてください。",
        "Give the task a title, and say what is there when it is done.",
    ),
    "plan-no-approver": ("誰が承認するかが決まっていません。", "Nobody is named to approve it."),
    # the method's three checks
    "check-ask-others": (
        "ほかの人に頼まなければ進まない仕事はありませんか。誰に、いつまでに頼むかを決めてください。",
        "Is something to be asked of others? Settle whom to ask, and by when.",
    ),
    "check-try-first": (
        "特に難しいところを先に試す必要はありませんか。何を試し、どうなれば越えたと言えるかを決めてください。",
        "Is a hard part to be tried first? Settle what to try, and when it is overcome.",
    ),
    "check-approval": (
        "検証の期間と人を確保する起案（稟議）は計画に入っていますか。誰に、いつまでに出すかを決めてください。",
        "Is the request for budget and people planned? Settle who submits it to whom, and by when.",
    ),
}

PLAN_PLACE_NAMES: dict[str, tuple[str, str]] = {
    "customers": ("顧客の数", "customers"),
    "share": ("シェア", "share"),
    "price": ("単価", "price"),
    "periods": ("利用が続く期間", "periods of use"),
    "value": ("市場の大きさの掛け算", "value of the market"),
    "costs": ("市場競争にかかる費用", "costs of market competition"),
    "cost": ("{number} 番目の費用", "cost {number}"),
    "plan": ("計画", "plan"),
    "meeting": ("進捗会議", "meeting on progress"),
}
