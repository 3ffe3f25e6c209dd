"""Days to look at decisions again, and last days of pilots, for the calendars people use."""

from datetime import date, timedelta

from icalendar import Calendar, Event
from starlette.responses import Response

from domain.decision import way
from domain.kernel.messages import say
from projections.decisions.due import ends_of_pilots, to_revisit
from projections.engine.as_of import NOW
from web.http.reading import Reading
from web.http.urls import absolute

ICS = "text/calendar; charset=utf-8"


def show_calendar(reading: Reading) -> Response:
    """GET /calendar.ics — every day on which a decision is due, and every pilot's last day."""
    site, db = absolute(reading.request, ""), reading.db
    revisits, ends = to_revisit(db, NOW), ends_of_pilots(db, NOW)
    calendar = Calendar()
    calendar.add("prodid", "-//Pilotlog//Pilotlog//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Pilotlog")
    for each in revisits:
        verdict = way(each.verdict)
        says = say("Look again: {verdict}, {title}", verdict=verdict, title=each.title)
        page = f"{site}/decisions/{each.decision}"
        calendar.add_component(
            _day(each.revisit_on, str(says), f"{each.expected_effect}\n{page}", page)
        )
    for last in ends:
        page = f"{site}/pilots/{last.pilot}"
        says = say("Last day: {title}", title=last.title)
        calendar.add_component(_day(last.ends_on, str(says), page, page))
    for event in calendar.events:
        event.add("dtstamp", reading.now)
    return Response(calendar.to_ical(), media_type=ICS)


def _day(on: str, summary: str, description: str, page: str) -> Event:
    day, event = date.fromisoformat(on), Event()
    event.add("uid", page)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", description)
    event.add("url", page)
    event.add("transp", "TRANSPARENT")  # nobody is busy because of it
    return event
