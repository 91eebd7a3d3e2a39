//! What is in sight, in words: where the room is, what is told on arrival, and the facts that may change there.
//!
//! It reads the app as drawing does, one file per screen, and judges nothing.

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

use crate::plain::render;
use crate::view::{Body, Dialog, OnTop, View};

/// A screen, or what lies on top of it, in words.
#[derive(Debug, Default)]
pub(super) struct Sight {
    /// Which it is; another place is told whole.
    pub(super) place: String,
    /// What is told on arrival.
    pub(super) heading: Vec<String>,
    /// What is told instead by who comes from another level of the same item.
    pub(super) turn: Option<(String, String)>,
    /// A sentence that is told the first time only, and what it is about.
    pub(super) once: Option<(String, String)>,
    /// What may change while the room stays; only what changed is told then.
    pub(super) facts: Vec<Fact>,
    /// Whether facts are told when they change, and not on arrival.
    pub(super) quiet: bool,
    /// What to write now.
    pub(super) prompt: String,
}

/// Something that may change.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    /// What it is about.
    pub(super) about: String,
    /// How it stands, in sentences; nothing where there is nothing to say.
    pub(super) said: Vec<String>,
    /// What is said once there is nothing to say any more.
    pub(super) gone: String,
}

impl Fact {
    pub(super) fn new(about: impl Into<String>, said: impl Into<String>) -> Self {
        let said = Some(said.into()).filter(|said: &String| !said.is_empty());
        Self { about: about.into(), said: said.into_iter().collect(), gone: String::new() }
    }

    pub(super) fn lines(about: impl Into<String>, said: Vec<String>) -> Self {
        Self { about: about.into(), said, gone: String::new() }
    }

    pub(super) fn or(self, gone: impl Into<String>) -> Self {
        Self { gone: gone.into(), ..self }
    }
}

/// A page.
pub(super) fn screen(view: &View) -> Sight {
    let page = Some(view);
    match &view.body {
        Body::Card(shown) => card::card(view, shown),
        Body::Break(shown) => card::pause(view, shown),
        Body::Question(shown) => item_question::question(view, shown),
        Body::Overview(shown) => overview::overview(shown),
        Body::Sessions(_) => finding::list(page),
        Body::Form(_) => typing::setup(page, render::head(view)),
        Body::HeatMap(_) => slides::slide(view),
        Body::ChangeMap(_) | Body::Trend(_) | Body::Reading(_) => comparing::told(view),
        Body::RoomCheck(_) => Sight::default(),
        Body::List(_) => list(view),
    }
}

/// A page that is a list, by what can be written on it.
fn list(view: &View) -> Sight {
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
pub(super) fn on_top(on_top: &OnTop) -> Sight {
    match on_top {
        OnTop::Page(view) => screen(view),
        OnTop::Dialog(Dialog::Form { place, title, form, .. }) => typing::form(place, title, form),
        OnTop::Dialog(Dialog::List { place, title, list, .. }) => acting::starters(place, title, list),
        OnTop::Dialog(Dialog::Vote(shown)) => vote::vote(shown),
        OnTop::Dialog(Dialog::Confirm(asked)) => asking::confirm(asked),
    }
}
