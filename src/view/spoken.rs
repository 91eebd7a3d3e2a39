//! What is told where the program is heard and not seen: the page, what lies on it, and what a line is answered with.

use super::{Body, Dialog, Status, View, details, dialog, reading, status};
use crate::app::{self, App, Msg, Overlay, Parsed, Screen, SpokenAnswer, Telling};
use crate::framework::Id;
use crate::words;

/// Everything that can be told just now.
#[derive(Debug)]
pub struct Spoken<'a> {
    pub(crate) told: Told<'a>,
    pub(crate) status: Option<Status>,
}

/// What is in sight and can be worked with in lines.
#[derive(Debug)]
pub(crate) enum Told<'a> {
    Screen(Box<View<'a>>),
    /// A page that lies on the screen.
    OnTop(Box<View<'a>>),
    Dialog(Box<Dialog<'a>>),
}

/// What a line comes to.
#[derive(Debug)]
pub enum Answer {
    /// Messages for the app, in order.
    Messages(Vec<Msg>),
    /// Sentences to say; the app hears nothing.
    Say(Vec<String>),
    /// What is in sight is to be told once more.
    Again,
    /// Why the line is not taken, as a sentence; the app hears nothing.
    Refused(String),
    /// The same, but written once more the line is taken.
    Doubted(String),
    /// A message that a line only set off: why what it says is not taken.
    Lost(Msg, &'static str),
}

/// All that can be told of the app as it stands.
pub fn spoken(app: &App) -> Spoken<'_> {
    let on_top = app.overlays.last().and_then(|overlay| match overlay {
        // Pages to read are said at once and never opened.
        Overlay::Page(_) | Overlay::Details(_) | Overlay::RoomCheck(_) => None,
        overlay => match dialog::of(app) {
            Some(dialog) => Some(Told::Dialog(Box::new(dialog))),
            None => super::overlay_page(app, overlay).map(|view| Told::OnTop(Box::new(view))),
        },
    });
    Spoken { told: on_top.unwrap_or_else(|| Told::Screen(Box::new(super::screen(app)))), status: status(app) }
}

/// What a line comes to, and how often the session has changed by now; `is_meant` where the line was doubted before and
/// is written once more.
pub fn answer(app: &App, line: &str, is_meant: bool) -> (Answer, Option<u64>) {
    (read(app, line, is_meant), app.cx.workshop.as_ref().map(|workshop| workshop.session.rev))
}

fn read(app: &App, line: &str, is_meant: bool) -> Answer {
    if let Some(doubt) = app::doubt(app, line).filter(|_| !is_meant) {
        return Answer::Doubted(doubt);
    }
    let answers = answers(app);
    if let Some(problem) = app::two_things(app, line, &answers) {
        return Answer::Refused(problem);
    }
    match app.parse_line(&app::meant(app, line, &answers)) {
        Parsed::Messages(msgs) => Answer::Messages(msgs),
        Parsed::Say(sentence) => Answer::Say(vec![sentence]),
        Parsed::Refused(reason) => Answer::Refused(reason),
        Parsed::Lost(msg, reason) => Answer::Lost(msg, reason),
        Parsed::Tell(telling) => Answer::Say(match telling {
            Telling::Help => app::help_in_short(app),
            Telling::HelpAll => app::help_in_lines(app),
            Telling::HelpOn(word) => app::help_on(app, &word),
            Telling::PrivateNote(id) => private_note(app, &id),
            Telling::Details(id) => details::details_aloud(app, &id),
            Telling::Items => reading::every_item(app),
            Telling::Guidance => reading::guidance_aloud(app),
            Telling::About => reading::about_aloud(app),
            Telling::Again => return Answer::Again,
        }),
    }
}

/// The answers to the question in sight.
fn answers(app: &App) -> Vec<SpokenAnswer> {
    let is_walking = app.overlays.is_empty() && matches!(&app.screen, Screen::Walk(walk) if !walk.step.is_card());
    match is_walking.then(|| super::screen(app).body) {
        Some(Body::Question(shown)) => shown.choices.into_iter().map(|one| (one.key, one.word)).collect(),
        _ => Vec::new(),
    }
}

/// The private note of an item, line by line: only ever for who asked for it, and was asked.
fn private_note(app: &App, id: &Id) -> Vec<String> {
    match app.private_note(id) {
        Some(note) => note.lines().map(|line| format!("{}: {line}", words::PRIVATE_NOTE)).collect(),
        None => vec![words::NO_PRIVATE_NOTE.into()],
    }
}
