"""The functions' code: all they need, nothing they do not, and the same name for the same content."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from infra import asset
from infra.asset import build_asset, our_files
from infra.precompile import precompile
from infra.runtime import NEWEST_PYTHON, FunctionRuntime, runtime_of
from infra.wheels import fetch_wheels, wheels
from mlew.domain.site import site_version
from mlew.errors import SetupError
from mlew.mocks import Tracking, render_site
from tests.mocks.samples import sample

HERE = runtime_of("this-machine")
_RENDER = """
from pathlib import Path
from mlew.domain.mock_spec import MockSpec
from mlew.domain.site import site_version
from mlew.mocks import Tracking, render_site
from mlew.mocks.templating import environment
spec = MockSpec.model_validate_json(Path("spec.json").read_text("utf-8"))
site = render_site(spec, Tracking("k" * 24), rehearsed=False)
print(type(environment().loader).__name__, site_version(site))
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    fetch_wheels(HERE)
    with zipfile.ZipFile(build_asset(HERE, tmp_path_factory.mktemp("assets")).path) as packed:
        return set(packed.namelist())


def test_handlers_library_definitions_and_dependencies_are_in_it(names: set[str]) -> None:
    for expected in ("handlers/run_listen.py", "mlew/settings.py", "usecases/definitions/listen.toml"):
        assert expected in names
    for expected in (
        "usecases/genu/steps/listen.toml",
        "usecases/genu/forms/listen.ja.md",
        "usecases/genu/index/style.css",
    ):
        assert expected in names
    assert any(name.startswith("pydantic_core/_pydantic_core.") for name in names)
    for package in ("aws_lambda_powertools", "boto3", "botocore", "tzdata"):
        assert f"{package}/__init__.py" in names


@pytest.mark.parametrize(
    "part",
    [
        "mlew/cli/",
        "mlew/inputs/",
        "usecases/dist/",
        "tests/",
        "infra/",
        "botocore/data/ec2/",
        "bin/",
        "typer/",
        "rich/",
        "PIL/",
    ],
)
def test_what_functions_do_not_use_is_not_in_it(names: set[str], part: str) -> None:
    assert not [name for name in names if name.startswith(part)]


def test_code_for_this_machine_is_compiled_ahead(names: set[str]) -> None:
    assert f"mlew/__pycache__/settings.cpython-{HERE.python.replace('.', '')}.pyc" in names


def test_mocks_are_rendered_from_compiled_templates_to_the_same_bytes(tmp_path: Path) -> None:
    fetch_wheels(HERE)
    with zipfile.ZipFile(build_asset(HERE, tmp_path / "assets").path) as packed:
        packed.extractall(tmp_path / "task")
    spec = sample("en")
    (tmp_path / "spec.json").write_text(spec.model_dump_json(), "utf-8")
    run = subprocess.run(
        [sys.executable, "-S", "-c", _RENDER],
        env={"PYTHONPATH": str(tmp_path / "task")}, cwd=tmp_path, check=True, capture_output=True, text=True,
    )  # fmt: skip
    loader, version = run.stdout.split()
    assert loader == "ModuleLoader"
    assert version == site_version(render_site(spec, Tracking("k" * 24), rehearsed=False))


def test_it_stays_within_what_lambda_takes(names: set[str], tmp_path: Path) -> None:
    with zipfile.ZipFile(build_asset(HERE, tmp_path).path) as packed:
        assert sum(entry.file_size for entry in packed.infolist()) < 50_000_000  # of 250 MB, unpacked


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = build_asset(HERE, tmp_path / "one"), build_asset(HERE, tmp_path / "two")
    assert one.hash == two.hash
    assert one.path.read_bytes() == two.path.read_bytes()


def test_other_content_gives_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = build_asset(HERE, tmp_path).hash
    changed = tmp_path / "changed.py"
    changed.write_text("X = 1\n", "utf-8")
    files = [*our_files(), ("mlew/changed.py", changed)]
    monkeypatch.setattr(asset, "our_files", lambda: iter(files))
    assert build_asset(HERE, tmp_path).hash != before


def test_libraries_that_were_not_fetched_are_asked_for(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="not been fetched") as raised:
        wheels(FunctionRuntime(NEWEST_PYTHON, "arm64", this_machine=False), tmp_path)
    assert raised.value.hint == "make wheels"


def test_a_file_that_does_not_compile_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("x = 1\ny = (\n", "utf-8")
    with pytest.raises(SetupError, match=r"(?s)broken\.py does not compile.*line 2"):
        precompile(tmp_path)
