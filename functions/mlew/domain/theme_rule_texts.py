"""What the rules of themes say, in both languages."""

THEME_RULE_TEXTS: dict[str, tuple[str, str]] = {
    "few-themes": (
        "テーマが {count} 個あります。近いものをまとめて {most} 個以下にしてください。",
        "There are {count} themes. Merge those that are close: {most} at most.",
    ),
    "theme-once": (
        "同じ名前のテーマがもう 1 つあります。まとめるか、違いが分かる名前にしてください。",
        "Another theme has the same name. Merge them, or name what is different.",
    ),
    "theme-complete": ("「{name}」（{field}）が空です。", "{name} ('{field}') is empty."),
    "theme-voices": (
        "このテーマには発言が 1 つもありません。発言の番号を書くか、テーマを消してください。",
        "No voice stands behind this theme. Give ids of voices, or drop it.",
    ),
    "known-voice": (
        "「{unknown}」という発言はありません。資料にある番号をそのまま使ってください。",
        "There is no voice '{unknown}'. Use the ids of the material as they stand.",
    ),
    "voice-apart": (
        "{voices} はテーマにも「まとめなかった発言」にもあります。どちらか一方にしてください。",
        "{voices}: in a theme and listed as not grouped. Choose one.",
    ),
    "every-voice": (
        "{voices} がどこにもありません。テーマに入れるか、まとめなかった発言に加えてください。",
        "{voices}: missing. Put them into a theme, or list them as not grouped.",
    ),
    "voices-left-out": (
        "全 {all} 件のうち、モデルが読んでテーマに分けたのは {shown} 件です。残る {left} 件は一覧で読んでください。",
        "The model read {shown} of {all} voices to group them. Read the other {left} in the list.",
    ),
}

THEME_PLACE_NAMES: dict[str, tuple[str, str]] = {
    "themes": ("テーマ", "themes"),
    "theme": ("{number} 番目のテーマ", "theme {number}"),
    "not_grouped": ("まとめなかった発言", "not_grouped"),
    "voices": ("発言", "voices"),
}
