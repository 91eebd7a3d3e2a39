//! The start page: what this is, and a row for each thing to do.

use super::{Body, Frame, List, Row, Text, Tone, View, session_title};
use crate::app::{App, Choice, Listed, Start};
use crate::words;

pub(super) fn page<'a>(app: &'a App, start: &Start) -> View<'a> {
    let list = List {
        big: "PLENARY",
        above: Text::of(&app.cx.framework.title, Tone::Text),
        rows: app.cx.choices().into_iter().map(|one| Row::of(format!("{one:?}"), [choice(app, one)])).collect(),
        spaced: true,
        marked: start.focus,
        below: Text::of(words::PRIVACY, Tone::Muted),
        ..List::default()
    };
    View::new("start", Frame::new(app, "", ""), Body::List(list))
        .asking("Start", "Write a number. \"help\" says what can be done, here and everywhere.")
}

fn choice(app: &App, choice: Choice) -> String {
    let open = app.cx.workshop.as_ref().filter(|_| app.cx.has_begun());
    match choice {
        Choice::CarryOn => {
            let title = open.map(session_title).or_else(|| app.cx.home.last.as_ref().map(last));
            format!("Carry on: {}", title.unwrap_or_default())
        }
        Choice::New => "New session".into(),
        Choice::Open => words::OPEN_SAVED.into(),
        Choice::Demo => words::TRY_SAMPLE.into(),
        Choice::Rehearse => words::REHEARSE.into(),
        Choice::RoomCheck => "First time here? Check the room (F2)".into(),
        Choice::Help => "Help: what can be done".into(),
        Choice::About => words::ABOUT.into(),
    }
}

/// The session that was open last: `Glenside CPP, 12 March 2026 (34 of 36)`.
fn last(last: &Listed) -> String {
    let date = last.date.map_or(String::new(), |date| format!(", {}", words::date(date)));
    let name = if last.partnership.is_empty() { "Unnamed partnership" } else { &last.partnership };
    format!("{name}{date} ({} of {})", last.done, last.of)
}
