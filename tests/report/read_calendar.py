"""Reads calendar files one after the other into one calendar, as any calendar program does: by UID, the later revision
of an event in the place of the earlier. Prints what it then holds as JSON."""

import json
import sys
from datetime import timedelta

from icalendar import Calendar

held = {}
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        calendar = Calendar.from_ical(file.read())
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        there = held.get(event["UID"])
        revision = lambda one: (int(one["SEQUENCE"]), one["DTSTAMP"].dt)
        if there is None or revision(there) <= revision(event):
            held[event["UID"]] = event

events = []
for event in held.values():
    (alarm,) = event.walk("VALARM")
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
    events.append(
        {
            "day": event["DTSTART"].dt.isoformat(),
            "alarm": -alarm["TRIGGER"].dt.days,
            "summary": event["SUMMARY"],
            "description": event.get("DESCRIPTION", ""),
        }
    )
print(json.dumps(sorted(events, key=lambda event: (event["day"], event["summary"]))))
