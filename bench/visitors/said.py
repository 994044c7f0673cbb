"""Comments and names of elements as they are sent, beside what of them may be kept."""

from typing import Final

COMMENTS: Final[tuple[tuple[str, str], ...]] = (
    ("注文がすぐ終わって楽でした。", "注文がすぐ終わって楽でした。"),
    ("列に並ばなくていいなら、毎日使います。", "列に並ばなくていいなら、毎日使います。"),
    ("I could not find the price before the last screen.", "I could not find the price before the last screen."),
    ("まあまあ 🙂🍙\n次は家族にも見せたい", "まあまあ 🙂🍙\n次は家族にも見せたい"),
    ("<script>alert(1)</script><img src=x onerror=alert(2)>", "<script>alert(1)</script><img src=x onerror=alert(2)>"),
    ('=HYPERLINK("https://example.com","Click")', '=HYPERLINK("https://example.com","Click")'),
    ("'); DROP TABLE metrics; --", "'); DROP TABLE metrics; --"),
    ("  \u202eback to front\u202c \x00\x07 ", "back to front"),
    ("half a character: \ud83d", "half a character: ?"),
    ("長い話 " * 1000, ("長い話 " * 1000)[:2000]),
    ('{"$ne": null}, ${jndi:x}, %s%n', '{"$ne": null}, ${jndi:x}, %s%n'),
)
"""(sent, kept): docs/metrics.md, "Limits". Written down by hand, so that the code under test has no say in it."""

ELEMENTS: Final[tuple[tuple[str, str], ...]] = (
    ("hero-button", "hero-button"),
    ("注文する", "注文する"),
    ("price", "price"),
    ("もっと見る", "もっと見る"),
    ("back", "back"),
    ("menu/A+B=C&D", "menu/A+B=C&D"),
    ("</script><b>", "</script><b>"),
    ("=1+1", "=1+1"),
    ("e" * 250, "e" * 200),
)
"""(sent, kept)."""
KEPT: Final = dict((*COMMENTS, *ELEMENTS))
