"""Sample parts into which something is entered or in which something is chosen."""

from datetime import date

from mlew.domain.base import Locale
from mlew.domain.screen_parts import (
    CalendarPart,
    CompareOption,
    ComparePart,
    Day,
    Fact,
    FormPart,
    InputField,
    Item,
    ListDetailPart,
    Part,
    Sample,
    UploadPart,
    WizardPage,
    WizardPart,
)

PARTS: dict[Locale, dict[str, Part]] = {
    "ja": {
        "form": FormPart(fields=(InputField(id="symptom", label="気になる症状", required=True),)),
        "wizard": WizardPart(
            pages=(WizardPage(title="置き場所", fields=(InputField(id="floor", label="設置している階"),)),)
        ),
        "calendar": CalendarPart(label="訪問日", days=(Day(day=date(2027, 4, 12), times=("9:00", "13:00")),)),
        "upload": UploadPart(label="写真", samples=(Sample(name="型番シール.jpg", finding="型番を読み取りました"),)),
        "list_detail": ListDetailPart(items=(Item(title="冷蔵庫の専門担当", facts=(Fact(label="件数", value="120"),)),)),
        "compare": ComparePart(
            criteria=("費用",),
            options=(CompareOption(name="修理", values=("2万円",)), CompareOption(name="買い替え", values=("9万円",))),
        ),
    },
    "en": {
        "form": FormPart(fields=(InputField(id="symptom", label="What is wrong", required=True),)),
        "wizard": WizardPart(pages=(WizardPage(title="Place", fields=(InputField(id="floor", label="Which floor"),)),)),
        "calendar": CalendarPart(label="Day of the visit", days=(Day(day=date(2027, 4, 12), times=("9:00", "13:00")),)),
        "upload": UploadPart(label="Picture", samples=(Sample(name="label.jpg", finding="Model recognised"),)),
        "list_detail": ListDetailPart(items=(Item(title="Fridge engineer", facts=(Fact(label="Jobs", value="120"),)),)),
        "compare": ComparePart(
            criteria=("Cost",),
            options=(CompareOption(name="Repair", values=("£90",)), CompareOption(name="Replace", values=("£480",))),
        ),
    },
}
