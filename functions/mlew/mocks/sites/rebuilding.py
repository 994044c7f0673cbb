"""How a site is built for its base path, by the tool that made it."""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Rebuild(NamedTuple):
    """`tool`: "" if none was recognised. `command`: what to run; `folder`: what it makes, to be published.

    `settings`: lines to write, each with the file it belongs in. `routers`: how a router is told its base.
    """

    tool: str
    command: str
    folder: str
    settings: tuple[str, ...] = ()
    routers: tuple[str, ...] = ()


_ROUTERS = (
    "React Router: createBrowserRouter(routes, {{ basename: {base} }})  /  <BrowserRouter basename={{{base}}}>",
    "Vue Router: createWebHistory({base})",
)
_SIGNS: tuple[tuple[str, str], ...] = (
    ("Next.js", r"^_next/"),
    ("Nuxt", r"^_nuxt/"),
    ("SvelteKit", r"^_app/immutable/"),
    ("Astro", r"^_astro/"),
    ("Gatsby", r"^page-data/"),
    ("Flutter", r"^main\.dart\.js$"),
    ("Create React App", r"^static/js/main\.[\w.]+\.js$"),
    ("Angular", r"^(?:browser/)?polyfills[-.][\w-]+\.js$"),
    ("Vue CLI", r"^js/chunk-vendors[\w.-]*\.js$"),
    ("Vite", r"^assets/[\w.-]+-[\w-]{8}\.js$"),
)


def rebuild_for(paths: Iterable[str], base: str) -> Rebuild:
    """The command for the tool that left files of these names; one without a name if none is known."""
    names = list(paths)
    tool = next((tool for tool, sign in _SIGNS if any(re.match(sign, name) for name in names)), "")
    return _of_tool(tool, base)


def _of_tool(tool: str, base: str) -> Rebuild:
    bare = base.rstrip("/")
    of_vite = _routers("import.meta.env.BASE_URL")
    known = {
        "Next.js": Rebuild(
            tool, "npx next build", "out", (f'next.config: output: "export", basePath: "{bare}", trailingSlash: true',)
        ),
        "Nuxt": Rebuild(tool, f"NUXT_APP_BASE_URL={base} npx nuxi generate", ".output/public"),
        "SvelteKit": Rebuild(
            tool, "npx vite build", "build", (f'svelte.config.js: kit: {{ paths: {{ base: "{bare}" }} }}',)
        ),
        "Astro": Rebuild(tool, f"npx astro build --base {bare}", "dist"),
        "Gatsby": Rebuild(tool, "npx gatsby build --prefix-paths", "public", (f'gatsby-config: pathPrefix: "{bare}"',)),
        "Flutter": Rebuild(tool, f"flutter build web --base-href {base}", "build/web"),
        "Create React App": Rebuild(
            tool, f"PUBLIC_URL={bare} npm run build", "build", routers=_routers("process.env.PUBLIC_URL")[:1]
        ),
        "Angular": Rebuild(tool, f"npx ng build --base-href {base}", "dist/<project>/browser"),
        "Vue CLI": Rebuild(
            tool,
            "npx vue-cli-service build",
            "dist",
            (f'vue.config.js: publicPath: "{base}"',),
            _routers("process.env.BASE_URL")[1:],
        ),
        "Vite": Rebuild(tool, f"npx vite build --base={base}", "dist", routers=of_vite),
    }
    return known.get(tool, Rebuild("", f"npx vite build --base={base}", "dist"))


def _routers(base: str) -> tuple[str, ...]:
    return tuple(line.format(base=base) for line in _ROUTERS)
