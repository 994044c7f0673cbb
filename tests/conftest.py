"""Fixtures that every test may ask for, and how property tests run."""

from hypothesis import settings

from tests.embedded import embedded_aws, emulator_factory

__all__ = ["embedded_aws", "emulator_factory"]

# The same examples at every run, however slow the machine: a failure is the change's, not the day's.
# Look for more with `--hypothesis-profile=search`.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("steady")
