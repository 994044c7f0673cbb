"""A facilitator's folder, read and checked: slides, Markdown, PDF and pictures to the inputs of a workshop."""

from mlew.inputs.coverage import coverage
from mlew.inputs.folder import read_folder
from mlew.inputs.folder_content import FolderContent
from mlew.services.readiness import needs_picture_reader

__all__ = ["FolderContent", "coverage", "needs_picture_reader", "read_folder"]
