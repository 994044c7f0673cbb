"""What no text of a mock may be: filler, markup, hidden characters, somebody's name, or a way to reach somebody.

Names are found by what gives them away – a frequent name with an honorific, a title or a surname beside it,
initials. A rare name without any of these passes: a person still reads every mock before testers do.
"""

import re
import unicodedata

from mlew.domain.press_release import template_tokens

_FILLER = re.compile(
    r"lorem ipsum|ipsum dolor|dolor sit amet|your text here|(?:text|image) goes here|asdf|qwerty|\bTODO\b|\bFIXME\b"
    r"|ダミー(?:の)?(?:テキスト|文章|文字)|サンプル(?:の)?(?:テキスト|文章)|(?:テキスト){2,}|あああ|ほげほげ|hoge"
    r"|ここに.{0,12}(?:が入ります|を入れます|を記載)|後で(?:書く|記載)",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"<\s*[/!?]?\s*[A-Za-z][^<>\n]*>?|<!--|&(?:[A-Za-z]{2,8}|#x?[0-9A-Fa-f]{2,6});|(?:javascript|vbscript)\s*:\s*[\w(/]|data:\w+/"
    r"|\{\{|\{%|\}\}|!?\[[^\[\]]*\]\([^()]*\)",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"\*\*[^*]+\*\*|^\s{0,3}#{1,6}\s|```|^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")

_EXAMPLE_HOST = re.compile(
    r"(?:^|\.)(?:example(?:\.(?:com|org|net|jp|co\.jp|ne\.jp))?|test|invalid|localhost)$", re.IGNORECASE
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)*)", re.ASCII)
_ADDRESS = re.compile(r"(?:https?|ftp)://([^\s/:?#、。」）)]+)|\bwww\.([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?<![\w@.-])((?:[a-z0-9][a-z0-9-]*\.)+(?:com|net|org|jp|io|dev|app|shop|info|biz|uk|de|fr|cloud|ai|tv))(?![\w-])",
    re.IGNORECASE | re.ASCII,
)
_PHONE = re.compile(
    r"(?<![\d.-])(?:\+\d{1,3}[\s-]?\(?\d[\d\s()-]{6,13}\d|0\d{1,4}[-(\s]\d{1,4}[-)\s]\d{3,4}|0[5789]0\d{8})(?![\d-])"
)
_FICTIONAL_PHONE = re.compile(r"^(?:0+|1?[2-9]\d{2}55501\d\d|1?\d{3}555\d{4}|0\d{1,4}0{4,}|\d+0{4})$")
_PLACE = re.compile(
    r"〒\s*\d{3}-?\d{4}|[都道府県].{1,12}[市区町村].{0,16}\d+\s*(?:丁目|番地?|[-－‐−]\s*\d)"
    r"|\b\d{1,5}[A-Za-z]? (?:[A-Z][a-z]+ ){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Boulevard|Blvd\.)"
)

_SURNAMES = (
    "佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|清水|山崎|池田|橋本|阿部|石川|"
    "山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|岡本|金子|藤原|三浦|中野|中川|原田|松田|"
    "竹内|小野|田村|中山|和田|石田|森田|上田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|谷口|今井|工藤|高田|増田|丸山|杉山|村田|大塚|"
    "新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菅原|岩崎|久保|桜井|木下|野村|松尾|菊地|佐野|大西|杉本|新田|浜田|菅野|市川|古川"
)
_GIVEN_JA = "太郎|花子|一郎|次郎|健太|大輔|翔太|美咲|陽子|恵子|裕子|直樹|拓也|愛子|由美|さくら|陽菜|結衣|蓮|大翔"
_NAME_JA = re.compile(
    rf"(?:{_SURNAMES})(?:[ 　]?(?:{_GIVEN_JA}))?[ 　]?(?:さん|様|さま|氏|君|くん|ちゃん|先生)"
    rf"|(?:{_SURNAMES})[ 　]?(?:{_GIVEN_JA})"
    r"|(?<![A-Za-zＡ-Ｚ])[A-ZＡ-Ｚ][.．・][ ]?[A-ZＡ-Ｚ][.．]?[ 　]?(?:さん|様|さま|氏)"
)
_GIVEN_EN = (
    "James|John|Robert|Michael|David|William|Richard|Joseph|Thomas|Charles|Christopher|Daniel|Matthew|Anthony|Steven|"
    "Andrew|Kevin|Brian|George|Timothy|Edward|Jason|Jeffrey|Ryan|Jacob|Nicholas|Eric|Jonathan|Stephen|Peter|Paul|Adam|"
    "Mary|Patricia|Jennifer|Linda|Elizabeth|Barbara|Susan|Jessica|Sarah|Karen|Lisa|Nancy|Sandra|Ashley|Emily|Kimberly|"
    "Donna|Michelle|Carol|Amanda|Melissa|Deborah|Stephanie|Rebecca|Sharon|Laura|Cynthia|Amy|Kathleen|Angela|Anna|Emma|"
    "Olivia|Sophia|Maria|Julia|Jane|Alice|Helen|Kate|Lucy|Tom|Mike|Dave|Steve|Yuki|Kenji|Hiroshi|Yoko|Akiko|Haruto|Taro|Hanako"
)
_NAME_EN = re.compile(
    rf"\b(?:{_GIVEN_EN})(?: [A-Z]\.| [A-Z][a-z]+(?![a-z]))|\b(?:Mr|Ms|Mrs|Mx|Dr)\.? [A-Z][a-z]+"
    rf"|^(?:{_GIVEN_EN})(?=,|$| \()|\b(?!U\.S\.|U\.K\.|E\.U\.)[A-Z]\. ?[A-Z]\.(?=,|$)"
)


def filler(text: str) -> str:
    """Words that stand for content that nobody wrote, template's tokens included; "" if there are none."""
    found = _FILLER.search(text)
    return found.group() if found else next(iter(template_tokens(text)), "")


def markup(text: str, *, plain: bool = True) -> str:
    """Tags, entities, script addresses, template or Markdown syntax; "" if none. `plain`: emphasis counts too."""
    found = _MARKUP.search(text) or (_EMPHASIS.search(text) if plain else None)
    return found.group() if found else ""


def hidden(text: str) -> str:
    """Control characters and marks that turn the direction of text, as U+…; "" if there are none."""
    return ", ".join(dict.fromkeys(f"U+{ord(c):04X}" for c in _HIDDEN.findall(text)))


def without_hidden(text: str) -> str:
    """`text` without what `hidden` finds."""
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def contact(text: str) -> str:
    """An address, mail address, domain or telephone number that could be somebody's; "" if there is none.

    Example domains (RFC 2606) and numbers that nobody has (555-01…, …0000) may stand.
    """
    plain = unicodedata.normalize("NFKC", text)
    for found in (*_MAIL.finditer(plain), *_ADDRESS.finditer(plain), *_DOMAIN.finditer(plain)):
        if not _EXAMPLE_HOST.search(next(group for group in found.groups() if group is not None)):
            return found.group()
    for found in _PHONE.finditer(plain):
        if not _FICTIONAL_PHONE.match(re.sub(r"\D", "", found.group())):
            return found.group()
    place = _PLACE.search(plain)
    return place.group() if place else ""


def personal_name(text: str) -> str:
    """What looks like a person's name; "" if nothing does (see the limit above)."""
    found = _NAME_JA.search(text) or _NAME_EN.search(text)
    return found.group() if found else ""
