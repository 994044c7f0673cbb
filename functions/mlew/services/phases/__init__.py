"""One module a phase: which model work it is, and what artifact comes of it."""
