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

use crate::app::{App, Overlay, Screen};
use crate::plain::render;
use crate::view::{self, Body, Dialog, View};

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

/// A page of which the view tells already.
fn of_view(view: &View) -> Option<Sight> {
    Some(match &view.body {
        Body::Card(shown) => card::card(view, shown),
        Body::Break(shown) => card::pause(view, shown),
        Body::Question(shown) => item_question::question(view, shown),
        _ => return None,
    })
}

/// The screen, whatever lies on top of it.
pub(super) fn screen(app: &App) -> Sight {
    let view = view::screen(app);
    let view = view.as_ref();
    if let Some(sight) = view.and_then(|view| of_view(view)) {
        return sight;
    }
    match &app.screen {
        Screen::Start(_) => finding::start(view),
        Screen::List(_) => finding::list(view),
        Screen::Versions(_) => finding::versions(view),
        Screen::Compare(_) | Screen::Trend(_) => view.map_or_else(Sight::default, comparing::told),
        Screen::LastActions(_) => acting::last_actions(view),
        Screen::Setup(_) => typing::setup(view),
        Screen::Walk(_) => Sight::default(),
        Screen::Overview(_) => match view.map(|view| &view.body) {
            Some(Body::Overview(shown)) => overview::overview(shown),
            _ => Sight::default(),
        },
        Screen::Slides(_) => view.map_or_else(Sight::default, slides::slide),
    }
}

/// What lies on top, where something does that can be worked with in lines.
pub(super) fn overlay(app: &App) -> Option<Sight> {
    let view = view::page(app);
    let view = view.as_ref();
    let (overlay, dialog) = (app.overlays.last()?, view::dialog(app));
    if let Some(dialog) = &dialog {
        return Some(match (dialog, overlay) {
            (Dialog::Form { place, title, form, .. }, _) => typing::form(place, title, form),
            (Dialog::List { place, title, list, .. }, _) => acting::starters(place, title, list),
            (Dialog::Vote(shown), _) => vote::vote(shown),
            (Dialog::Confirm(asked), Overlay::Ask(ask)) => asking::ask(asked, ask),
            (Dialog::Confirm(asked), _) => asking::close(asked),
        });
    }
    Some(match overlay {
        overlay @ Overlay::Blank(_) => of_view(&view::overlay_page(app, overlay)?)?,
        Overlay::Export(_) => asking::export(view),
        Overlay::Register(_) => render::list(view, "Register"),
        Overlay::Agenda(_) => people::agenda(view),
        Overlay::Parked(_) => render::list(view, "Parked"),
        Overlay::Linked(_) => people::linked(view),
        Overlay::Actions(_) => acting::actions(app, view),
        Overlay::Dots(_) => acting::dots(view),
        // Pages to read are said at once and never opened.
        Overlay::Page(_)
        | Overlay::Details(_)
        | Overlay::RoomCheck(_)
        | Overlay::Ask(_)
        | Overlay::Close(_)
        | Overlay::Note(_)
        | Overlay::NotAgreed(_)
        | Overlay::Dissent(_)
        | Overlay::SaveAs(_)
        | Overlay::Folder(_)
        | Overlay::Vote(_) => return None,
    })
}
