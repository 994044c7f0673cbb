"""What each broken quality rule says, in both languages: what is wrong and what to do."""

from mlew.domain.mock_rule_texts import MOCK_PLACE_NAMES, MOCK_RULE_TEXTS
from mlew.domain.plan_rule_texts import MARKET_RULE_TEXTS, PLAN_PLACE_NAMES, PLAN_RULE_TEXTS
from mlew.domain.proven_rule_texts import PROVEN_FIELD_NAMES, PROVEN_PLACE_NAMES, PROVEN_RULE_TEXTS
from mlew.domain.review_rule_texts import REVIEW_PLACE_NAMES, REVIEW_RULE_TEXTS
from mlew.domain.theme_rule_texts import THEME_PLACE_NAMES, THEME_RULE_TEXTS

RULE_TEXTS: dict[str, tuple[str, str]] = {
    # Listen
    "trigger": ("何がきっかけで行動が始まるのかを書いてください。", "Say what makes the journey start."),
    "enough-stages": (
        "{count} 段階では要約になっています。時間の順に 3 段階以上書いてください。",
        "{count} stages are a summary. Write at least 3, in time order.",
    ),
    "stage-named": ("段階に名前を付けてください。", "Give the stage a name."),
    "several-actions": (
        "この段階を、映像に撮れるくらい具体的な行動 2 つ以上に分けてください。",
        "Split this stage into at least 2 actions that one could film.",
    ),
    "action-written": ("空の行動があります。何をするのかを書いてください。", "An action is empty. Write what is done."),
    "feelings": ("ここで顧客が何を感じるかを書いてください。", "Say what the customer feels here."),
    "resources": (
        "この段階にかかる時間かお金を書いてください。分からなければ仮の値でかまいません。",
        "Name the time or money that this stage takes, as an assumption if need be.",
    ),
    "unit-present": (
        "量には時間かお金の単位を付けてください。",
        "Give the amount with a unit of time or money.",
    ),
    "insights": ("ジャーニーの下に気づきを 1 つ以上書いてください。", "Write at least one insight below the journey."),
    # Define
    "question-written": ("問いの文が空です。", "The text of the question is empty."),
    "known-action": (
        "「{unknown}」という行動はジャーニーにありません。{known} から選んでください。",
        "'{unknown}' is no action of the journey; use {known}.",
    ),
    "from-action": (
        "どの行動から出てきた問いかを示してください。",
        "Name the action that the question comes from.",
    ),
    "continuous-joins-two": (
        "「より連続」の問いは 2 つの行動をつなぎます。両方を示してください。",
        "A continuous question joins two actions: name both.",
    ),
    "effect-present": (
        "1 回あたりどれだけ短縮または獲得できるかを、0 より大きい数と単位で書いてください。",
        "Say how much is saved or gained each time, above 0, with its unit.",
    ),
    "effect-positive": (
        "量は 0 より大きい数で書いてください。向きは「短縮」か「獲得」で表します。",
        "Write amounts above 0; 'saved' or 'gained' gives the direction.",
    ),
    "frequency-present": (
        "その問いがどのくらいの頻度で起こるかを、0 より大きい数で書いてください。",
        "Say how often the question comes up, above 0.",
    ),
    "fits-in-period": (
        "節約できる時間が、その期間の長さを超えています。1 回の量か頻度を、現実にありえる値に直してください。",
        "More time is saved than the period has. Correct the amount or the frequency to what can really happen.",
    ),
    "one-currency": (
        "通貨が混ざっています。すべての問いの金額を、顧客シートと同じ一つの通貨で書いてください。",
        "Currencies are mixed. Write all amounts of money in one currency, that of the customer sheet.",
    ),
    "both-kinds": (
        "行動 {action} に「{kind}」の問いがありません。",
        "Action {action} has no question of the kind '{kind}'.",
    ),
    # Invent
    "rated-once": (
        "「{solution}」の難易度はちょうど 1 回付けてください（今は {count} 回）。",
        "Rate '{solution}' exactly once; it is rated {count} times.",
    ),
    "known-solution": (
        "「{solution}」は解決策の一覧にありません。一覧にある名前をそのまま使ってください。",
        "'{solution}' is not in the list of solutions. Use the names as they stand there.",
    ),
    "difficulty-scale": (
        "難易度 {value} は使えません。1、3、5、10 のどれかにしてください。",
        "Difficulty {value} is not on the scale: use 1, 3, 5 or 10.",
    ),
    "difficulty-reason": (
        "このチームにとってその難易度である理由を書いてください。",
        "Give the reason for the difficulty, for this team.",
    ),
    "difficulties-differ": (
        "すべて難易度 {value} では選べません。解決策どうしを比べて付け直してください。",
        "All difficulties are {value}, so nothing can be chosen by them. Compare the solutions with each other.",
    ),
    "any-invention": ("発明を 1 つ以上書いてください。", "Write at least one invention."),
    "known-question": (
        "「{unknown}」は与えられた問いではありません: {known}",
        "'{unknown}' is none of the given questions: {known}.",
    ),
    "one-question": (
        "与えられた問いのどれに答えるのかを示してください。",
        "Say which of the given questions it answers.",
    ),
    "two-solutions": (
        "一覧にある異なる解決策を 2 つ以上組み合わせてください。",
        "Combine at least two different solutions of the list.",
    ),
    "form-complete": ("「{name}」（{field}）が空です。", "{name} ('{field}') is empty."),
    "resolution-range": (
        "{value} % はありえません。0 から 100 で書いてください。",
        "{value} % is impossible: 0 to 100.",
    ),
    # Refine
    "message-complete": ("「{name}」（{field}）が空です。", "{name} ('{field}') is empty."),
    "enough-steps": (
        "最初に出会う場所から結果が出るまでを、3 ステップ以上で書いてください。",
        "Write at least 3 steps, from the first place to the result.",
    ),
    "faq-missing": ("{what}についての質問がありません。", "A question on {what} is missing."),
    "faq-unanswered": ("{what}についての質問に答えがありません。", "The question on {what} has no answer."),
    "faq-cost-figures": (
        "費用についての答えには、金額と時間の両方を書いてください。",
        "The answer on cost names a price and a time.",
    ),
    "template-left": (
        "ひな型の「{token}」が残っています。実際の内容に書き換えてください。",
        "'{token}' is left from the template. Write what it stands for.",
    ),
    # Test/Iterate
    "milestone-complete": ("「{name}」（{field}）が空です。", "{name} ('{field}') is empty."),
    "measured-inside": (
        "測って判断するのは試す人ではなく社内の人です。誰が測るかを書いてください。",
        "Those who try the mock do not judge it: name the people inside the company who measure and decide.",
    ),
    "both-groups": ("「{group}」を確かめる条件がありません。", "A criterion of the group '{group}' is missing."),
    "judged-only-qualitative": (
        "人が判断するのは定性的な条件だけです。ほかの条件は数値で比べてください。",
        "Only a qualitative criterion is judged by a person; all others compare a number.",
    ),
    "rate-range": ("割合は 0 より大きく 100 % までです。", "A rate lies above 0 and up to 100 %."),
    "criterion-unit": ("合格ラインの単位を書いてください。", "Name the unit of the threshold."),
    "minimum-sample": ("最低何人で試すかを 1 以上で書いてください。", "Say how many testers at least, 1 or more."),
    "known-check": (
        "「{unknown}」はこのペアの問いでも行動でもありません。",
        "'{unknown}' is neither a question nor an action of this pair.",
    ),
    "any-scene": (
        "体験の {count} ステップをたどる場面を書いてください。",
        "Write scenes that lead through the {count} steps of the experience.",
    ),
    "scene-complete": (
        "場面には、進行役の言葉、やってもらうこと、見るところが必要です。",
        "A scene has the moderator's words, the task and what to watch.",
    ),
    "script-complete": ("「{name}」（{field}）が空です。", "{name} ('{field}') is empty."),
    **REVIEW_RULE_TEXTS,
    **MOCK_RULE_TEXTS,
    **MARKET_RULE_TEXTS,
    **PLAN_RULE_TEXTS,
    **PROVEN_RULE_TEXTS,
    **THEME_RULE_TEXTS,
}

PLACE_NAMES: dict[str, tuple[str, str]] = {
    "trigger": ("きっかけ", "trigger"),
    "stages": ("行動段階", "stages"),
    "insights": ("気づき", "insights"),
    "ratings": ("難易度", "ratings"),
    "inventions": ("発明", "inventions"),
    "steps": ("体験のステップ", "steps"),
    "faq": ("よくある質問", "faq"),
    "scenes": ("場面", "scenes"),
    "stage": ("{number} 番目の段階", "stage {number}"),
    "invention": ("{number} 番目の発明", "invention {number}"),
    "scene": ("{number} 番目の場面", "scene {number}"),
    **REVIEW_PLACE_NAMES,
    **MOCK_PLACE_NAMES,
    **PLAN_PLACE_NAMES,
    **PROVEN_PLACE_NAMES,
    **THEME_PLACE_NAMES,
}
"""Parts of a draft as a violation's `where` names them."""

FIELD_NAMES: dict[str, tuple[str, str]] = {
    "name": ("名前", "The name"),
    "summary": ("まとめ", "The summary"),
    "when_used": ("いつ使うか", "When it is used"),
    "how_solved": ("どう課題を解決するか", "How it solves the problem"),
    "effect": ("効果", "The effect"),
    "how_done": ("どう実現するか", "How it is done"),
    "headline": ("見出し", "The headline"),
    "release_date": ("発表日", "The date"),
    "company": ("会社", "The company"),
    "service": ("サービス名", "The name of the service"),
    "first_place": ("最初に出会う場所", "The first place where a customer meets it"),
    "who_and_when": ("誰が、どんなときに", "Who and when"),
    "now_possible": ("これからできること", "What is now possible"),
    "norm_changed": ("変わる当たり前", "The norm that it changes"),
    "measured_by": ("誰が測るか", "Who measures and decides"),
    "how_measured": ("どう測るか", "How it is measured"),
    "subjects": ("試す人", "Who tries the mock"),
    "purpose": ("目的", "The purpose"),
    "rule": ("判定のしかた", "How a session is judged"),
    "follow_up": ("テストのあと", "The follow-up"),
    "sheet": ("観察シート", "The observer's sheet"),
    "interview": ("終わったあとの質問", "The interview"),
    **PROVEN_FIELD_NAMES,
}
"""Fields of drafts as people call them; the model sees the field's own name beside."""
