"""Made-up customers and solutions of very different trades, in English."""

from mlew.domain.customer import CustomerSheet
from mlew.domain.solution import Solution, TeamAnswer

GROWERS = (
    CustomerSheet(
        product="Harvest planner",
        title="Office manager of an apple growers' cooperative",
        summary="Sell the whole harvest before it spoils",
        purpose=("A harvest sold before it spoils", "Fair prices for all members"),
        behaviour=(
            "Members phone in how many crates they expect",
            "Forecasts are guessed from last year's figures",
            "Decides how many crates to send to which market",
            "Drives the crates to three markets (2 hours a trip, three times a week, $35 for fuel)",
            "Settles accounts with the members at the end of the month",
            "Answers complaints about quality by email",
        ),
        attributes=("60 members, most of them over 60 years old", "One person runs the office"),
    ),
    (
        Solution(
            name="Photo crop estimate",
            origin="Viticulture",
            when_used="Weeks before the harvest",
            how_solved="Counts fruit on photos of a few trees and estimates the crates of the orchard",
            effect="Forecast error down from 40 % to 12 %",
            how_done="Computer vision on phone photos",
        ),
        Solution(
            name="Market price radar",
            when_used="Deciding where to sell",
            how_solved="Shows what each market paid last week and is likely to pay tomorrow",
            effect="6 % more revenue",
            how_done="A prediction model on public price lists",
        ),
        Solution(
            name="Shared truck calendar",
            when_used="Several growers drive the same way",
            how_solved="Joins trips to the same market",
            effect="A third fewer trips",
            how_done="A calendar and a chat group",
        ),
        Solution(
            name="Answer drafts",
            when_used="The same complaint comes again",
            how_solved="Drafts an answer from earlier ones for a person to send",
            effect="20 minutes saved per answer",
            how_done="A language model with past emails",
        ),
    ),
    (TeamAnswer(question="Have you worked with photos?", answer="We have never done computer vision"),),
)

THEATRE = (
    CustomerSheet(
        product="Volunteer board",
        title="Stage manager of an amateur theatre",
        purpose=("to get everybody to rehearsal on time",),
        behaviour=(
            "Asks each of the 15 actors for free evenings",
            "She types the answers into a spreadsheet (about an hour)",
            "Plans the rehearsals scene by scene and messages everyone",
            "Every evening, the director changes the order of scenes",
        ),
        attributes=("Unpaid, with a day job", "Knows everybody by name"),
    ),
    (
        Solution(
            name="Availability poll",
            when_used="Finding a date for many people",
            how_solved="Everyone taps free evenings once; the best dates show at once",
            effect="Dates fixed in a day instead of a week",
            how_done="A form and a calendar",
        ),
        Solution(
            name="Scene scheduler",
            when_used="Not everybody can come",
            how_solved="Orders scenes so that nobody waits for their turn",
            effect="Waiting time of actors halved",
            how_done="An optimizer over scenes and people",
        ),
        Solution(
            name="Evening reminder",
            when_used="The day before",
            how_solved="Sends each person only what concerns them",
            effect="Two thirds fewer people late",
            how_done="Text messages from a template",
        ),
    ),
    (),
)

HARBOUR = (
    CustomerSheet(
        product="",
        title="Berth planner of a fishing harbour",
        purpose=("Fewer boats waiting off the pier", "Less fuel burnt while waiting"),
        behaviour=(
            "Listens to the radio for boats that announce their arrival (40 calls a day)",
            "Writes name, length and catch on a whiteboard",
            "Walks the pier to see which berths are free (25 min)",
            "Assigns a berth and tells the skipper by radio",
            "Reworks the plan when a crane breaks down or the wind turns",
            "Copies the day's arrivals into the port office's system (1 hour)",
        ),
        attributes=("Thirty years at sea", "Does not trust screens", "Works alone on night shifts"),
    ),
    (
        Solution(
            name="Radio transcript",
            when_used="Listening to many calls at once",
            how_solved="Writes down who called, when and why",
            effect="Calls missed: 5 a day to none",
            how_done="Speech recognition trained on radio noise",
        ),
        Solution(
            name="Berth camera",
            when_used="Checking what is free",
            how_solved="Marks free berths on a map",
            effect="Rounds on foot down by 80 %",
            how_done="Two cameras and computer vision",
        ),
        Solution(
            name="Arrival forecast",
            when_used="Planning the next hours",
            how_solved="Predicts arrival times from position and weather",
            effect="Error of 12 minutes",
            how_done="A forecast model on public position data",
        ),
        Solution(
            name="Paper printout of the plan",
            when_used="A screen is not at hand",
            how_solved="Prints the plan of the next two hours on one sheet",
            effect="No training needed",
            how_done="A template and a printer",
        ),
    ),
    (TeamAnswer(question="Speech?", answer="Our developer built a speech recognition demo last year"),),
)
