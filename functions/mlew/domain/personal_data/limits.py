"""What the rules cannot find. Shown wherever masked text is shown: masking lowers a risk, it does not end it."""

from mlew.domain.base import Locale

LIMITS: dict[Locale, tuple[str, ...]] = {
    "ja": (
        "名簿にない人の名前（家族、上司、取引先など）、あだ名、名簿と違う漢字や読み（ひらがな・ローマ字）で書かれた名前",
        "一文字の姓だけの呼び方で、敬称が付いていないもの（「林が」など）",
        "住所（〒の番号は消えますが、市区町村や番地は残ります）、建物名、勤務先、部署、役職",
        "生年月日、年齢、社員番号、会員番号、口座番号、免許証・旅券の番号、車のナンバー、IP アドレス",
        "わざと崩して書かれたもの（「taro アット example ドット jp」、漢数字の電話番号など）",
        "市外局番のない電話番号（1234-5678）、ハイフンも〒もない 7 桁の郵便番号",
        "検査用の数字が合わない、書き間違えたカード番号とマイナンバー",
        "SNS のアカウント名、URL、写真や録音の中身",
        "話の内容から本人が分かってしまうもの（「本社でただ一人の」など）",
    ),
    "en": (
        "Names of people who are on no list (family, managers, clients), nicknames, and listed names in another "
        "spelling or script",
        "A family name of one character without an honorific, and a given or family name that is not capitalised",
        "Addresses (the postal code goes, town, street and number stay), buildings, employers, departments, titles",
        "Dates of birth, ages, staff, member and account numbers, licences, passports, number plates, IP addresses",
        "What is disguised on purpose (“taro at example dot jp”, numbers in words)",
        "Phone numbers without an area code (555-0123), postal codes of other countries, and Japanese ones of 7 digits "
        "without hyphen or 〒",
        "Card and My Number numbers that were mistyped, so that their check digit does not fit",
        "Names of accounts in social media, web addresses, what is in pictures or recordings",
        "What gives a person away by its content (“the only one at head office who …”)",
    ),
}
