import pytest

from mlew.errors import InputError
from mlew.services.work import Stores
from tests.integration.adapters.samples import progress


def test_lines_come_in_order_and_each_once(stores: Stores) -> None:
    stores.progress.add("w", progress(1, "one"))
    stores.progress.add("w", progress(2, "two"))
    lines, cursor = stores.progress.since("w")
    assert [line.detail for line in lines] == ["one", "two"]
    assert stores.progress.since("w", cursor) == ([], cursor)
    stores.progress.add("w", progress(3, "three"))
    lines, cursor = stores.progress.since("w", cursor)
    assert lines == [progress(3, "three")]
    assert stores.progress.since("w", cursor)[0] == []


def test_nothing_has_happened_yet(stores: Stores) -> None:
    lines, cursor = stores.progress.since("w")
    assert lines == []
    stores.progress.add("w", progress(1, "one"))
    assert [line.detail for line in stores.progress.since("w", cursor)[0]] == ["one"]


def test_a_line_that_arrives_late_is_not_missed(stores: Stores) -> None:
    stores.progress.add("w", progress(10, "newer"))
    _, cursor = stores.progress.since("w")
    stores.progress.add("w", progress(5, "older"))
    lines, cursor = stores.progress.since("w", cursor)
    assert [line.detail for line in lines] == ["older"]
    assert stores.progress.since("w", cursor)[0] == []


def test_a_watcher_over_hours_sees_each_line_once(stores: Stores) -> None:
    seen, cursor = [], ""
    for minute in range(0, 200, 10):
        stores.progress.add("w", progress(minute * 60, f"at {minute}"))
        lines, cursor = stores.progress.since("w", cursor)
        seen += [line.detail for line in lines]
    assert seen == [f"at {minute}" for minute in range(0, 200, 10)]
    assert len(cursor) < 100


def test_lines_of_the_same_moment_are_apart_and_a_repeated_one_is_one(stores: Stores) -> None:
    for detail in ("a", "b", "a"):
        stores.progress.add("w", progress(1, detail))
    assert sorted(line.detail for line in stores.progress.since("w")[0]) == ["a", "b"]


def test_more_lines_than_one_page_of_the_table_are_read(stores: Stores) -> None:
    for number in range(120):
        stores.progress.add("w", progress(number, "x" * 10_000))  # a page of DynamoDB ends at 1 MB
    lines, _ = stores.progress.since("w")
    assert [line.at for line in lines] == [progress(number).at for number in range(120)]


def test_workshops_are_apart(stores: Stores) -> None:
    stores.progress.add("w", progress(1, "one"))
    assert stores.progress.since("v")[0] == []


def test_a_cursor_that_is_not_ours_is_refused(stores: Stores) -> None:
    with pytest.raises(InputError):
        stores.progress.since("w", "yesterday")


def test_words_of_an_error_are_kept_by_the_request_that_failed_and_are_no_line_of_the_log(stores: Stores) -> None:
    stores.progress.explain("w", "r-1", "no form")
    stores.progress.explain("w", "r-2", "わかりません")

    assert stores.progress.explanation("w", "r-1") == "no form"
    assert stores.progress.explanation("w", "r-2") == "わかりません"
    assert stores.progress.explanation("w", "r-3") == ""
    assert stores.progress.explanation("v", "r-1") == ""
    assert stores.progress.since("w")[0] == []
