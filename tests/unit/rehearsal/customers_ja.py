"""Made-up customers and solutions of very different trades, in Japanese."""

from mlew.domain.customer import CustomerSheet
from mlew.domain.solution import Solution, TeamAnswer

IRONWORKS = (
    CustomerSheet(
        product="資材購買の支援サービス",
        title="鋳物工場の購買担当者",
        summary="毎月の資材を切らさず、少しでも安く買いたい",
        purpose=("資材を切らさずに残業を減らしたい", "単価の根拠を説明できるようにしたい"),
        behaviour=(
            "在庫表を見て足りない資材を書き出す",
            "仕入先3社に電話して見積もりを依頼する（1社10分）",
            "返ってきた見積書をエクセルに転記する（1件15分、月に20件）",
            "価格と納期を見比べて発注先を決める",
            "上長に承認をもらう（半日かかる）",
            "注文書をFAXで送る",
        ),
        attributes=("従業員40人の町工場", "購買は一人で兼務している", "パソコンは得意ではない"),
    ),
    (
        Solution(
            name="見積書の自動読み取り",
            origin="製造業",
            when_used="紙やPDFの見積書が届いたとき",
            how_solved="書式がばらばらの見積書から品名と単価と納期を読み取り、表にそろえる",
            effect="転記の時間が80%減った",
            how_done="文字認識と言語モデルで項目を抜き出し、人が確認する",
        ),
        Solution(
            name="発注点の通知",
            when_used="在庫が減ってきたとき",
            how_solved="使った分を記録し、発注点を下回ると知らせる",
            effect="欠品が月3件から0件になった",
            how_done="スプレッドシートと通知",
        ),
        Solution(
            name="相場の見える化",
            when_used="価格が妥当か判断するとき",
            how_solved="過去の単価と市況を並べて、妥当な幅を示す",
            effect="購買単価が4%下がった",
            how_done="過去の発注データを分析し、予測モデルで幅を出す",
        ),
        Solution(
            name="承認チャット",
            when_used="上長の承認が必要なとき",
            how_solved="要点を3行にまとめて承認者に送り、その場で押せるようにする",
            effect="承認待ちが2日から1時間になった",
            how_done="チャットのボタンとワークフロー",
        ),
    ),
    (TeamAnswer(question="文字認識を使ったことはありますか", answer="文字認識の経験が一度ある"),),
)

CHOIR = (
    CustomerSheet(
        product="部活動の連絡帳アプリ",
        title="中学校の合唱部の部長",
        purpose=("コンクールまでに全員がそろう練習日を増やしたい",),
        behaviour=(
            "毎週、部員に練習に出られる日を聞いています",
            "返事を紙の表にまとめる（30分くらい）",
            "顧問の先生に相談して練習日を決める",
            "当日に休む人が出たら、パート練習のメニューを考え直す",
        ),
        attributes=("中学2年生、部員は28人", "スマートフォンを持っていない部員もいる"),
    ),
    (
        Solution(
            name="出欠ボード",
            when_used="集まれる日を決めるとき",
            how_solved="教室の掲示に貼った二次元コードから、名前を押すだけで出欠が集まる",
            effect="集計の時間が30分から2分になった",
            how_done="フォームと表計算",
        ),
        Solution(
            name="練習メニューの提案",
            when_used="人数がそろわないとき",
            how_solved="来られるパートの組み合わせから、その日にできる曲と練習を並べる",
            effect="急な変更でも5分で練習を始められた",
            how_done="曲とパートの一覧に、言語モデルの提案を重ねる",
        ),
        Solution(
            name="録音のふりかえり",
            when_used="歌った後",
            how_solved="録音を小節ごとに区切り、音程が外れた所に印をつける",
            effect="直す所を見つける時間が半分になった",
            how_done="音声認識で音の高さを測る",
        ),
    ),
    (),
)

DENTIST = (
    CustomerSheet(
        product="歯科向け予約システム",
        title="家族で営む歯科医院の受付スタッフ",
        purpose=("患者を待たせない", "定期検診に来てもらう割合を上げる"),
        behaviour=(
            "電話で予約を受け付ける（1日に25件、1件4分）",
            "予約台帳に鉛筆で書き込む",
            "前日に確認の電話をかける",
            "急患が入ると、後の患者の時間をずらす",
            "検診の時期になった患者へはがきを送る（1枚63円）",
            "会計をして次の予約を取る",
        ),
        attributes=("歯科医師2人、受付1人", "高齢の患者が多く、電話を好む"),
    ),
    (
        Solution(
            name="空き枠のお知らせ",
            when_used="急に空きが出たとき",
            how_solved="早い日を希望した患者にメッセージを送り、先に答えた人の予約を取る",
            effect="空き枠の7割が埋まった",
            how_done="メッセージの送信と待ち行列",
        ),
        Solution(
            name="音声受付",
            when_used="電話が重なるとき",
            how_solved="用件を聞き取り、空いている時間を案内して予約を仮に取る",
            effect="電話の件数が1日20件減った",
            how_done="音声認識と言語モデルを予約台帳に連携する",
        ),
        Solution(
            name="来院予測",
            when_used="誰に声をかけるか決めるとき",
            how_solved="検診を飛ばしそうな患者から順に並べる",
            effect="無断キャンセルが3分の1減った",
            how_done="来院履歴から予測モデルを作る",
        ),
    ),
    (TeamAnswer(question="音声認識の経験", answer="音声認識は未経験です"),),
)
