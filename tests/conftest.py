"""Fixtures that every test may ask for."""

from tests.embedded import embedded_aws, emulator_factory

__all__ = ["embedded_aws", "emulator_factory"]
