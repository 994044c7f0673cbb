"""The list of patches and what the launcher is told, as far as it can be looked at without the emulator."""

import ast
from pathlib import Path

import pytest

from infra.embedded import patches
from infra.embedded.patches import PATCHES, take_settings

FOLDER = Path(patches.__file__).parent
MODULES = {path.stem: path for path in FOLDER.glob("[!_]*.py")}


def test_every_module_is_applied_and_every_name_is_a_module() -> None:
    assert set(PATCHES) == MODULES.keys()
    assert len(set(PATCHES)) == len(PATCHES)


@pytest.mark.parametrize("name", PATCHES)
def test_a_patch_gives_its_reason(name: str) -> None:
    docstring = ast.get_docstring(ast.parse(MODULES[name].read_text(encoding="utf-8"))) or ""

    assert "Why:" in docstring


def test_the_guard_of_the_admin_paths_is_outermost() -> None:
    """It has to see a request before the paths that other patches add."""
    assert PATCHES[-1] == "admin_paths"


def test_settings_are_taken_out_of_the_environment() -> None:
    environ = {
        "PATH": "/bin",
        "MLEW_EMBEDDED_HOME": "/作業 場所",
        "MLEW_EMBEDDED_LISTEN_FD": "7",
        "MLEW_EMBEDDED_ADMIN_TOKEN": "t",
        "MLEW_EMBEDDED_SAVE_EVERY": "0.5",
        "MLEW_EMBEDDED_SKIPPED_PATCHES": "a,b",
    }

    settings = take_settings(environ)

    assert environ == {"PATH": "/bin"}
    assert (settings.home, settings.listen_fd, settings.save_every) == (Path("/作業 場所"), 7, 0.5)
    assert settings.skipped == {"a", "b"}
    assert settings.model_url == ""
