"""One file of the folder: which reader takes it, and what is said when none can."""

from pathlib import Path

from mlew.documents.customer_file import is_filled, parse_customer
from mlew.documents.file_defect import FileDefect, defect_at_line
from mlew.documents.markdown_lines import read_lines
from mlew.documents.solutions_file import SolutionsFile, parse_solutions
from mlew.domain.customer import CustomerSheet
from mlew.inputs.encoding import decode
from mlew.inputs.file_type import TYPE_NAMES, FileType, file_type
from mlew.inputs.folder_files import MAX_FILE_BYTES, MAX_TEXT_BYTES, PICTURE_SUFFIXES, TEXT_SUFFIXES, FileRole
from mlew.inputs.plan_file import parse_plan
from mlew.inputs.reading import Reading
from mlew.inputs.template_text import only_template, template_token

_MOST_LEFTOVERS = 10
_EXPECTED: dict[str, tuple[FileType, ...]] = {
    **dict.fromkeys((*TEXT_SUFFIXES, ".toml"), ("text",)),
    **dict.fromkeys(PICTURE_SUFFIXES, ("png", "jpeg")),
    ".pdf": ("pdf",),
    ".pptx": ("zip",),
}


def read_file(role: FileRole, path: Path, reading: Reading) -> None:
    """Read one file into `reading`. Whatever is wrong with it becomes a defect."""
    name = path.name
    try:
        size = path.stat().st_size
        data = path.read_bytes() if path.is_file() and size <= MAX_FILE_BYTES else b""
    except OSError as error:
        reading.defects.append(FileDefect(rule="file-unreadable", file=name, values={"reason": error.strerror or ""}))
        return
    rule, values = _refusal(path, size, data)
    if rule:
        reading.defects.append(FileDefect(rule=rule, file=name, values=values))
        return
    try:
        _read(role, path.suffix.lower(), name, data, reading)
    except Exception as error:  # parsers of foreign formats raise anything on a broken file
        reading.defects.append(FileDefect(rule="file-broken", file=name, values={"reason": type(error).__name__}))
        return
    reading.originals[name] = data


def _refusal(path: Path, size: int, data: bytes) -> tuple[str, dict[str, str]]:
    """The rule that keeps the file from being read, and what its text needs; ("", {}) if nothing does."""
    suffix = path.suffix.lower()
    is_text = suffix in (*TEXT_SUFFIXES, ".toml")
    limit = MAX_TEXT_BYTES if is_text else MAX_FILE_BYTES
    if not path.is_file():
        return "file-unreadable", {"reason": ""}
    if size > limit:
        rule = "text-too-large" if is_text else "file-too-large"
        return rule, {"size": f"{size / 1e6:.1f}", "limit": f"{limit / 1e6:.0f}"}
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return "file-empty", {}
    return _wrong_content(suffix, data)


def _wrong_content(suffix: str, data: bytes) -> tuple[str, dict[str, str]]:
    found = file_type(data)
    if suffix not in _EXPECTED:
        return ("old-slides" if suffix in {".ppt", ".pps"} else "type-unknown"), {"suffix": suffix}
    if found in _EXPECTED[suffix]:
        return "", {}
    if suffix == ".pptx" and found == "ole":
        return "file-encrypted", {}
    if found == "text" and decode(data) is None:
        return "file-broken", {"reason": suffix}
    return "wrong-type", {"found": TYPE_NAMES[found], "suffix": suffix}


def _read(role: FileRole, suffix: str, name: str, data: bytes, reading: Reading) -> None:
    if suffix in PICTURE_SUFFIXES:
        reading.add_picture(data, file=name)
    elif suffix == ".pdf":
        _read_pdf(name, data, reading)
    elif suffix == ".pptx":
        _read_slides(name, data, reading)
    else:
        _read_text(role, name, data, reading)


def _read_slides(name: str, data: bytes, reading: Reading) -> None:
    from mlew.inputs.slides import read_slides  # noqa: PLC0415 – heavy, and most folders need only one of them

    slides = read_slides(data, file=name)
    reading.sheets += slides.sheets
    reading.defects += slides.defects
    reading.texts += slides.texts
    for number, picture in slides.pictures:
        reading.add_picture(picture.data, file=name, slide=number)


def _read_pdf(name: str, data: bytes, reading: Reading) -> None:
    from mlew.inputs.pdf import read_pdf  # noqa: PLC0415 – see above

    pages = read_pdf(data, file=name)
    reading.sheets += pages.sheets
    reading.defects += pages.defects
    reading.texts += pages.texts
    for number, image in pages.pictures:
        reading.add_page(image, file=name, page=number)


def _read_text(role: FileRole, name: str, data: bytes, reading: Reading) -> None:
    decoded = decode(data)
    if decoded is None:
        reading.defects.append(FileDefect(rule="encoding-unknown", file=name))
        return
    if decoded.encoding:
        reading.defects.append(FileDefect(rule="encoding-converted", file=name, values={"encoding": decoded.encoding}))
    text = decoded.text
    if role == "plan":
        reading.plan = parse_plan(text, file=name)
        reading.defects += reading.plan.defects
        return
    reading.texts.append(text)
    if role == "customer":
        _take_customer(text, name, reading)
    else:
        _take_solutions(text, name, reading)


def _leftovers(text: str, name: str) -> list[FileDefect]:
    """Template text, and characters that were lost in an earlier conversion, line by line."""
    found: list[FileDefect] = []
    for line in read_lines(text):
        if token := template_token(line.text):
            found.append(defect_at_line("template-text", name, line.number, token=token))
        if "\ufffd" in line.text:
            found.append(defect_at_line("garbled-text", name, line.number))
    return found[:_MOST_LEFTOVERS]


def _take_customer(text: str, name: str, reading: Reading) -> None:
    read = parse_customer(text, file=name)
    kept = [clean for sheet in read.sheets if is_filled(clean := _without_template(sheet))]
    reading.sheets += kept
    if read.sheets and not kept:
        reading.defects.append(FileDefect(rule="form-not-filled", file=name))
    else:
        reading.defects += [*read.defects, *_leftovers(text, name)]


def _without_template(sheet: CustomerSheet) -> CustomerSheet:
    return sheet.model_copy(
        update={
            **{
                b: tuple(e for e in getattr(sheet, b) if not only_template(e))
                for b in ("purpose", "behaviour", "attributes")
            },
            **{f: "" for f in ("summary", "extra", "title", "product") if only_template(getattr(sheet, f))},
        }
    )


def _take_solutions(text: str, name: str, reading: Reading) -> None:
    read = parse_solutions(text, file=name)
    kept = [i for i, s in enumerate(read.solutions) if not (only_template(s.when_used) or only_template(s.how_solved))]
    if read.solutions and not kept:
        reading.defects.append(FileDefect(rule="form-not-filled", file=name))
    else:
        reading.defects += [*read.defects, *_leftovers(text, name)]
    reading.solutions = SolutionsFile(
        solutions=tuple(read.solutions[i] for i in kept), prose=read.prose, lines=tuple(read.lines[i] for i in kept)
    )
