"""English: a tenant asks for the repair of an appliance."""

from datetime import date

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

_FORM = FormPart(
    fields=(
        InputField(
            id="appliance",
            label="Which appliance?",
            input="select",
            required=True,
            options=("Fridge or freezer", "Washing machine", "Dishwasher", "Oven or hob", "Boiler", "Something else"),
        ),
        InputField(
            id="symptom",
            label="What is it doing, or not doing?",
            input="textarea",
            required=True,
            hint="When it started and what you have already tried both help.",
            placeholder="e.g. The drum stopped turning on Sunday. The pump still hums.",
        ),
        InputField(
            id="signs",
            label="Have you noticed any of these?",
            input="checkbox",
            options=("Unusual noise", "A leak", "A burning smell", "An error code"),
        ),
        InputField(
            id="age", label="Age of the appliance", input="number", minimum=0, maximum=40, unit="years", placeholder="6"
        ),
        InputField(id="noticed", label="Day you noticed it", input="date", required=True),
        InputField(
            id="tenure",
            label="Who owns the appliance?",
            input="radio",
            required=True,
            options=("I do", "My landlord", "Not sure"),
        ),
        InputField(
            id="mail",
            label="Email address",
            input="email",
            required=True,
            hint="We send the diagnosis here, and nothing else.",
            placeholder="tenant@example.com",
        ),
        InputField(id="phone", label="Mobile number", input="tel", placeholder="020 0000 0000"),
    ),
)

_WIZARD = WizardPart(
    pages=(
        WizardPage(
            title="Your home",
            fields=(
                InputField(
                    id="home",
                    label="Type of home",
                    input="radio",
                    required=True,
                    options=("House", "Flat", "Shared house"),
                ),
                InputField(id="floor", label="Which floor?", input="number", minimum=0, maximum=60, required=True),
                InputField(
                    id="space",
                    label="Space around the appliance",
                    input="select",
                    options=("Room to walk around", "An arm's width", "Built in"),
                    hint="So that we bring the right trolley.",
                ),
            ),
        ),
        WizardPage(
            title="Getting in",
            fields=(
                InputField(
                    id="parking",
                    label="Parking",
                    input="radio",
                    required=True,
                    options=("Drive or bay", "Permit zone", "Not sure"),
                ),
                InputField(
                    id="entry",
                    label="How do we get in?",
                    placeholder="e.g. Ring the concierge",
                    hint="Please do not write down any door codes.",
                ),
            ),
        ),
        WizardPage(
            title="On the day",
            fields=(
                InputField(
                    id="present",
                    label="Who will be in?",
                    input="radio",
                    required=True,
                    options=("Me", "A housemate", "My landlord"),
                ),
                InputField(
                    id="memo", label="Anything we should know?", input="textarea", placeholder="e.g. There is a dog"
                ),
                InputField(id="agree", label="The engineer may open the casing", input="checkbox", required=True),
            ),
        ),
    ),
)

_CALENDAR = CalendarPart(
    label="Days we can come",
    choose="Arrival window",
    days=(
        Day(day=date(2027, 4, 12), times=("16:00–18:00",)),
        Day(day=date(2027, 4, 13), times=("08:00–10:00", "12:00–14:00", "16:00–18:00")),
        Day(day=date(2027, 4, 14)),
        Day(day=date(2027, 4, 15), times=("08:00–10:00", "10:00–12:00")),
        Day(day=date(2027, 4, 17), times=("10:00–12:00",)),
        Day(day=date(2027, 4, 19), times=("08:00–10:00", "10:00–12:00", "12:00–14:00", "16:00–18:00")),
        Day(day=date(2027, 4, 20)),
        Day(day=date(2027, 4, 29), times=("12:00–14:00",)),
        Day(day=date(2027, 5, 4), times=("08:00–10:00", "12:00–14:00")),
        Day(day=date(2027, 5, 5), times=("10:00–12:00",)),
    ),
    empty="All visits on this day are taken. The days around it may suit you.",
)

_UPLOAD = UploadPart(
    label="The model label, and the part that worries you",
    accepts=(".jpg", ".png", ".heic"),
    samples=(
        Sample(
            name="washing-machine-label.jpg",
            size="1.8 MB",
            finding="An 8 kg front loader, made in 2019. Spare parts are in stock in this country.",
        ),
        Sample(
            name="puddle-under-door.jpg",
            size="2.4 MB",
            finding="Water collects below the door: the seal is the likely cause (82% sure).\nThe hose looks sound.",
        ),
        Sample(name="error-code.png", size="640 KB", finding="Code E18 means that the machine cannot drain."),
    ),
    error="That does not look like a picture. JPG, PNG and HEIC work.",
)

_LIST = ListDetailPart(
    items=(
        Item(
            title="Laundry engineer, North",
            summary="Pumps, bearings and door seals. Carries the parts in the van.",
            tags=("Washing machine", "Same day"),
            facts=(
                Fact(label="Repairs so far", value="1,240"),
                Fact(label="Mended on the first visit", value="91%"),
                Fact(label="Earliest visit", value="12 April, 16:00"),
                Fact(label="Call-out", value="£35"),
            ),
            body="Most of the week goes into drain pumps and drum bearings.\n\n"
            "You see the price before any work starts, and you hear it when a repair is not worth the money.",
        ),
        Item(
            title="Kitchen engineer, Central",
            summary="Dishwashers, ovens and hobs.",
            tags=("Dishwasher", "Oven", "Same day"),
            facts=(
                Fact(label="Repairs so far", value="860"),
                Fact(label="Mended on the first visit", value="87%"),
                Fact(label="Call-out", value="£35"),
            ),
            body="Brings heating elements and inlet valves for the thirty most common models.",
        ),
        Item(
            title="Cooling engineer, West",
            summary="Fridges and freezers that are too warm, too cold or too loud.",
            tags=("Fridge",),
            facts=(Fact(label="Repairs so far", value="2,015"), Fact(label="Call-out", value="£30")),
            body="Licensed to handle refrigerant, and able to test for leaks on site.",
        ),
        Item(
            title="Heritage engineer, all areas",
            summary="Appliances older than fifteen years.",
            tags=("Fridge", "Washing machine", "By appointment"),
            facts=(Fact(label="Repairs so far", value="430"), Fact(label="Call-out", value="£45")),
            body="Finds refurbished parts where new ones are no longer made.",
        ),
        Item(
            title="Evening engineer, Central and North",
            summary="Visits until eight in the evening.",
            tags=("Dishwasher", "Fridge", "Evenings"),
            facts=(Fact(label="Repairs so far", value="310"), Fact(label="Call-out", value="£55")),
            body="For everybody who cannot wait in on a working day.",
        ),
    ),
    choose="Ask this engineer",
)

_COMPARE = ComparePart(
    criteria=("Cost today", "Cost over five years", "Working again", "Electricity a year", "Old machine", "Guarantee"),
    options=(
        CompareOption(
            name="Repair",
            note="Keep the machine that you have",
            values=("£92", "£352", "Tomorrow", "£52", "Stays", "12 months on the repair"),
            recommended=True,
        ),
        CompareOption(
            name="Replace",
            note="A new machine of the same size",
            values=("£480", "£680", "5–10 days", "£40", "Collected for £25", "2 years"),
        ),
        CompareOption(
            name="Rent",
            note="Three years, then yours to return",
            values=("£18", "£1,280", "3–5 days", "£40", "Collected free", "As long as you rent"),
        ),
    ),
    choose="Choose",
)

PARTS: dict[str, Part] = {
    "form": _FORM,
    "wizard": _WIZARD,
    "calendar": _CALENDAR,
    "upload": _UPLOAD,
    "list_detail": _LIST,
    "compare": _COMPARE,
}
