"""A discovery folder to the inputs of a workshop."""

from pathlib import Path

from mlew.documents.file_defect import FileDefect
from mlew.domain.base import Locale
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.workshop import WorkshopPlan
from mlew.errors import InputError
from mlew.inputs.file_reading import read_file
from mlew.inputs.folder_content import FolderContent
from mlew.inputs.folder_files import FolderFiles, folder_files
from mlew.inputs.locale_detection import detect_locale
from mlew.inputs.reading import Reading
from mlew.inputs.solution_checks import solution_defects

SOLUTIONS_NAME = "solutions.md"


def read_folder(path: Path, *, locale: Locale | None = None) -> FolderContent:
    """Read `customer*.*`, `solutions.md` and `workshop.toml`.

    `locale` overrides workshop.toml, which overrides what the text looks like. Defects of files are findings;
    InputError is raised only if `path` is no folder that can be read.
    """
    files = _files(path, locale or "en")
    reading = Reading()
    for role, file in files.used:
        read_file(role, file, reading)
    _whole_folder(files, reading)
    plan = _plan(reading, locale)
    return FolderContent(
        inputs=WorkshopInputs(
            customers=tuple(reading.sheets),
            pictures=tuple(reading.pictures),
            solutions=reading.solutions.solutions,
            prose=reading.solutions.prose,
            sources=tuple(reading.originals),
            findings=tuple(defect.finding(plan.locale) for defect in _sorted(reading.defects)),
        ),
        plan=plan,
        pictures=reading.picture_bytes,
        originals=reading.originals,
        ignored=files.ignored,
    )


def _files(path: Path, locale: Locale) -> FolderFiles:
    rule = "folder-missing" if not path.exists() else "" if path.is_dir() else "not-a-folder"
    reason = ""
    if not rule:
        try:
            return folder_files(path)
        except OSError as error:
            rule, reason = "folder-unreadable", error.strerror or ""
    finding = FileDefect(rule=rule, file="", values={"path": str(path), "reason": reason}).finding(locale)
    raise InputError(finding.message, hint=finding.remedy)


def _whole_folder(files: FolderFiles, reading: Reading) -> None:
    """What no single file shows: something is missing, or there is too much."""
    roles = {role for role, _ in files.used}
    seen = ", ".join(files.ignored) or "–"
    if "customer" not in roles:
        reading.defects.append(FileDefect(rule="no-customer-file", file="", values={"seen": seen}))
    elif not reading.sheets and not reading.pictures and not any(d.severity == "error" for d in reading.defects):
        name = next(file.name for role, file in files.used if role == "customer")
        reading.defects.append(FileDefect(rule="customer-empty", file=name))
    if "solutions" not in roles:
        reading.defects.append(FileDefect(rule="no-solutions-file", file=SOLUTIONS_NAME, values={"seen": seen}))
    for file, count in reading.left_out.items():
        reading.defects.append(FileDefect(rule="too-many-pictures", file=file, values={"n": str(count)}))
    name = next((file.name for role, file in files.used if role == "solutions"), SOLUTIONS_NAME)
    reading.defects += solution_defects(reading.solutions, reading.sheets, name)


def _plan(reading: Reading, locale: Locale | None) -> WorkshopPlan:
    read = reading.plan
    plan = read.plan if read else WorkshopPlan()
    given = plan.locale if read and read.locale_given else detect_locale(reading.texts)
    product = plan.product or next((sheet.product for sheet in reading.sheets if sheet.product), "")
    return plan.model_copy(update={"locale": locale or given, "product": product})


def _sorted(defects: list[FileDefect]) -> list[FileDefect]:
    """By file and place; the same defect at the same place once."""
    once = {(d.file, d.place, d.number, d.rule, tuple(d.values.items())): d for d in defects}
    return [once[key] for key in sorted(once)]
