"""The form of a discovery folder: customer, solutions and plan, to be filled in."""

from importlib.resources import files
from pathlib import Path

from mlew.documents.file_defect import FileDefect
from mlew.domain.base import Locale
from mlew.errors import Conflict

NAMES = ("customer.md", "solutions.md", "workshop.toml")


def template_files(locale: Locale) -> dict[str, str]:
    """Text of each file by name. What has to be replaced is found by the checks as long as it stands there."""
    folder = files("mlew.inputs.template").joinpath(locale)
    return {name: folder.joinpath(name).read_text(encoding="utf-8") for name in NAMES}


def write_template(folder: Path, locale: Locale) -> list[Path]:
    """Write the form into `folder`, which is made if need be. Raises Conflict if one of the files is there already."""
    present = [name for name in NAMES if (folder / name).exists()]
    if present or (folder.exists() and not folder.is_dir()):
        values = {"path": str(folder), "names": ", ".join(present)}
        rule = "form-exists" if present else "not-a-folder"
        finding = FileDefect(rule=rule, file="", values=values).finding(locale)
        raise Conflict(finding.message, hint=finding.remedy)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in template_files(locale).items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written
