"""The templates of the mocks as Python modules, so that a cold function does not have to compile them.

Unlike byte code they fit every version of Python. They fit one version of Jinja, which is the asset's: both come from
the same lock file.
"""

from pathlib import Path

from jinja2 import ModuleLoader

from mlew.mocks.templating import COMPILED, environment


def compile_templates(package: Path) -> None:
    """Put what Jinja makes of `package/templates` beside it. Raises jinja2.TemplateSyntaxError with file and line."""
    sources, compiled = package / "templates", package / COMPILED
    compiled.mkdir()
    for path in sorted(sources.rglob("*.j2")):
        name = path.relative_to(sources).as_posix()
        module = environment().compile(path.read_text(encoding="utf-8"), name, raw=True, defer_init=True)
        (compiled / ModuleLoader.get_module_filename(name)).write_text(module, encoding="utf-8")
