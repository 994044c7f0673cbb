"""What `read_folder` hands on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mlew.domain.base import Locale
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.workshop import WorkshopPlan


@dataclass(frozen=True)
class FolderContent:
    """A discovery folder, read.

    `plan.locale` is that of workshop.toml, else told from the text. `pictures`: bytes by `Picture.name`;
    `originals`: bytes of the files that were used, by file name; `ignored`: names of the files that were not.
    """

    inputs: WorkshopInputs
    plan: WorkshopPlan
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    originals: Mapping[str, bytes] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    @property
    def locale(self) -> Locale:
        """The language of the workshop, and of the findings."""
        return self.plan.locale

    @property
    def usable(self) -> bool:
        """True if no finding is an error."""
        return not any(finding.severity == "error" for finding in self.inputs.findings)
