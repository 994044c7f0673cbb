"""Under which steps the drafts of a proven press release are kept."""

STEP = "press_release_proven"
FIRST_STEP = f"{STEP}_first"
"""Of the pair that goes first."""
