"""The form that `mlew init` writes: complete, and found as long as it is not filled in."""

from pathlib import Path

import pytest

from mlew.domain.base import Locale
from mlew.errors import Conflict
from mlew.inputs import read_folder
from mlew.inputs.plan_file import parse_plan
from mlew.inputs.template import NAMES, template_files, write_template

LOCALES: tuple[Locale, ...] = ("ja", "en")


@pytest.mark.parametrize("locale", LOCALES)
def test_an_unfilled_form_is_refused_file_by_file(tmp_path: Path, locale: Locale) -> None:
    written = write_template(tmp_path / "新しい フォルダ", locale)
    content = read_folder(tmp_path / "新しい フォルダ")
    assert [path.name for path in written] == list(NAMES)
    assert content.locale == locale
    assert [(f.file, f.rule) for f in content.inputs.findings] == [
        ("customer.md", "form-not-filled"), ("solutions.md", "form-not-filled"),
    ]  # fmt: skip
    assert (content.inputs.customers, content.inputs.solutions) == ((), ())


@pytest.mark.parametrize("locale", LOCALES)
def test_a_filled_form_has_no_findings_from_its_guidance(tmp_path: Path, locale: Locale) -> None:
    write_template(tmp_path, locale)
    for name in NAMES[:2]:
        text = (tmp_path / name).read_text(encoding="utf-8")
        for number in range(30):
            for token in ("（ここに", "(fill in here"):
                start = text.find(token)
                if start >= 0:
                    end = text.index("）" if token[0] == "（" else ")", start)
                    text = text[:start] + f"内容 {number}" + text[end + 1 :]
        (tmp_path / name).write_text(text, encoding="utf-8")
    content = read_folder(tmp_path)
    assert content.inputs.findings == ()
    assert len(content.inputs.customers[0].behaviour) == 3
    assert len(content.inputs.solutions) == 2


@pytest.mark.parametrize("locale", LOCALES)
def test_every_line_of_the_plan_works_when_its_mark_is_taken_away(locale: Locale) -> None:
    lines = template_files(locale)["workshop.toml"].split("\n")
    code = [line.removeprefix("# ") if " = " in line or line.startswith("# [") else line for line in lines]
    read = parse_plan("\n".join(code))
    assert read.defects == ()
    assert read.plan.participants
    assert read.plan.sessions


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "solutions.md").write_text("mine", encoding="utf-8")
    with pytest.raises(Conflict, match=r"solutions\.md"):
        write_template(tmp_path, "en")
    assert [path.name for path in tmp_path.iterdir()] == ["solutions.md"]
