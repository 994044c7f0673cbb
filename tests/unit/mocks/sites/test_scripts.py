"""Scripts that need the root of a host are found, and others are let through."""

import pytest

from mlew.mocks.sites.rebuilding import rebuild_for
from tests.unit.mocks.sites.made_elsewhere import BASE, PNG, page, prepared, rules, vite

FILES: dict[str, str | bytes] = {
    "assets/logo.png": PNG,
    "data.json": "{}",
    "about.html": page(),
    "docs/index.html": page(),
}
READS = "history.pushState({}, '', to); render(location.pathname);"
HISTORY = READS + "if (path === '/about') about();"


def needs(script: str, **others: str | bytes) -> set[str]:
    """Signs of a script in a file of its own, without notes."""
    site = prepared({"index.html": page('<script src="app.js"></script>'), "app.js": script, **FILES, **others})
    return {f.rule for f in site.findings if f.weight == "rebuild"}


@pytest.mark.parametrize(
    ("script", "rule"),
    [
        ('img.src = "/assets/logo.png";', "root-file"),
        ("img.src='/assets/logo.png?v=2'", "root-file"),
        ("const url = `/assets/${name}.png`", "root-file"),
        ('load("/assets/" + name)', "root-file"),
        ('fetch("/data.json")', "root-file"),
        ('import("/assets/logo.png")', "root-file"),
        ('open("/about.html")', "root-file"),
        ('r.p="/",r.x=1', "root-loader"),
        ('const d=["a"],u=function(e){return"/"+e};addEventListener("vite:preloadError",f)', "root-loader"),
        ('location.href = "/about"', "root-location"),
        ("window.location='/'", "root-location"),
        ("location.assign(`/x`)", "root-location"),
        ('navigator.serviceWorker.register("/sw.js")', "root-worker"),
        ('window.__reactRouterVersion="6"', "root-router"),
        (f'window.__reactRouterVersion="6";return"{BASE}"+e;"{BASE}assets/logo.png"', "root-router"),
        ('a={name:"RouterView"};createRouter({history:xe("/"),routes:r})', "root-router"),
        ('x["__TSR_index"]=1', "root-router"),
    ],
)
def test_what_breaks_below_a_path_is_found(script: str, rule: str) -> None:
    assert needs(script) == {rule}


@pytest.mark.parametrize(
    "script",
    [
        'fetch("./data.json")',
        'new URL("assets/logo.png", document.baseURI)',
        'import("./chunk.js")',
        '// see /assets/logo.png for "/other/"',
        'const parts = path.split("/"), re = /["\\/]about/;',
        "const route = '/about'",
        'const route = "/docs"',
        'location.href === "/"',
        "location.href = 'about.html'",
        'fetch("https://api.example/assets/logo.png")',
        'return"/"+e',
        'window.__reactRouterVersion="6";"relative pathnames are not supported in hash history.push("',
        f'img.src = "{BASE}assets/logo.png"; location.href = "{BASE}"; {HISTORY}',
        'r.p="./"',
        f'window.__reactRouterVersion="6";x({{basename:`{BASE}`}})',
        f'window.__reactRouterVersion="6";x({{basename:"{BASE.rstrip("/")}"}})',
        'a={name:"RouterView"};e=location.host?e||location.pathname:"",e+="#"',
        "navigator.serviceWorker.register('sw.js', {scope: './'})",
    ],
)
def test_what_works_below_a_path_is_let_through(script: str) -> None:
    assert needs(script) == set()


def test_a_router_of_an_own_kind_is_found_where_one_page_makes_all_screens() -> None:
    assert "root-router" in rules(prepared(vite(script=HISTORY)))
    assert "root-router" not in rules(prepared({**vite(script=HISTORY), "other.html": page()}))
    assert "root-router" not in rules(prepared(vite(script=HISTORY + "addEventListener('hashchange', f)")))


@pytest.mark.parametrize(
    "compared",
    [
        'if (location.pathname === "/") start();',
        "switch (path) { case '/about': about() }",
        'const screens = {"/": start, "/about": about};',
        "if ('/' == path) start();",
        "path.startsWith(`/user/`)",
    ],
)
def test_an_own_router_that_compares_with_paths_from_the_root_is_built_again(compared: str) -> None:
    assert "root-router" in rules(prepared(vite(script=READS + compared)))


@pytest.mark.parametrize("also", ["", "const back = past ? '/a' : '/b';", "if (x === 'about') go()"])
def test_a_path_that_is_only_read_is_a_note(also: str) -> None:
    found = [f for f in prepared(vite(script=READS + also)).findings if f.rule in ("root-router", "reads-path")]
    assert [(one.rule, one.weight) for one in found] == [("reads-path", "note")]


def test_without_a_known_tool_no_router_is_named() -> None:
    assert rebuild_for(["index.html", "app.js"], BASE).routers == ()
    assert rebuild_for(["assets/index-B1c2D3e4.js"], BASE).routers != ()


def test_a_router_that_reads_the_base_element_needs_nothing() -> None:
    files = vite(script=HISTORY + "const base = new URL(document.baseURI).pathname")
    assert "root-router" in rules(prepared(files))
    moved = {**files, "index.html": str(files["index.html"]).replace("<head>", '<head><base href="/">')}
    assert rules(prepared(moved)) == set()


def test_a_page_that_finds_out_where_it_stands_needs_nothing() -> None:
    start = page("<script>__sveltekit_1 = { base: new URL('.', location).pathname.slice(0, -1) };</script>")
    assert rules(prepared({"index.html": start, "app.js": HISTORY})) == set()


def test_scripts_in_a_page_and_its_handlers_count_with_their_lines() -> None:
    body = "\n<script>\nload('/data.json')</script>\n<button onclick=\"location.href='/about.html'\">x</button>"
    site = prepared({"index.html": page(body), **FILES})
    assert {(f.rule, f.where, f.line) for f in site.findings} == {
        ("root-file", "index.html", 4), ("root-file", "index.html", 5), ("root-location", "index.html", 5),
    }  # fmt: skip
    data = page('<script type="application/json">"/data.json"</script>')
    assert rules(prepared({"index.html": data, **FILES})) == set()


def test_questions_to_a_server_are_told_of() -> None:
    site = prepared({"index.html": page(), "app.js": 'fetch("/api/orders?x=1"); axios.post(`/api/${id}`)'})
    assert {(f.rule, f.what) for f in site.findings} == {("asks-server", "/api/orders"), ("asks-server", "/api/")}


def test_a_script_full_of_signs_is_told_of_in_short() -> None:
    assert len(prepared({**FILES, "index.html": page(), "app.js": "f('/data.json');" * 5_000}).findings) <= 10


@pytest.mark.parametrize(
    ("path", "tool", "command"),
    [
        ("assets/index-B1c2D3e4.js", "Vite", f"npx vite build --base={BASE}"),
        ("_next/static/chunks/main.js", "Next.js", "npx next build"),
        ("_nuxt/entry.js", "Nuxt", f"NUXT_APP_BASE_URL={BASE} npx nuxi generate"),
        ("_app/immutable/entry/start.js", "SvelteKit", "npx vite build"),
        ("_astro/page.abc.js", "Astro", f"npx astro build --base {BASE.rstrip('/')}"),
        ("page-data/index/page-data.json", "Gatsby", "npx gatsby build --prefix-paths"),
        ("static/js/main.0a1b2c3d.js", "Create React App", f"PUBLIC_URL={BASE.rstrip('/')} npm run build"),
        ("polyfills-ABCDEFGH.js", "Angular", f"npx ng build --base-href {BASE}"),
        ("js/chunk-vendors.0a1b2c3d.js", "Vue CLI", "npx vue-cli-service build"),
        ("main.dart.js", "Flutter", f"flutter build web --base-href {BASE}"),
        ("app.js", "", f"npx vite build --base={BASE}"),
    ],
)
def test_the_command_is_that_of_the_tool(path: str, tool: str, command: str) -> None:
    made = rebuild_for(["index.html", path], BASE)
    assert (made.tool, made.command) == (tool, command)
    assert made.folder
    assert BASE.rstrip("/") in made.command + "".join(made.settings)
