"""The workshop's own terms (METHOD): pure pydantic, no I/O. Field names in English, content in its locale."""
