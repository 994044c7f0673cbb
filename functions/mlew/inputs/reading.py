"""What has been read of a folder so far."""

from dataclasses import dataclass, field

from PIL import Image

from mlew.documents.file_defect import FileDefect
from mlew.documents.solutions_file import SolutionsFile
from mlew.domain.customer import CustomerSheet
from mlew.domain.inputs import Picture
from mlew.inputs.picture import (
    MAX_PICTURES,
    PictureBroken,
    PictureTooLarge,
    ReadPicture,
    encode,
    picture_name,
    read_picture,
)
from mlew.inputs.plan_file import PlanFile

_SMALLEST_SIDE = 120
"""Pictures below this on a slide are icons and logos."""


@dataclass
class Reading:
    """Collected while the files are read one by one. `texts`: everything legible, to tell the language."""

    sheets: list[CustomerSheet] = field(default_factory=list)
    solutions: SolutionsFile = field(default_factory=lambda: SolutionsFile(()))
    plan: PlanFile | None = None
    pictures: list[Picture] = field(default_factory=list)
    picture_bytes: dict[str, bytes] = field(default_factory=dict)
    defects: list[FileDefect] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    originals: dict[str, bytes] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)

    def add_picture(self, data: bytes, *, file: str, slide: int = 0) -> None:
        """A picture file, or a picture on a slide (`slide` > 0), where small ones are decoration."""
        name = picture_name(file, f"slide{slide}" if slide else "", self.picture_bytes)
        place = FileDefect(rule="picture-broken", file=file, place="slide" if slide else "", number=slide)
        try:
            read = read_picture(data, name=name, source=file)
        except PictureTooLarge:
            self.defects.append(place.model_copy(update={"rule": "picture-too-large"}))
        except PictureBroken:
            self.defects.append(place.model_copy(update={"rule": "slide-picture-broken"}) if slide else place)
        else:
            if not slide or min(read.picture.width, read.picture.height) >= _SMALLEST_SIDE:
                self._keep(read, file)

    def add_page(self, image: Image.Image, *, file: str, page: int) -> None:
        """A page of a PDF, drawn."""
        name = picture_name(file, f"page{page}", self.picture_bytes)
        self._keep(encode(image, name=name, source=file), file)

    def _keep(self, read: ReadPicture, file: str) -> None:
        if len(self.pictures) >= MAX_PICTURES:
            self.left_out[file] = self.left_out.get(file, 0) + 1
            return
        self.pictures.append(read.picture)
        self.picture_bytes[read.picture.name] = read.data
