"""Measures the targets of workshop runs: `make bench`. Nothing here is a test, and no test is timed."""
