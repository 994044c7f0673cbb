"""What the progress of a workshop says beside the kind of an event, in the workshop's language."""

from mlew.domain.workshop import Workshop

_TEXTS: dict[str, tuple[str, str]] = {
    "team-decides": ("時間になりました。どう進めるかはチームが決めます", "time is up: the team says how it goes on"),
    "manager-decides": (
        "時間になりました。プロダクトマネージャーが決めます",
        "time is up: the product manager decides",
    ),
    "pauses": (
        "時間内に誰も決めなかったので、ワークショップはこのゲートで休みます",
        "nobody decided in time; the workshop pauses at this gate",
    ),
    "by-numbers": ("数字による決定", "by the numbers"),
    "as-proposed": ("数字の提案どおりに決まりました", "decided as the numbers propose"),
    "no-mocks": (
        "モックは作りません。このデプロイはモックを公開できません",
        "no mocks are made: this deployment hosts none",
    ),
    "mock-destroyed": ("モックを削除しました", "mock destroyed"),
    "no-genu-files": ("GenU のファイルを書けませんでした：{error}", "files for GenU not written: {error}"),
}


def note_text(workshop: Workshop, key: str, **values: str) -> str:
    """Raises KeyError for a key that nobody has written."""
    ja, en = _TEXTS[key]
    return (ja if workshop.plan.locale == "ja" else en).format(**values)
