import sys
from pathlib import Path

import pytest

from mlew.adapters.doctor_machine import check_cdk, check_machine, check_node, check_python, check_uv, run_program


def missing(_: list[str]) -> str:
    raise FileNotFoundError


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "package.json").write_text('{"devDependencies": {"aws-cdk": "2.1148.1"}}', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("version", "state"), [((3, 11, 0), "ok"), ((3, 14, 1), "ok"), ((3, 10, 9), "fail")])
def test_python_is_new_enough_or_not(version: tuple[int, ...], state: str) -> None:
    assert check_python(version).state == state


@pytest.mark.parametrize(
    ("printed", "state", "reason"),
    [("v22.1.0", "ok", "version-fits"), ("v18.20.0", "fail", "node-other"), ("what?", "fail", "node-missing")],
)
def test_node_by_what_it_prints(printed: str, state: str, reason: str) -> None:
    found = check_node(lambda _: printed)

    assert (found.state, found.reason) == (state, reason)


def test_a_missing_program_is_found_missing(repository: Path) -> None:
    assert check_node(missing).reason == "node-missing"
    assert (check_uv(repository, missing).state, check_uv(repository, missing).reason) == ("warn", "uv-missing")
    assert check_cdk(repository, missing).reason == "cdk-missing"


def test_the_cdk_has_to_be_the_pinned_one(repository: Path) -> None:
    assert check_cdk(repository, lambda _: "2.1148.1 (build x)").state == "ok"
    assert check_cdk(repository, lambda _: "2.1000.0 (build x)").reason == "cdk-other"


def test_without_a_package_file_no_version_is_right(tmp_path: Path) -> None:
    assert check_cdk(tmp_path, lambda _: "2.1148.1").state == "warn"


def test_the_repositorys_own_uv_is_asked_first(repository: Path) -> None:
    own = repository / ".tools" / "uv" / "bin" / "uv"
    own.parent.mkdir(parents=True)
    own.touch()
    asked: list[str] = []

    def run(command: list[str]) -> str:
        asked.append(command[0])
        return "uv 0.9.1"

    check_uv(repository, run)

    assert asked == [str(own)]


def test_programs_are_really_run() -> None:
    assert run_program([sys.executable, "-c", "print('v1.2.3')"]) == "v1.2.3"
    for command in (["no-such-program"], [sys.executable, "-c", "raise SystemExit(3)"]):
        with pytest.raises(OSError, match=r"no-such-program|exit status 3"):
            run_program(command)


def test_everything_about_this_machine_is_answered() -> None:
    checks = [d.check for d in check_machine(Path(__file__).parents[3])]

    assert checks == ["python", "node", "uv", "cdk"]
