//! Lines by their numbers: what is counted on the screen in sight, and the messages that mark one of them.
//!
//! Actions go by the number that they keep; everything else by its place, from 1.

use super::error::NotTaken;
use crate::app::keymap::Command;
use crate::app::{App, Choice, Msg, Overlay, Screen, Slide, Target};

/// The lines of the start page that make sense without a screen.
pub(super) fn choices_in_lines(app: &App) -> Vec<Choice> {
    app.cx.choices().into_iter().filter(|choice| *choice != Choice::RoomCheck).collect()
}

/// The messages that mark the line with a number.
pub(super) fn mark(app: &App, number: u32) -> Result<Vec<Msg>, NotTaken> {
    let place = place(app, number)?;
    if app.overlays.is_empty() {
        return Ok(vec![Msg::Click(Target::Line(place))]);
    }
    let down = std::iter::repeat_with(|| Msg::Command(Command::Down)).take(place);
    Ok(std::iter::once(Msg::Command(Command::First)).chain(down).collect())
}

/// The place of the line with a number, from 0.
fn place(app: &App, number: u32) -> Result<usize, NotTaken> {
    let by_number = match (app.overlays.last(), &app.screen) {
        (Some(Overlay::Actions(_)), _) | (None, Screen::LastActions(_)) => true,
        (None, Screen::Slides(slides)) => slides.slide == Slide::Actions,
        _ => false,
    };
    if by_number {
        let place = app.cx.actions().iter().position(|action| action.number == number);
        return place.ok_or(NotTaken::NoAction(number));
    }
    let many = count(app);
    let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    place.filter(|place| *place < many).ok_or(match many {
        0 => NotTaken::NoLines,
        1 => NotTaken::OneLine(number),
        many => NotTaken::NoLine { number, many },
    })
}

/// How many lines there are to choose from.
fn count(app: &App) -> usize {
    let register = app.cx.workshop.as_ref().map(|workshop| &workshop.session.register);
    match (app.overlays.last(), &app.screen) {
        (Some(Overlay::Register(_)), _) => register.map_or(0, |register| register.groups.len()),
        (Some(Overlay::Agenda(_)), _) => app.cx.framework.agenda.len(),
        (Some(Overlay::Parked(_)), _) => app.cx.parked().len(),
        (Some(Overlay::LookBack(_)), _) => app.cx.loose_ends().len(),
        (Some(Overlay::Linked(linked)), _) => linked.items.len(),
        (None, Screen::List(_)) => app.cx.list.view.shown(),
        (None, Screen::Versions(versions)) => versions.entries.len(),
        (None, Screen::Slides(slides)) => app.cx.lines_of(slides.slide),
        _ => 0,
    }
}
