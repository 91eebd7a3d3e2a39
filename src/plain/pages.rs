//! A page read out: where the group is, what is told on arrival, and the facts that may change there.
//!
//! What a page says stands in its view; here is only what lines need besides.

mod acting;
mod agenda;
mod asking;
mod card;
mod finding;
mod item_question;
mod overview;
mod picture;
mod typing;
mod vote;

use super::transcript::Transcript;
use crate::plain::render;
use crate::view::{Body, Dialog, Told, View};

/// What is in sight.
pub(super) fn told(told: &Told) -> Transcript {
    let dialog = match told {
        Told::Screen(view) | Told::OnTop(view) => return page(view),
        Told::Dialog(dialog) => &**dialog,
    };
    match dialog {
        Dialog::Form { place, title, form, .. } => typing::form(place, title, form),
        Dialog::List { place, title, list, .. } => acting::starters(place, title, list),
        Dialog::Vote(shown) => vote::vote(shown),
        Dialog::Confirm(asked) => asking::confirm(asked),
    }
}

fn page(view: &View) -> Transcript {
    match &view.body {
        Body::Card(shown) => card::card(view, shown),
        Body::Break(shown) => card::pause(view, shown),
        Body::Question(shown) => item_question::question(view, shown),
        Body::Overview(shown) => overview::overview(shown),
        Body::Sessions(page) => finding::list(view, page),
        Body::Form(form) => typing::setup(view, form),
        Body::Reading(_) | Body::HeatMap(_) | Body::ChangeMap(_) | Body::Trend(_) | Body::Desk(_) | Body::Sign(_) => {
            picture::told(view)
        }
        Body::RoomCheck(_) => Transcript::default(),
        Body::List(list) => match view.place.as_str() {
            "start" => finding::start(view, list),
            "export" => asking::export(view, list),
            "agenda" => agenda::agenda(view),
            "actions" => acting::actions(view, list),
            "dots" => acting::dots(view, list),
            _ => render::list(view),
        },
    }
}
