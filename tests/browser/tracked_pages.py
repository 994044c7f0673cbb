"""Pages with a tracker in them."""

KEY = "key-of-a-mock"


def tracked(body: str, *, key: str = KEY, script: str = "tracker.js", head: str = "") -> str:
    """A page as mocks have it."""
    return f"""<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>Mock</title>{head}
<script src="/{script}" data-key="{key}" data-endpoint="/v1/events" defer></script></head><body>{body}</body></html>"""


def with_sdk(body: str, *, script: str = "mlew-tracker.js", options: str = "") -> str:
    """A page written for the MLEW SDK."""
    return f"""<!doctype html><html lang="ja"><head><meta charset="utf-8"><script src="/{script}"></script></head>
<body>{body}<script>
window.tracker = new window.MLEWTracker.Tracker({{
  applicationId: 'canteen', applicationName: 'Canteen', apiEndpoint: location.origin + '/', apiKey: '{KEY}',
  autoTrack: true, {options}
}});
</script></body></html>"""
