"""What can go wrong around the embedded AWS itself."""

from mlew.errors import SetupError


class EnvironmentNotMade(SetupError):
    """Raise when one of the two Python environments cannot be built."""


class EmulatorNotStarted(SetupError):
    """Raise when the emulator's process ends or stays silent instead of answering; ends with its log."""


class EmulatorNotRunning(SetupError):
    """Raise when something is asked of an emulator that does not run."""
