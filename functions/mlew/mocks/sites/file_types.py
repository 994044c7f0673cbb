"""Which files of a folder are served, by name, and as what. All others stay where they are."""

from types import MappingProxyType

HTML, CSS, SCRIPT, JSON, MANIFEST = (
    "text/html",
    "text/css",
    "text/javascript",
    "application/json",
    "application/manifest+json",
)
MEDIA = MappingProxyType(
    {
        "html": HTML, "htm": HTML, "css": CSS, "js": SCRIPT, "mjs": SCRIPT,
        "json": JSON, "geojson": JSON, "webmanifest": MANIFEST,
        "txt": "text/plain", "md": "text/markdown", "csv": "text/csv", "tsv": "text/tab-separated-values",
        "vtt": "text/vtt", "xml": "application/xml", "svg": "image/svg+xml",
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "avif": "image/avif", "bmp": "image/bmp", "ico": "image/x-icon",
        "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
        "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
        "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg", "wav": "audio/wav",
        "pdf": "application/pdf", "wasm": "application/wasm", "glb": "model/gltf-binary", "gltf": "model/gltf+json",
    }
)  # fmt: skip
"""Ending → media type, without charset: all text is served as UTF-8."""
TEXTS = frozenset({"html", "htm", "css", "js", "mjs", "json", "geojson", "webmanifest", "txt", "md", "csv", "tsv",
                   "vtt", "xml", "svg", "gltf"})  # fmt: skip

_SECRET_ENDINGS = frozenset({"pem", "key", "p12", "pfx", "jks", "keystore", "kdbx", "ppk", "asc", "tfstate", "sqlite"})
_SECRET_NAMES = frozenset({"id_rsa", "id_ed25519", "id_ecdsa", "credentials", "credentials.json", "secrets.json",
                           "service-account.json"})  # fmt: skip
_NOT_A_SITE = frozenset({"node_modules", "__macosx", "bower_components"})


def ending(path: str) -> str:
    """In small letters, without the dot; "" if there is none."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def left_out(path: str, *, folder: bool = False) -> str:
    """The rule by which a file or folder is not published; "" if it is."""
    name = path.rpartition("/")[2].lower()
    if name.startswith(".env") or name in _SECRET_NAMES or (not folder and ending(path) in _SECRET_ENDINGS):
        return "secret-left-out"
    if name.startswith(".") and not (folder and name == ".well-known"):
        return "hidden-left-out"
    if folder:
        return "type-left-out" if name in _NOT_A_SITE else ""
    if name.endswith(".map"):
        return "map-left-out"
    return "" if ending(path) in MEDIA else "type-left-out"
