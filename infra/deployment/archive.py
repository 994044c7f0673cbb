"""Pack a folder into the same zip for the same content: names sorted, times and modes fixed."""

import zipfile
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell
_FILE, _EXECUTABLE = 0o100644 << 16, 0o100755 << 16


def pack(folder: Path, archive: Path) -> None:
    """Write `folder` to `archive`; a reader never sees half a file."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    unfinished = archive.with_name(f".{archive.name}.unfinished")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _EPOCH)
            entry.external_attr = _EXECUTABLE if path.stat().st_mode & 0o100 else _FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes(), compresslevel=1)
    unfinished.replace(archive)
