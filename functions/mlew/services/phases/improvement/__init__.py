"""Phases of the improvement edition: each sees what there was and the evidence, and writes the next version."""
