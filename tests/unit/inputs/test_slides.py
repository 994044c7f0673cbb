"""PowerPoint: the filled sheet is taken, wherever its boxes stand."""

import io
import zipfile

import pytest

from mlew.inputs.slides import Slides, read_slides
from tests.unit.inputs.deck import Deck, picture

BEHAVIOUR = ["棚を見る", "電話で注文する"]


def read(deck: Deck) -> Slides:
    return read_slides(deck.data(), file="customer.pptx")


def rules(slides: Slides) -> list[tuple[str, int]]:
    return [(d.rule, d.number) for d in slides.defects]


def usual_deck(filled: bool = True) -> Deck:
    deck = Deck()
    deck.slide("顧客シートの書き方").sheet("顧客が望む状態を書きます。", ["今の行動を書きます。"], "背景を書きます。")
    example = deck.slide("ベランダ菜園を楽しむ人").sheet("食べる日を迎える", ["苗を選ぶ"], "40 代")
    example.text("記入例", 20, 1, 3)
    if filled:
        deck.slide("食堂の店長").sheet("残さず出しきる", BEHAVIOUR, "調理歴 20 年", "毎朝 300 食を仕込んでいる")
    else:
        deck.slide("XXXX").sheet("XXXX", ["ああああ", "○○"], "ここに記入")
    return deck


def test_of_guide_example_and_sheet_the_sheet_is_taken() -> None:
    slides = read(usual_deck())
    assert len(slides.sheets) == 1
    sheet = slides.sheets[0]
    assert sheet.title == "食堂の店長"
    assert sheet.purpose == ("残さず出しきる",)
    assert sheet.behaviour == tuple(BEHAVIOUR)
    assert sheet.attributes == ("調理歴 20 年",)
    assert sheet.summary == "毎朝 300 食を仕込んでいる"
    assert slides.defects == ()


def test_an_empty_form_is_refused_with_its_slide() -> None:
    slides = read(usual_deck(filled=False))
    assert slides.sheets == ()
    assert rules(slides) == [("form-not-filled", 3)]


def test_a_form_without_any_text_in_its_boxes_is_refused() -> None:
    deck = Deck()
    deck.slide("顧客シート").sheet("", [""], "")
    assert rules(read(deck)) == [("form-not-filled", 1)]


def test_template_text_left_in_a_filled_sheet_is_named() -> None:
    deck = Deck()
    deck.slide("店長").sheet("残さない", ["棚を見る", "XXXX"], "40 代")
    slides = read(deck)
    assert len(slides.sheets) == 1
    assert rules(slides) == [("template-text", 1)]
    assert slides.defects[0].values["token"] == "XXXX"


def test_an_example_alone_is_no_customer() -> None:
    deck = Deck()
    deck.slide("例：ベランダ菜園").sheet("食べる日を迎える", ["苗を選ぶ"], "40 代")
    assert rules(read(deck)) == [("only-example", 1)]


def test_several_filled_slides_are_several_sheets() -> None:
    deck = usual_deck()
    deck.slide("レジ係").sheet("列をなくす", ["釣り銭を数える"], "20 代")
    assert [s.title for s in read(deck).sheets] == ["食堂の店長", "レジ係"]


def test_a_hidden_slide_does_not_count() -> None:
    deck = usual_deck()
    deck.slide("下書き").sheet("残さない", ["考え中"], "40 代").raw.element.set("show", "0")
    assert [s.title for s in read(deck).sheets] == ["食堂の店長"]


def test_labels_as_shapes_of_their_own_get_the_text_below_them() -> None:
    deck = Deck()
    slide = deck.slide("店長")
    for label, text, x, y in (("目的", "残さない", 1, 4), ("行動", "棚を見る", 17, 4), ("属性", "40 代", 1, 12)):
        slide.text(label, x, y, 3)
        slide.text(text, x, y + 1.2, 7, 4)
    slide.text("毎朝 300 食を仕込んでいる", 9, 12, 6, 2)
    sheet = read(deck).sheets[0]
    assert (sheet.purpose, sheet.behaviour, sheet.attributes) == (("残さない",), ("棚を見る",), ("40 代",))
    assert sheet.summary == "毎朝 300 食を仕込んでいる"


def test_several_notes_in_the_frame_of_a_label_belong_to_it() -> None:
    deck = Deck()
    slide = deck.slide("店長")
    slide.frame(16, 4, 8, 12)
    slide.text("行動", 17, 4, 3)
    for number, text in enumerate(["棚を見る", "注文する", "待つ"]):
        slide.text(text, 17, 6 + 3 * number, 6, 2)
    slide.box("目的", ["残さない"], 1, 4)
    assert read(deck).sheets[0].behaviour == ("棚を見る", "注文する", "待つ")


def test_an_empty_frame_does_not_take_the_sentence_nearby() -> None:
    deck = Deck()
    slide = deck.slide("店長")
    slide.frame(1, 4, 7, 4)
    slide.text("属性", 1.5, 4.2, 2)
    slide.text("毎朝 300 食を仕込んでいる", 1, 8.5, 7, 1)
    slide.box("目的", ["残さない"], 10, 4)
    slide.box("行動", ["棚を見る"], 17, 4)
    slides = read(deck)
    assert slides.sheets[0].attributes == ()
    assert slides.sheets[0].summary == "毎朝 300 食を仕込んでいる"
    assert rules(slides) == [("box-missing", 1)]


def test_boxes_inside_nested_groups_are_found_in_place() -> None:
    deck = Deck()
    slide = deck.slide("店長")
    outer = slide.group()
    inner = outer.add_group_shape().shapes
    slide.text("行動", 17, 4, 3, on=inner)
    slide.text("棚を見る", 17, 5.2, 7, 4, on=inner)
    slide.box("目的", ["残さない"], 1, 4, on=outer)
    slide.box("属性", ["40 代"], 1, 12)
    sheet = read(deck).sheets[0]
    assert (sheet.purpose, sheet.behaviour, sheet.attributes) == (("残さない",), ("棚を見る",), ("40 代",))


def test_a_scaled_group_places_its_boxes_on_the_slide() -> None:
    deck = Deck()
    slide = deck.slide("店長")
    shapes = slide.group()
    slide.text("行動", 1, 1, 3, on=shapes)
    slide.text("棚を見る", 1, 2.2, 7, 2, on=shapes)
    group = slide.raw.shapes[-1]
    group.left, group.top, group.width, group.height = (v * 360000 for v in (17, 4, 7, 3))
    slide.text("近くの一文", 1, 2.2, 7, 2)
    slide.box("目的", ["残さない"], 1, 12)
    assert read(deck).sheets[0].behaviour == ("棚を見る",)


def test_a_table_with_labels_is_a_sheet() -> None:
    deck = Deck()
    slide = deck.slide("店長")
    table = slide.raw.shapes.add_table(3, 2, 360000, 1800000, 8000000, 3000000).table
    for row, (label, text) in enumerate((("目的", "残さない"), ("行動", "棚を見る\n注文する"), ("属性", "40 代"))):
        table.cell(row, 0).text, table.cell(row, 1).text = label, text
    sheet = read(deck).sheets[0]
    assert (sheet.purpose, sheet.behaviour, sheet.attributes) == (("残さない",), ("棚を見る", "注文する"), ("40 代",))


def test_english_slides_are_read() -> None:
    deck = Deck()
    slide = deck.slide("Canteen manager")
    slide.box("Purpose", ["Serve all of it"], 1, 4)
    slide.box("Behavior", ["Looks at shelves", "Orders by phone"], 17, 4)
    slide.box("Attributes:", ["Twenty years a cook"], 1, 12)
    sheet = read(deck).sheets[0]
    assert (sheet.title, sheet.behaviour) == ("Canteen manager", ("Looks at shelves", "Orders by phone"))


def test_slides_without_boxes_are_kept_as_text() -> None:
    deck = Deck()
    deck.slide("店長のこと").text("毎朝、勘で食数を決めている", 2, 5)
    slides = read(deck)
    assert "勘で食数" in slides.sheets[0].extra
    assert rules(slides) == [("no-boxes", 1)]


def test_pictures_come_from_the_sheet_only() -> None:
    deck = Deck()
    deck.slide("書き方").picture(picture(301))
    filled = deck.slide("店長").sheet("残さない", BEHAVIOUR, "40 代")
    filled.picture(picture(302))
    filled.picture(picture(302))
    slides = read(deck)
    assert [(number, p.data) for number, p in slides.pictures] == [(2, picture(302))]


def test_a_slide_with_a_picture_alone_gives_the_picture() -> None:
    deck = Deck()
    deck.slide().picture(picture())
    slides = read(deck)
    assert (slides.sheets, slides.defects, len(slides.pictures)) == ((), (), 1)


def test_a_deck_without_anything_says_so() -> None:
    deck = Deck()
    deck.slide()
    assert rules(read(deck)) == [("customer-empty", 0)]


def packed(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "rule"),
    [(packed(a=bytes(60_000_000)), "zip-bomb"), (packed(**{"word/document.xml": b"<x/>"}), "not-slides")],
)
def test_archives_that_are_no_slides_are_refused_unopened(data: bytes, rule: str) -> None:
    assert [d.rule for d in read_slides(data, file="customer.pptx").defects] == [rule]
