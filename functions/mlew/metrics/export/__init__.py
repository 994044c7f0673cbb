"""Numbers as files for other tools."""
