//! A page read out: where the group is, what is told on arrival, and the facts that may change there.
//!
//! What a page says stands in its view; here is only what lines need besides.

mod acting;
mod asking;
mod card;
mod comparing;
mod finding;
mod item_question;
mod overview;
mod people;
mod slides;
mod typing;
mod vote;

use super::transcript::Transcript;
use crate::plain::render;
use crate::view::{Body, Dialog, OnTop, View};

/// A page.
pub(super) fn screen(view: &View) -> Transcript {
    let page = Some(view);
    match &view.body {
        Body::Card(shown) => card::card(view, shown),
        Body::Break(shown) => card::pause(view, shown),
        Body::Question(shown) => item_question::question(view, shown),
        Body::Overview(shown) => overview::overview(shown),
        Body::Sessions(_) => finding::list(page),
        Body::Form(_) => typing::setup(page),
        Body::HeatMap(_) => slides::slide(view),
        Body::ChangeMap(_) | Body::Trend(_) | Body::Reading(_) => comparing::told(view),
        Body::RoomCheck(_) => Transcript::default(),
        Body::List(_) => list(view),
    }
}

/// A page that is a list, by what can be written on it.
fn list(view: &View) -> Transcript {
    let page = Some(view);
    match view.place.split(' ').next().unwrap_or_default() {
        "start" => finding::start(page),
        "versions" => finding::versions(page),
        "last" => acting::last_actions(page),
        "slide" => slides::slide(view),
        "export" => asking::export(page),
        "agenda" => people::agenda(page),
        "parked" => render::list(page, "Parked"),
        "linked" => people::linked(page),
        "actions" => acting::actions(page),
        "dots" => acting::dots(page),
        _ => render::list(page, "Register"),
    }
}

/// What lies on a page.
pub(super) fn on_top(on_top: &OnTop) -> Transcript {
    let dialog = match on_top {
        OnTop::Page(view) => return screen(view),
        OnTop::Dialog(dialog) => &**dialog,
    };
    match dialog {
        Dialog::Form { place, title, form, .. } => typing::form(place, title, form),
        Dialog::List { place, title, list, .. } => acting::starters(place, title, list),
        Dialog::Vote(shown) => vote::vote(shown),
        Dialog::Confirm(asked) => asking::confirm(asked),
    }
}
