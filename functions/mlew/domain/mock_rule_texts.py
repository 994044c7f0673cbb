"""What each broken rule of a mock says, in both languages."""

MOCK_RULE_TEXTS: dict[str, tuple[str, str]] = {
    "words-present": (
        "ここに言葉がありません。画面に出す文を書いてください。",
        "Words are missing here. Write what is shown.",
    ),
    "part-filled": (
        "{count} 個では足りません。実際のサービスらしい内容を {least} 個以上書いてください。",
        "{count} is too few. Write at least {least}, as a real service would show.",
    ),
    "list-fits": (
        "{count} 個は多すぎます。{most} 個までに絞ってください。",
        "{count} is too many. Keep the {most} that matter most.",
    ),
    "text-fits": (
        "長すぎます。全角 {full} 字（半角 {half} 字）までに短くしてください。",
        "Too long: at most {half} characters ({full} full-width ones).",
    ),
    "brand-colour": (
        "「{found}」は色として読めません。#1f5fbf のように、# と 16 進数 6 桁で書いてください。",
        "'{found}' is no colour. Write # and six hexadecimal digits, as in #1f5fbf.",
    ),
    "colour-contrast": (
        "{found} は淡く、白い画面では見えません（コントラスト比 {ratio}、{least} 以上が必要）。濃い色にしてください。",
        "{found} is too pale to be seen on a white page (contrast {ratio}, needed {least}). Choose a darker colour.",
    ),
    "any-screen": ("画面が 1 つもありません。", "There is no screen at all."),
    "screen-id": (
        "「{found}」は画面の id に使えません。英小文字で始め、英小文字・数字・ハイフンだけで書いてください。"
        "finish と leave は使えません。",
        "'{found}' cannot be a screen's id. Begin with a lower-case letter; letters, digits and hyphens only; not "
        "finish or leave.",
    ),
    "screen-id-once": (
        "id「{found}」が {count} 回使われています。画面ごとに変えてください。",
        "The id '{found}' is used {count} times. Each screen has its own.",
    ),
    "action-words": ("ボタンの言葉がありません。", "The button has no words."),
    "action-leads": (
        "「{found}」という行き先はありません。{known} から選んでください。",
        "'{found}' leads nowhere; use one of {known}.",
    ),
    "screen-reached": (
        "最初の画面 {first} から {id} に進めません。ここへ進むボタンを付けるか、画面を削ってください。",
        "{id} cannot be reached from the first screen {first}. Add a way to it, or drop it.",
    ),
    "screen-left": (
        "{id} から finish にも leave にも進めません。出口を付けてください。",
        "Neither finish nor leave can be reached from {id}. Give it a way out.",
    ),
    "abnormal-returns": (
        "うまくいかなかったときの {id} から、通常の流れに戻る道も leave もありません。",
        "{id} belongs to the abnormal course, but leads neither back to the normal one nor to leave.",
    ),
    "finish-reached": (
        "最初の画面 {first} から、各画面の 1 番目のボタンをたどって finish に着くようにしてください。",
        "The first button of each screen, from {first} on, has to lead to finish.",
    ),
    "starts-normal": (
        "最初の画面は、通常の流れ（normal）から始めてください。",
        "The first screen belongs to the normal course.",
    ),
    "abnormal-course": (
        "うまくいかないときの画面（course が abnormal）が 1 つ以上必要です。",
        "At least one screen shows what happens when it does not go well (course: abnormal).",
    ),
    "step-shown": (
        "ステップ {number}「{step}」を見せる画面がありません。step を {number} にした画面を入れてください。",
        "No screen shows step {number} of the press release ('{step}'). Give it one, with step {number}.",
    ),
    "known-step": (
        "ステップ {found} はありません。1〜{most}、どのステップでもなければ 0 にしてください。",
        "There is no step {found}: 1 to {most}, or 0 for none.",
    ),
    "words-differ": (
        "同じ言葉が 2 回出てきます。一つずつ違う言葉にしてください。",
        "The same words come twice; each has to differ.",
    ),
    "value-fits": (
        "「{value}」は {input} に合いません（日付は YYYY-MM-DD、数は数字、選択は選択肢のどれか）。",
        "'{value}' does not fit {input}: dates as YYYY-MM-DD, numbers in digits, choices from the options.",
    ),
    "fits-labels": (
        "値が {count} 個ありますが、見出しは {most} 個です。数をそろえてください。",
        "{count} values for {most} labels: give one for each.",
    ),
    "one-recommended": ("おすすめは 1 つだけにしてください。", "Recommend one option only."),
    "same-labels": (
        "系列ごとに項目が違います。同じ項目を同じ順に並べてください。",
        "The series have different labels. Give all the same ones, in the same order.",
    ),
    "donut-parts": (
        "donut には、0 以上の値の系列を 1 つだけ入れてください。",
        "A donut shows one series, with no value below 0.",
    ),
    "file-ending": (
        "「{found}」はファイルの種類ではありません。.pdf のように書いてください。",
        "'{found}' is no kind of file. Write it as .pdf.",
    ),
    "sample-accepted": (
        "見本の「{found}」は受け付ける種類（{known}）ではありません。",
        "The sample '{found}' is none of the accepted kinds ({known}).",
    ),
    "real-day": (
        "「{found}」という日はありません。YYYY-MM-DD で書いてください。",
        "'{found}' is no real day. Write YYYY-MM-DD.",
    ),
    "days-in-order": ("日付は早い順に、1 日 1 回だけ書いてください。", "Write the days in order, each once."),
    "before-and-after": (
        "前と後の 2 つの値を書いてください。",
        "Write two values: before and after.",
    ),
    "no-filler": (
        "「{found}」は仮の言葉です。実際のサービスの言葉に書き換えてください。",
        "'{found}' is filler. Write what the real service would say.",
    ),
    "no-markup": (
        "「{found}」は使えません。タグや記法を使わず、文だけで書いてください。",
        "'{found}' is markup. Write plain text only.",
    ),
    "no-hidden-characters": (
        "目に見えない文字（{found}）が入っています。取り除いてください。",
        "There are invisible characters ({found}). Take them out.",
    ),
    "no-contact": (
        "「{found}」は実在する連絡先かもしれません。取り除くか、example.com のような例示用のものにしてください。",
        "'{found}' could be somebody's. Leave it out, or use one made for examples such as example.com.",
    ),
    "no-personal-name": (
        "「{found}」は人の名前に見えます。「店長」「夜勤の看護師」のように、立場で書いてください。",
        "'{found}' looks like a person's name. Say who it is by their position, as in 'a nurse on the night shift'.",
    ),
}

MOCK_PLACE_NAMES: dict[str, tuple[str, str]] = {
    "draft": ("モック", "draft"),
    "brand": ("ブランド", "brand"),
    "landing": ("紹介ページ", "landing page"),
    "closing": ("最後の質問", "closing questions"),
    "screens": ("体験の画面", "screens"),
    "screen": ("{number} 番目の画面", "screen {number}"),
}
