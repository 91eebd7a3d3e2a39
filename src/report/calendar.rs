//! The open actions and the review day as an iCalendar file (RFC 5545), to bring into any calendar.
//!
//! All-day events, each with an alarm two weeks before. What an event is called by the calendar never changes, and what
//! is saved later counts as later: bringing the file in again changes the events that are there and doubles none.

use super::model::{ActionPart, Source, Texts, plan};
use super::text::clean_line;
use crate::framework::Framework;
use crate::session::{Action, Session};
use crate::words::paper::calendar::{FOR, HELPED_BY, STATUS, WHO, due, looks_again, on_record};
use crate::words::{self, commas};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The longest line in bytes, its end apart.
const LONGEST: usize = 75;

/// Two weeks before.
const ALARM: &str = "-P14D";

/// From here on the seconds are counted by which a calendar tells a later state of an event from an earlier one. A
/// follow-up counts its changes anew, a clock does not.
const COUNTED_FROM: i64 = 1_577_836_800;

/// A calendar file, and what is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The file; `None` where no open action has a date and there is no review day.
    pub text: Option<String>,
    /// The open actions without a date, by number and wording.
    pub undated: Vec<(u32, String)>,
}

/// The calendar of a session that was held with this framework, as it was saved at this time.
pub fn calendar(framework: &Framework, session: &Session, saved: Timestamp) -> Calendar {
    let source = Source { framework, session, names: false, texts: Texts::Clean };
    let parts = plan(&source).actions;
    let (mut events, mut undated) = (Vec::new(), Vec::new());
    for (action, part) in session.actions.iter().zip(&parts).filter(|(action, _)| action.status.is_open()) {
        match action.by.filter(|by| is_in_calendars(*by)) {
            Some(by) => events.push(of_action(session, action, part, by)),
            None => undated.push((action.number, clean_line(words::what(action)))),
        }
    }
    events.extend(session.review.filter(|day| is_in_calendars(*day)).map(|day| of_review(session, day)));
    let text = (!events.is_empty()).then(|| written(&events, saved));
    Calendar { text, undated }
}

/// Whether a calendar has such a day: their years have four digits and no sign.
fn is_in_calendars(day: Date) -> bool {
    day.year() > 0
}

/// One whole day in a calendar.
struct Event {
    id: String,
    day: Date,
    summary: String,
    description: Vec<String>,
}

fn of_action(session: &Session, action: &Action, part: &ActionPart, day: Date) -> Event {
    let lines = [
        (WHO, clean_line(words::owner(action))),
        (HELPED_BY, part.support.clone()),
        (words::KNOW_BY, part.measure.clone()),
        (FOR, commas(&part.why)),
        (STATUS, part.status.words.clone()),
    ];
    let said = lines.into_iter().filter(|(_, text)| !text.is_empty());
    // An action keeps its log and its number in every session that follows up: by these it is known again.
    let begun = action.log.first().map_or(session.created, |added| added.at);
    Event {
        id: format!("{}-action-{}@plenary", in_utc(begun), action.number),
        day,
        summary: due(&clean_line(session.title()), &clean_line(words::what(action))),
        description: said.map(|(name, text)| format!("{name}: {text}")).collect(),
    }
}

fn of_review(session: &Session, day: Date) -> Event {
    let counts = words::action_counts(session.actions.iter().map(|action| action.status));
    Event {
        id: format!("{}-review@plenary", clean_line(&session.id)),
        day,
        summary: looks_again(&clean_line(session.title())),
        description: Some(counts)
            .filter(|counts| !counts.is_empty())
            .map(|counts| on_record(&counts))
            .into_iter()
            .collect(),
    }
}

fn written(events: &[Event], saved: Timestamp) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Plenary//Plenary//EN");
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    for event in events {
        let summary = escaped(&event.summary);
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", &escaped(&event.id));
        lines.put("DTSTAMP", &in_utc(saved));
        lines.put("SEQUENCE", &(saved.as_second() - COUNTED_FROM).clamp(0, i64::from(i32::MAX)).to_string());
        lines.put("DTSTART;VALUE=DATE", &event.day.strftime("%Y%m%d").to_string());
        if let Ok(end) = event.day.tomorrow() {
            lines.put("DTEND;VALUE=DATE", &end.strftime("%Y%m%d").to_string());
        }
        lines.put("SUMMARY", &summary);
        if !event.description.is_empty() {
            lines.put("DESCRIPTION", &escaped(&event.description.join("\n")));
        }
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("BEGIN", "VALARM");
        lines.put("ACTION", "DISPLAY");
        lines.put("DESCRIPTION", &summary);
        lines.put("TRIGGER", ALARM);
        lines.put("END", "VALARM");
        lines.put("END", "VEVENT");
    }
    lines.put("END", "VCALENDAR");
    lines.0
}

/// Content lines, each with its end.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line, folded between letters where it is longer than a line may be.
    fn put(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as a value.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// `20260312T093000Z`.
fn in_utc(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}
