import io
import json
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mlew.cli.output import Output, clean, line, table
from mlew.domain.customer import CustomerSheet


def printed(*parts: object, as_json: bool = False, data: object = None) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        Output(as_json=as_json).answer(data, *parts)  # type: ignore[arg-type]
    return out.getvalue()


def test_terminal_escapes_in_a_text_do_not_reach_the_terminal() -> None:
    assert clean("a\x1b[31mb\x07\u202ec\x9b0m\td\n") == "a[31mbc0m\td\n"


def test_brackets_and_colons_of_people_are_not_markup() -> None:
    assert printed(line("[bold]x[/] :smile:")) == "[bold]x[/] :smile:\n"


def test_a_long_line_in_a_pipe_is_one_line() -> None:
    assert printed(line("x" * 300)) == "x" * 300 + "\n"


def test_table_cells_are_folded_never_cut() -> None:
    text = printed(table(["A", "B"], [["first", "日本語の長い文章がここに入ります。" * 6]], narrow=(0,)))

    assert "…" not in text
    assert "".join(text.split()).count("入ります。") == 6
    assert all(not row.endswith(" ") for row in text.splitlines())


def test_json_is_all_there_is_on_stdout() -> None:
    data = {"sheet": CustomerSheet(title="患者"), "at": datetime(2026, 4, 1, tzinfo=UTC), "path": Path("a b")}

    found = json.loads(printed(line("for people"), as_json=True, data=data))

    assert found["sheet"]["title"] == "患者"
    assert found["at"] == "2026-04-01 00:00:00+00:00"
    assert found["path"] == "a b"


def test_colours_are_left_out_when_no_color_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b[3" not in printed(line("red", "red"))
