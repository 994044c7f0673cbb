"""What the quality rules of Listen, Define and Invent of the improvement edition say, in both languages."""

REVIEW_RULE_TEXTS: dict[str, tuple[str, str]] = {
    # All three
    "nothing-found-out": (
        "まだ数字も声もありません。確かめたように書かず、元のまま仮定として残してください。",
        "There is no number and no voice yet. Claim nothing as found out; leave it as the assumption that it was.",
    ),
    "words-as-spoken": (
        "「{quoted}」という言葉は数字と声の中にありません。記録にある言葉をそのまま引いてください。",
        "'{quoted}' is nowhere in the numbers and voices. Quote the words as they stand there.",
    ),
    # Listen
    "correction-needs-evidence": (
        "根拠のない修正です。数字か声を書くか、元のまま残してください。",
        "This correction rests on nothing. Give the number or voice, or leave it as it was.",
    ),
    "action-once": (
        "行動 {action} が 2 回出てきます。新しい行動の番号は空欄にしてください。",
        "Action {action} comes twice. Leave the number of a new action empty.",
    ),
    "action-lost": (
        "行動 {action} がなくなっています。元の場所に戻すか、外した理由を数字か声で示してください。",
        "Action {action} is missing. Put it back, or list it as removed with the number or voice that says so.",
    ),
    "people-of-how-many": (
        "{asked} 人中 {people} 人はありえません。そうした人数と、聞いた人数を書いてください。",
        "{people} of {asked} is impossible. Write how many did it, and of how many.",
    ),
    "people-there-were": (
        "{asked} 人に聞いたとありますが、試した人は {people} 人です。",
        "It speaks of {asked} people, but {people} have tried it.",
    ),
    "ease-needs-evidence": (
        "根拠のない段階の変わりやすさは「まだ分からない」にしてください。",
        "Without evidence it is unknown how easily this stage changes.",
    ),
    "evidence-counts-people": (
        "根拠には、何人中何人のことかを書いてください。",
        "Say of how many people the evidence speaks, and how many of them.",
    ),
    "ease-reason": (
        "今のやり方を続けさせているものと、変わる条件を書いてください。",
        "Say what keeps today's way alive, and under which condition it changes.",
    ),
    # Define
    "question-once": (
        "問い {question} を 2 回測り直しています。1 回にまとめてください。",
        "Question {question} is measured twice. Measure it once.",
    ),
    "value-needs-evidence": (
        "値を変えた根拠がありません。数字か声を、何人中何人のことかとともに書くか、元の値に戻してください。",
        "The new value rests on nothing. Give the number or voice with how many of how many, or the old value.",
    ),
    "let-go-needs-evidence": (
        "手放してよい理由を、数字か声で示してください。",
        "Show by a number or a voice why this question can be let go.",
    ),
    "new-questions": (
        "新しい問いは {low}〜{high} 個です（今は {count} 個）。",
        "Write {low} to {high} new questions; there are {count}.",
    ),
    "new-kinds": (
        "新しい問いに「{kind}」がありません。",
        "There is no new question of the kind '{kind}'.",
    ),
    "grows-out-of": (
        "どの問いを広げたものかを、番号で示してください。",
        "Say by its number which question it grows out of.",
    ),
    "question-new": (
        "前からある問いと同じ文です。より広い、より大きな問いにしてください。",
        "This question was there already. Make it wider or larger.",
    ),
    "from-easy-stages": (
        "変わりやすいと分かった段階から、新しい問いを {count} 個以上立ててください。",
        "At least {count} new questions come from stages that were found easy to change.",
    ),
    # The widened list of solutions
    "difficulty-learnt": (
        "難易度を直すには、試作や検証で分かったことが必要です。書けなければ元の難易度のままにしてください。",
        "A difficulty changes by what was learnt in building or testing. Say it, or leave the difficulty as it was.",
    ),
    "drop-reason": ("外す理由を書いてください。", "Say why it is dropped."),
    "drop-too-hard": (
        "難易度は {value} です。難しすぎるとして外すのは難易度 10 だけです。",
        "Its difficulty is {value}; only 10 is dropped as too hard.",
    ),
    "added-solutions": (
        "加える解決策は {low}〜{high} 個です（今は {count} 個）。",
        "Add {low} to {high} solutions; there are {count}.",
    ),
    "other-trades": (
        "加える解決策の少なくとも半分は、顧客とも今の一覧とも違う業界のものにしてください。",
        "At least half of the added solutions come from trades that neither the list nor the customer is of.",
    ),
    "joined-solution": (
        "二つ以上の解決策を一つにまとめた、一段上の解決策を加えてください。",
        "Add a higher solution that joins two or more into one.",
    ),
    "solution-new": (
        "同じ名前の解決策が一覧にあります。加えるものには別の名前を付けてください。",
        "The list has a solution of this name. Give what is added another name.",
    ),
    "added-difficulty": (
        "加える解決策の難易度は 1、3、5 のどれかです（今は {value}）。",
        "What is added has difficulty 1, 3 or 5, not {value}.",
    ),
    "effect-in-words": (
        "確かめていない数値は書けません。何が良くなるかを言葉で書いてください。",
        "Figures that nobody has verified do not belong here. Say in words what gets better.",
    ),
    "reach-said": (
        "「{solution}」がどの行動に届くかを示してください。届くものがなければ空にします。",
        "Say which actions '{solution}' reaches; leave it empty if none.",
    ),
    "action-reached": (
        "行動 {action} にはどの解決策も届いていません。届く解決策を加えてください。",
        "No solution reaches action {action}. Add one that does.",
    ),
    # Inventions made anew
    "known-invention": (
        "「{unknown}」は前の発明ではありません。前の発明は {known} です。",
        "'{unknown}' is not the former invention; that is {known}.",
    ),
    "kept-or-left": (
        "前の発明の何を残し、何を捨てたかを、数字か声とともに書いてください。",
        "Say what of the former invention was kept or left out, with the number or voice.",
    ),
    "really-new": (
        "前の発明「{former}」と同じ組み合わせで、同じ問いに答えています。違う解き方にしてください。",
        "It combines the same solutions for the same questions as '{former}'. Solve it another way.",
    ),
    "refines-former": (
        "このペアは今の発明で進みます。少なくとも一つは {former} を根拠に沿って磨いたものにしてください。",
        "This pair goes on with its invention: at least one has to refine {former} by the evidence.",
    ),
    "data-loop": (
        "使うほど何がたまり、次の体験の何が良くなるかを書いてください。",
        "Say what use leaves behind, and what gets better next time because of it.",
    ),
}

REVIEW_PLACE_NAMES: dict[str, tuple[str, str]] = {
    "segment": ("対象の顧客", "segment"),
    "questions": ("新しい問い", "questions"),
    "solutions": ("加える解決策", "solutions"),
}
