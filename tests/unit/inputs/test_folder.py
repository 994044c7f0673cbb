"""A discovery folder as a whole: what is read, what is passed over, and how each defect is named."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mlew.domain.inputs import WorkshopInputs
from mlew.errors import InputError
from mlew.inputs import needs_picture_reader, read_folder
from mlew.inputs.file_reading import read_file
from mlew.inputs.picture import MAX_PICTURES
from mlew.inputs.reading import Reading
from tests.unit.inputs.deck import Deck, picture, text_pdf

EXAMPLES = Path(__file__).parents[3] / "examples"
FILES = Path(__file__).parent / "files"
CUSTOMER = "# 店長\n\n## 目的\n- 残さない\n\n## 行動\n- 棚を見る\n\n## 属性\n- 40 代\n"
SOLUTIONS = """## 予測 : 飲食店
- いつ使う?: 発注の前
- どう課題を解決した?: 天気から
- どんな効果が出た?: 残りが3割減った
- どう実現している?: 表計算

## 計量 : ホテル
- いつ使う?: 片付け
- どう課題を解決した?: 写真
- どんな効果が出た?: 片付けが10分早い
- どう実現している?: カメラ
"""
ENGLISH = "# Manager\n\n## Purpose\n- Waste nothing\n\n## Behaviour\n- Looks at shelves\n\n## Attributes\n- A cook\n"

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Writes a sound folder; keyword arguments replace, add or (None) remove files."""

    def write(files: dict[str, bytes | str | None] | None = None) -> Path:
        content: dict[str, bytes | str | None] = {"customer.md": CUSTOMER, "solutions.md": SOLUTIONS, **(files or {})}
        for name, data in content.items():
            if data is not None:
                (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return tmp_path

    return write


def found(inputs: WorkshopInputs) -> list[tuple[str, str, str, str]]:
    return [(f.severity, f.rule, f.file, f.place) for f in inputs.findings]


@pytest.mark.parametrize(("name", "locale", "solutions"), [("staff-canteen", "ja", 12), ("tool-hire", "en", 11)])
def test_the_examples_are_complete_and_without_findings(name: str, locale: str, solutions: int) -> None:
    content = read_folder(EXAMPLES / name)
    sheet = content.inputs.customers[0]
    assert content.inputs.findings == ()
    assert content.locale == locale
    assert len(content.inputs.solutions) == solutions
    assert len(sheet.behaviour) == 7
    assert sheet.product
    assert content.plan.pairs


def test_the_picture_of_the_example_is_ready_to_be_sent() -> None:
    content = read_folder(EXAMPLES / "staff-canteen")
    (sent,) = content.inputs.pictures
    assert sent.source == "customer.png"
    assert len(content.pictures[sent.name]) == sent.byte_size


def test_a_sound_folder_has_no_findings(folder: Folder) -> None:
    content = read_folder(folder())
    assert content.usable
    assert content.inputs.findings == ()
    assert content.inputs.sources == ("customer.md", "solutions.md")
    assert content.originals == {"customer.md": CUSTOMER.encode(), "solutions.md": SOLUTIONS.encode()}


def deck(filled: bool = True) -> bytes:
    slides = Deck()
    if filled:
        slides.slide("店員").sheet("早く帰る", ["レジを打つ"], "20 代")
    else:
        slides.slide("書き方").text("説明", 2, 5)
        slides.slide("XXXX").sheet("XXXX", ["ああああ"], "○○")
    return slides.data()


def test_several_customers_lie_side_by_side(folder: Folder) -> None:
    content = read_folder(
        folder({"customer-b.pptx": deck(), "customer-c.png": picture(), "customer-d.pdf": text_pdf([(9, 9, "x")])})
    )
    assert [s.title for s in content.inputs.customers] == ["店員", "x", "店長"]
    assert [p.source for p in content.inputs.pictures] == ["customer-c.png", "customer-d.pdf"]


def test_other_files_are_passed_over(folder: Folder) -> None:
    noise: dict[str, bytes | str | None] = {
        ".customer.md.swp": "x", "~$customer.pptx": "x", "README.md": "# Listen", "memo.md": "x", ".DS_Store": b"\0",
    }  # fmt: skip
    content = read_folder(folder(noise))
    assert content.inputs.findings == ()
    assert content.ignored == ("memo.md",)


BROKEN: dict[str, tuple[dict[str, bytes | str | None], tuple[str, str, str, str]]] = {
    "no customer": ({"customer.md": None}, ("error", "no-customer-file", "", "")),
    "no solutions": ({"solutions.md": None}, ("error", "no-solutions-file", "solutions.md", "")),
    "empty customer": ({"customer.md": " \n\ufeff"}, ("error", "file-empty", "customer.md", "")),
    "empty solutions": ({"solutions.md": "# 一覧\n"}, ("error", "no-solutions", "solutions.md", "")),
    "picture named pptx": ({"customer-b.pptx": picture()}, ("error", "wrong-type", "customer-b.pptx", "")),
    "text named png": ({"customer-b.png": "本文"}, ("error", "wrong-type", "customer-b.png", "")),
    "cut pptx": ({"customer-b.pptx": deck()[:3000]}, ("error", "file-broken", "customer-b.pptx", "")),
    "cut png": ({"customer-b.png": picture(900, 900)[:900]}, ("error", "picture-broken", "customer-b.png", "")),
    "cut pdf": ({"customer-b.pdf": b"%PDF-1.7\n1 0 obj"}, ("error", "file-broken", "customer-b.pdf", "")),
    "password": (
        {"customer-b.pdf": (FILES / "encrypted.pdf").read_bytes()},
        ("error", "file-encrypted", "customer-b.pdf", ""),
    ),
    "protected pptx": (
        {"customer-b.pptx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)},
        ("error", "file-encrypted", "customer-b.pptx", ""),
    ),
    "old ppt": (
        {"customer-b.ppt": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)},
        ("error", "old-slides", "customer-b.ppt", ""),
    ),
    "other type": ({"customer-b.docx": b"PK\x03\x04"}, ("warning", "type-unknown", "customer-b.docx", "")),
    "only another type": (
        {"customer.md": None, "customer.docx": b"PK\x03\x04"},
        ("error", "customer-empty", "customer.docx", ""),
    ),
    "too large": (
        {"customer-b.pptx": b"PK\x03\x04" + bytes(10_000_000)},
        ("error", "file-too-large", "customer-b.pptx", ""),
    ),
    "too much text": ({"customer-b.md": "あ" * 400_000}, ("error", "text-too-large", "customer-b.md", "")),
    "empty form": (
        {"customer-b.pptx": deck(filled=False)},
        ("error", "form-not-filled", "customer-b.pptx", "スライド 2"),
    ),
    "template text": (
        {"customer.md": CUSTOMER.replace("棚を見る", "XXXX")},
        ("error", "template-text", "customer.md", "7 行目"),
    ),
    "lost characters": (
        {"solutions.md": SOLUTIONS.replace("天気", "天\ufffd")},
        ("error", "garbled-text", "solutions.md", "3 行目"),
    ),
    "unknown encoding": ({"customer-b.md": bytes(range(1, 256))}, ("error", "encoding-unknown", "customer-b.md", "")),
    "older encoding": (
        {"customer.md": CUSTOMER.encode("cp932")},
        ("warning", "encoding-converted", "customer.md", ""),
    ),
    "plan": ({"workshop.toml": "locale = ja\n"}, ("error", "plan-not-toml", "workshop.toml", "1 行目")),
    "box": ({"customer.md": CUSTOMER.replace("- 棚を見る", "")}, ("warning", "box-missing", "customer.md", "1 行目")),
    "twice": (
        {"solutions.md": SOLUTIONS + SOLUTIONS.split("\n\n", maxsplit=1)[0]},
        ("warning", "solution-twice", "solutions.md", "12 行目"),
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_each_kind_of_broken_folder_is_named_by_its_defect(folder: Folder, kind: str) -> None:
    files, expected = BROKEN[kind]
    path = folder(files)
    for name, data in files.items():
        if data is None:
            (path / name).unlink(missing_ok=True)
    assert expected in found(read_folder(path, locale="ja").inputs)


@pytest.mark.parametrize("kind", BROKEN)
def test_findings_are_written_in_the_language_of_the_folder(folder: Folder, kind: str) -> None:
    path = folder(BROKEN[kind][0])
    for finding in read_folder(path, locale="en").inputs.findings:
        own_words = re.sub(r"'[^']*'|\([^)]*\)", "", finding.message + finding.remedy)
        assert not re.search(r"[ぁ-ん]", own_words), finding
        assert finding.remedy
    for finding in read_folder(path, locale="ja").inputs.findings:
        assert re.search(r"[ぁ-ん]", finding.message)
        assert finding.remedy


def test_a_folder_that_cannot_be_used_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for path in (tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(InputError) as caught:
            read_folder(path)
        assert str(path) in caught.value.message
        assert caught.value.hint


def test_the_language_is_that_of_the_text_unless_the_plan_says_otherwise(folder: Folder) -> None:
    english = "## Forecast : shops\n- When is it used?: before ordering\n- How does it solve the problem?: by weather\n"
    path = folder({"customer.md": ENGLISH, "solutions.md": english})
    assert read_folder(path).locale == "en"
    (path / "workshop.toml").write_text('locale = "ja"\n', encoding="utf-8")
    assert read_folder(path).locale == "ja"
    assert read_folder(path, locale="en").locale == "en"


def test_only_a_picture_names_the_file_that_needs_a_reader(folder: Folder) -> None:
    path = folder({"customer.md": ENGLISH, "customer.jpg": picture(kind="JPEG")})
    assert needs_picture_reader(read_folder(path).inputs) == ()
    (path / "customer.md").unlink()
    content = read_folder(path)
    assert content.inputs.findings == ()
    assert needs_picture_reader(content.inputs) == ("customer.jpg",)


def test_a_scan_needs_a_reader_too(folder: Folder) -> None:
    out = io.BytesIO()
    Image.open(io.BytesIO(picture())).save(out, "PDF")
    path = folder({"customer.pdf": out.getvalue()})
    (path / "customer.md").unlink()
    assert needs_picture_reader(read_folder(path).inputs) == ("customer.pdf",)


def test_more_pictures_than_a_request_takes_are_left_out_and_reported(folder: Folder) -> None:
    content = read_folder(folder({f"customer-{n:02}.png": picture(100 + n) for n in range(MAX_PICTURES + 3)}))
    assert len(content.inputs.pictures) == len(content.pictures) == MAX_PICTURES
    assert len([f for f in content.inputs.findings if f.rule == "too-many-pictures"]) == 3


def test_hostile_text_cannot_steer_a_terminal_or_a_message(folder: Folder) -> None:
    hostile = "## \x1b[31m{0.__class__}\u202e" + "x" * 500 + " : b\n- いつ使う?: 朝\n"
    findings = read_folder(folder({"solutions.md": hostile + SOLUTIONS}), locale="en").inputs.findings
    assert findings
    for finding in findings:
        assert (finding.file + finding.message + finding.remedy).isprintable()
        assert len(finding.message) < 300


def test_a_link_to_nowhere_and_a_folder_are_no_files(folder: Folder) -> None:
    path = folder()
    (path / "customer-b.md").symlink_to(path / "nowhere")
    (path / "customer-c.pptx").mkdir()
    content = read_folder(path)
    assert [(f.rule, f.file) for f in content.inputs.findings] == [("file-unreadable", "customer-b.md")]
    assert content.ignored == ("customer-c.pptx",)


@settings(max_examples=60)
@given(
    st.sampled_from(["customer.pptx", "customer.pdf", "customer.png", "customer.md", "solutions.md", "workshop.toml"]),
    st.integers(min_value=0, max_value=20_000),
    st.binary(min_size=1, max_size=40),
)
def test_a_damaged_file_never_stops_the_reader(
    tmp_path_factory: pytest.TempPathFactory, name: str, at: int, junk: bytes
) -> None:
    sound = {
        ".pptx": deck(),
        ".pdf": text_pdf([(9, 9, "x")]),
        ".png": picture(),
        ".md": CUSTOMER.encode(),
        ".toml": b'company = "x"',
    }
    path = tmp_path_factory.mktemp("damaged") / name
    data = sound[path.suffix]
    at %= len(data)
    path.write_bytes(data[:at] + junk + data[at + len(junk) :])
    reading = Reading()
    read_file(
        "customer" if name.startswith("customer") else "solutions" if name.startswith("s") else "plan", path, reading
    )
    for defect in reading.defects:
        assert defect.finding("ja").message
