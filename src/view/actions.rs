//! The actions: the list, those of last time in a follow-up, and read back on the last slide; one row for all three.
//!
//! What an action still lacks is said, because a room forgets an action without an owner or a date.

use super::{Body, Column, Frame, List, More, Numbers, Row, Span, Text, Tone, View, Wall};
use crate::app::{ActionsPage, App, CHECK_IN_CLOCK, Workshop};
use crate::catalogue::Message;
use crate::session::{Action, ActionEvent, ActionStatus, Logged};
use crate::words::{self, joined};
use jiff::Timestamp;

const NONE: Message = Message(
    "No actions yet. N writes one; A on an item, or on a line of \"Where to act\", begins one for it with \
                    starters to choose from.",
);

const CHANGE: &str = "A number changes an action; \"done 2\", \"log 2\" and a text, \"review\" and a date.";

const SINCE: &str = "Say what became of each, as in done 2, or drop 2. Enter goes on.";

/// What the room will do.
pub(super) fn actions<'a>(app: &'a App, page: &ActionsPage) -> Option<View<'a>> {
    let workshop = app.cx.workshop.as_ref()?;
    let session = &workshop.session;
    let open = session.open_actions().count();
    let right = if session.actions.is_empty() {
        String::new()
    } else {
        tr!("{open} of {all} open", open, all = session.actions.len())
    };
    let list = List {
        marked: page.line,
        below: review(workshop, "R"),
        empty: Text::of(NONE, Tone::Text),
        ..list(app, workshop, true)
    };
    let how = if session.actions.is_empty() { "" } else { CHANGE };
    Some(View::new("actions", Frame::new(app, tr!("ACTIONS"), right), Body::List(list)).asking("Actions", how))
}

/// The actions of last time: the first thing that a follow-up shows.
pub(super) fn of_last_time(app: &App, focus: usize) -> Option<View<'_>> {
    let workshop = app.cx.workshop.as_ref()?;
    let session = &workshop.session;
    let counts = words::action_counts(session.actions.iter().map(|action| action.status));
    let title = tr!("ACTIONS OF LAST TIME").to_owned();
    let is_check_in = app.cx.is_check_in();
    let used =
        is_check_in.then(|| words::check_in_clock(workshop.minutes_on(&CHECK_IN_CLOCK.into(), app.cx.now.timestamp())));
    let right = [joined([Some(counts), used.clone()].into_iter().flatten(), "; "), used.unwrap_or_default()];
    let mut frame = Frame::by_width(app, [title.clone(), title], right);
    let date = session.earlier.as_ref().and_then(|earlier| earlier.date).map(words::date);
    frame.session = date.into_iter().collect();
    let empty = Text::of(words::NO_OPEN_ACTIONS, Tone::Text);
    let above = if is_check_in {
        Text::of(words::check_in_pace(session.open_actions().count()), Tone::Muted)
    } else {
        Text::default()
    };
    let list = List { marked: focus, empty, above, ..list(app, workshop, true) };
    Some(View::new("last actions", frame, Body::List(list)).asking("Last time", SINCE))
}

/// The actions in the room's order, all that is kept on the marked one at the foot.
pub(super) fn list(app: &App, workshop: &Workshop, with_log: bool) -> List {
    let actions = workshop.session.actions.iter();
    let rows: Vec<Row> = actions.map(|action| row(app, workshop, action, with_log)).collect();
    List {
        columns: vec![Column::new(4), Column::holding(13, &rows, 1), Column::wrapped()],
        rows,
        more: More::AtFoot,
        numbers: Numbers::Kept,
        ..List::default()
    }
}

/// When the room looks again, or the keys that set it.
pub(super) fn review(workshop: &Workshop, keys: &str) -> Text {
    let mut text = Text::default();
    let date = workshop.session.review.map_or_else(|| tr!("no date yet; {keys} sets one", keys), words::date);
    text.hanging(tr!("Review  "), date, Tone::Accent, Tone::Accent);
    text
}

/// An action: what, how far, who, by when, how it will be known, for what, and its log.
fn row(app: &App, workshop: &Workshop, action: &Action, with_log: bool) -> Row {
    let mut more = Text::default();
    let mut term = |term: &str, words: &str| {
        if !words.trim().is_empty() {
            more.hanging(format!("{term:<17}"), words.trim(), Tone::Muted, Tone::Text);
        }
    };
    term(tr!("Who"), words::owner(action));
    term(tr!("By when"), &words::due(action));
    term(words::KNOW_BY.text(), &action.measure);
    term(tr!("Helped by"), &action.support);
    term(tr!("For"), &words::names(&app.cx.framework, &action.why));
    for line in action.log.iter().rev().filter(|_| with_log) {
        term(&format!("{} ", day(app, workshop, line.at)), logged(line));
    }
    let status = if action.status == ActionStatus::NotStarted { Tone::Muted } else { Tone::Accent };
    let cells = vec![
        Span::new(action.number.to_string(), Tone::Text),
        Span::new(action.status.label(), status),
        Span::new(words::what(action), Tone::Text),
    ];
    let number = Span::new(action.number.to_string(), Tone::Text);
    let wall = Some(Wall::new(number, words::what(action), [action.status.label().to_owned()]));
    Row { key: format!("Action {}", action.number), cells, more, wall, ..Row::default() }
}

fn logged(line: &Logged) -> &str {
    match &line.event {
        ActionEvent::Added => tr!("taken on"),
        ActionEvent::Status(status) => status.label(),
        ActionEvent::Note(text) => text,
    }
}

/// The time on the day of the workshop, the day on any other.
fn day(app: &App, workshop: &Workshop, at: Timestamp) -> String {
    let date = at.to_zoned(app.cx.now.time_zone().clone()).date();
    if Some(date) == workshop.session.about.date { app.cx.time_of_day(at) } else { words::short_date(date) }
}
