"""GenU's use cases: the file that its builder imports, what GenU makes of it, and what breaks there."""
