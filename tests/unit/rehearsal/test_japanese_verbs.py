import pytest

from mlew.rehearsal.phrase_ja import JapanesePhrase
from mlew.rehearsal.verbs_ja import able, joining, not_stem, plain, without


@pytest.mark.parametrize(
    ("written", "verb"),
    [
        ("見積もりを依頼します", "見積もりを依頼する"),
        ("台帳に書いている", "台帳に書く"),
        ("本を読んでいます", "本を読む"),
        ("材料を選んでいる", "材料を選ぶ"),
        ("家まで泳いでいる", "家まで泳ぐ"),
        ("返事を待っている", "返事を待つ"),
        ("道具を買っています", "道具を買う"),
        ("荷物を送っている", "荷物を送る"),
        ("店に行っている", "店に行く"),
        ("検査を行っている", "検査を行う"),
        ("鍵を探した", "鍵を探す"),
        ("在庫を確認した", "在庫を確認する"),
        ("電話で予約を受け付けています", "電話で予約を受け付ける"),
        ("朝早く起きます", "朝早く起きる"),
        ("本を借りた", "本を借りる"),
        ("残業を減らしたい", "残業を減らす"),
        ("欠品をなくしたい", "欠品をなくす"),
        ("作業を早くしたい", "作業を早くする"),
        ("休みにしたい", "休みにする"),
        ("計画を見直している", "計画を見直す"),
        ("メモしている", "メモする"),
        ("お願いしている", "お願いする"),
        ("売上を伸ばすこと", "売上を伸ばす"),
        ("売上を伸ばしたいと考えている", "売上を伸ばす"),
    ],
)
def test_forms_are_brought_to_the_plain_form(written: str, verb: str) -> None:
    assert plain(written) == verb


@pytest.mark.parametrize(
    "written", ["電話が多い", "時間がない", "早かった", "静かだ", "在庫確認", "て", "", "ファイル"]
)
def test_what_is_no_verb_is_not_read_as_one(written: str) -> None:
    assert plain(written) is None


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("依頼する", ("依頼せずに", "依頼し", "依頼できる", "依頼して")),
        ("書く", ("書かずに", "書か", "書ける", "書いて")),
        ("受ける", ("受けずに", "受け", "受けられる", "受けて")),
        ("見る", ("見ずに", "見", "見られる", "見て")),
        ("切る", ("切らずに", "切ら", "切れる", "切って")),
        ("買う", ("買わずに", "買わ", "買える", "買って")),
        ("待つ", ("待たずに", "待た", "待てる", "待って")),
        ("運ぶ", ("運ばずに", "運ば", "運べる", "運んで")),
        ("急ぐ", ("急がずに", "急が", "急げる", "急いで")),
        ("行く", ("行かずに", "行か", "行ける", "行って")),
        ("持って来る", ("持って来ずに", "持って来", "持って来られる", "持って来て")),
        ("準備をする", ("準備をせずに", "準備をし", "準備ができる", "準備をして")),
    ],
)
def test_verbs_take_their_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert (without(verb), not_stem(verb), able(verb), joining(verb)) == forms


@pytest.mark.parametrize(
    ("written", "do"),
    [
        ("在庫の確認", "在庫の確認を行う"),
        ("患者を待たせない", "患者を待たせないようにする"),
        ("電話が多い", "「電話が多い」に対応する"),
        ("「急ぎ」の電話が多い", "「『急ぎ』の電話が多い」に対応する"),
        ("まず、私は台帳を開きます。", "台帳を開く"),
        ("当日に休む人が出たら、メニューを考え直す", "メニューを考え直す"),
        ("😀", "「😀」に対応する"),
    ],
)
def test_any_phrase_becomes_something_that_one_does(written: str, do: str) -> None:
    assert JapanesePhrase(written.rstrip("。")).do == do


def test_a_condition_goes_along_where_the_situation_is_told() -> None:
    phrase = JapanesePhrase("急患が入ると、後の患者の時間をずらす")
    assert (phrase.when, phrase.situation) == ("急患が入ると", "急患が入ると、後の患者の時間をずらす")


@pytest.mark.parametrize(
    ("written", "topic"),
    [
        ("仕入先に電話して見積もりを依頼する", "見積もり"),
        ("在庫表を見て足りない資材を書き出す", "足りない資材"),
        ("電話が多い", ""),
    ],
)
def test_the_topic_is_what_is_acted_on(written: str, topic: str) -> None:
    assert JapanesePhrase(written).topic == topic
