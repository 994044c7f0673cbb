"""Landing pages of the samples."""

from mlew.domain.base import Locale
from mlew.domain.mock_spec import Answered, Landing, Picture, Pointed, PricePlan, Voice

LANDINGS: dict[Locale, Landing] = {
    "ja": Landing(
        headline="壊れた家電は、話すだけで直りはじめる",
        lead="症状を話し、写真を一枚送る。原因の見立てと見積もりがその場で届き、いちばん早く来られる担当者が決まります。",
        action="いますぐ試す",
        picture=Picture(alt="スマートフォンで修理を相談している画面の図"),
        problem=Pointed(
            title="冷蔵庫が止まった夜、どこに電話すればいいのか",
            text="保証書を探し、型番を調べ、窓口が開くのを待つ。つながるころには、食材はもう傷んでいます。",
            icon="clock",
        ),
        pains=(
            "電話がつながるまで平均 18 分、折り返しは翌営業日",
            "来てもらうまで、直るのか、いくらかかるのかがわからない",
            "修理と買い替えのどちらが得か、自分では比べられない",
        ),
        how=(
            Pointed(title="話す", text="「氷ができない」「変な音がする」。いつもの言葉で伝えるだけ。", icon="chat"),
            Pointed(title="写す", text="型番のシールを撮ると、機種と部品の在庫がわかります。", icon="camera"),
            Pointed(title="決める", text="見積もりと買い替え費用を並べて、訪問日時まで選べます。", icon="calendar"),
        ),
        features=(
            Pointed(
                title="3 分で見立て", text="症状と型番から、考えられる原因を可能性の高い順に示します。", icon="spark"
            ),
            Pointed(
                title="金額は訪問の前に",
                text="部品代・出張費・作業費を分けて提示。当日増えることはありません。",
                icon="money",
            ),
            Pointed(title="近くの担当者", text="その機種を直した件数の多い人から、順にご紹介します。", icon="map"),
            Pointed(title="直らないときも", text="買い替えの候補と、引き取りの手配まで一度に済みます。", icon="shield"),
            Pointed(
                title="修理の記録", text="報告書と保証はスマートフォンに残り、次の故障で役立ちます。", icon="document"
            ),
            Pointed(title="資源を大切に", text="直して使った分だけ、減らせたごみの量をお知らせします。", icon="leaf"),
        ),
        voices=(
            Voice(
                who="二人の子どもを育てる共働きの会社員",
                quote="夜の十時に相談して、翌朝には直っていました。氷を買いに走らずに済んだのは初めてです。",
            ),
            Voice(
                who="築 30 年のアパートの大家",
                quote="入居者から直接写真が届くので、私が間に入って電話をかけ直すことがなくなりました。",
            ),
            Voice(
                who="ひとり暮らしを始めた大学生",
                quote="買い替えるつもりでしたが、直したほうが四万円も安いとわかりました。",
            ),
        ),
        prices=(
            PricePlan(
                name="そのつど",
                price="1,980円",
                per="1 回の相談",
                points=("見立てと見積もり", "担当者の手配", "修理後 90 日の保証"),
            ),
            PricePlan(
                name="おうちまるごと",
                price="680円",
                per="1 か月",
                points=("相談は何度でも無料", "出張費が無料", "修理後 1 年の保証", "家電 10 台まで登録"),
            ),
        ),
        price_note="部品代と作業費は、見積もりに同意いただいた分だけかかります。",
        faq=(
            Answered(
                question="どんな家電が対象ですか。",
                answer="冷蔵庫、洗濯機、エアコン、電子レンジなど 24 種類です。\n\n製造から 15 年を過ぎたものは、部品の有無を先に確かめます。",
            ),
            Answered(
                question="見積もりのあとで断ってもいいですか。", answer="はい。訪問の前日までは費用がかかりません。"
            ),
            Answered(
                question="夜や休日でも使えますか。",
                answer="相談と見立ては 24 時間使えます。訪問は 8 時から 21 時までです。",
            ),
            Answered(
                question="賃貸の備え付けの家電でも頼めますか。",
                answer="大家さんや管理会社に見積もりを送り、同意を得てから進められます。",
            ),
        ),
        closing="今夜困っているなら、今夜のうちに",
    ),
    "en": Landing(
        headline="Tell us what broke. It starts getting better there.",
        lead="Describe the fault and send one picture. You get the likely cause, a fixed price and the engineer who can be there first.",
        action="Try it now",
        picture=Picture(alt="Drawing of a phone on which somebody asks for a repair"),
        problem=Pointed(
            title="The fridge stops at ten at night. Whom do you call?",
            text="You look for the warranty, read a worn label and wait for the hotline to open. By then the food has gone off.",
            icon="clock",
        ),
        pains=(
            "18 minutes on hold, and a call back on the next working day",
            "No idea whether it can be repaired, or for how much, until somebody came",
            "No way to tell whether a new one would be cheaper",
        ),
        how=(
            Pointed(title="Say it", text="“It makes no ice.” “It rattles.” Your own words are enough.", icon="chat"),
            Pointed(
                title="Show it",
                text="A picture of the label tells the model and which parts are in stock.",
                icon="camera",
            ),
            Pointed(
                title="Settle it",
                text="Repair and replacement side by side, then pick the hour of the visit.",
                icon="calendar",
            ),
        ),
        features=(
            Pointed(
                title="A cause in three minutes",
                text="From fault and model, the likely causes, most likely first.",
                icon="spark",
            ),
            Pointed(
                title="The price before the visit",
                text="Parts, travel and work apart from each other. It does not grow on the day.",
                icon="money",
            ),
            Pointed(
                title="People nearby", text="Engineers who have repaired most of your model come first.", icon="map"
            ),
            Pointed(
                title="If it cannot be saved",
                text="Replacement and collection of the old one are arranged in one go.",
                icon="shield",
            ),
            Pointed(
                title="A record that stays",
                text="Report and warranty wait on your phone for the next time.",
                icon="document",
            ),
            Pointed(title="Less waste", text="See how much scrap each repair has spared.", icon="leaf"),
        ),
        voices=(
            Voice(
                who="Parent of two with a full-time job",
                quote="I asked at ten at night and it ran again the next morning. No midnight run for ice this time.",
            ),
            Voice(
                who="Landlord of an old block of flats",
                quote="Tenants send the pictures themselves. I no longer spend evenings calling back and forth.",
            ),
            Voice(
                who="Student in a first flat",
                quote="I was going to buy a new one. The repair turned out to be cheaper by far.",
            ),
        ),
        prices=(
            PricePlan(
                name="Once",
                price="£15",
                per="a request",
                points=("Cause and estimate", "Engineer arranged", "90 days of warranty"),
            ),
            PricePlan(
                name="Whole home",
                price="£6",
                per="a month",
                points=(
                    "As many requests as you like",
                    "No travel costs",
                    "One year of warranty",
                    "Up to ten appliances",
                ),
            ),
        ),
        price_note="Parts and work are charged only as far as you agreed to the estimate.",
        faq=(
            Answered(
                question="Which appliances do you repair?",
                answer="Fridges, washing machines, cookers, microwaves and 20 more.\n\nFor anything older than 15 years we check first whether parts exist.",
            ),
            Answered(
                question="Can I say no after the estimate?",
                answer="Yes. Until the day before the visit it costs nothing.",
            ),
            Answered(
                question="Does it work at night and at weekends?",
                answer="Requests are answered around the clock. Visits are from 8 to 21.",
            ),
            Answered(
                question="What about appliances that belong to my landlord?",
                answer="We send them the estimate and start once they agree.",
            ),
        ),
        closing="If it broke tonight, ask tonight",
    ),
}
