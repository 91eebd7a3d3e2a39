//! What a page says, as data: the app's state in, a [`View`] out, for whoever draws it or reads it out.
//!
//! Only here is the state put into titles, lines, fields and tones. A view changes nothing, knows no colours and no
//! sizes but the least number of columns from which a longer form has room.

mod actions;
mod card;
mod compare;
mod confirm;
mod desk;
mod details;
mod dialog;
mod export;
mod form;
mod forms;
mod frame;
mod grid;
mod heat_map;
mod importing;
mod item_question;
mod items;
mod list;
mod look_back;
pub(crate) mod marks;
mod overview;
mod public;
mod reading;
mod room;
mod room_check;
mod saved;
mod sessions;
mod slides;
mod spoken;
mod start;
mod status;
mod text;
mod trend;
mod vote;

pub(crate) use card::{BACK_AT, Break, Card};
pub(crate) use compare::ChangeMap;
pub(crate) use confirm::Confirm;
pub(crate) use desk::DeskPage;
pub(crate) use dialog::Dialog;
pub(crate) use form::{CHOOSE, CHOOSE_OR_TYPE, Field, Form, Read, Room, Value};
pub(crate) use frame::{Frame, Hint, Notice, Progress, Saved, Strip, StripStage, session_title};
pub(crate) use grid::{Grid, Item, Look, Row as GridRow};
pub(crate) use heat_map::{HeatMapPage, Named, SIGNS, SIGNS_BESIDE};
pub(crate) use item_question::{Choice, HEAR, ItemQuestion, Outcome, Panel, Reveal, VOTE_OPEN, VoteLine, VotedGroup};
pub(crate) use list::{Column, List, More, Numbers, Row, Wall};
pub(crate) use marks::fitted;
pub(crate) use overview::{Link, Overview, Part};
pub use public::view_public;
pub(crate) use reading::Reading;
pub(crate) use room_check::{READ_ALOUD, RoomCheckPage, window_size};
pub(crate) use sessions::{Preview, Sessions};
pub(crate) use spoken::Told;
pub use spoken::{Answer, Spoken, answer, spoken};
use status::status;
pub(crate) use status::{Safety, Status};
pub(crate) use text::{Block, Line, NONE_SO_FAR, Span, Text, Tone};
pub(crate) use trend::{TrendPage, TrendRow};
pub(crate) use vote::{VoteBox, Words};

use crate::app::{App, Overlay, Screen, Slide};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct View<'a> {
    /// Which page it is: another place is told whole, a change of the same place as a change.
    pub(crate) place: String,
    /// Sentences with which it is announced where it is read out.
    pub(crate) opening: Vec<String>,
    /// What is said last where it is read out: how to go on.
    pub(crate) closing: Vec<String>,
    /// What can be written there, in a word or two, before the sign that asks for it.
    pub(crate) prompt: String,
    pub(crate) frame: Frame,
    pub(crate) body: Body<'a>,
    /// What lies on the page.
    pub(crate) dialog: Option<Dialog<'a>>,
}

/// What fills the window between title and keys.
#[derive(Debug, Serialize)]
pub(crate) enum Body<'a> {
    Reading(Reading),
    List(List),
    Sessions(Box<Sessions<'a>>),
    Form(Form<'a>),
    Overview(Box<Overview>),
    Card(Card),
    Break(Break),
    Question(Box<ItemQuestion>),
    RoomCheck(Box<RoomCheckPage<'a>>),
    HeatMap(Box<HeatMapPage>),
    ChangeMap(Box<ChangeMap>),
    Trend(Box<TrendPage>),
    Desk(DeskPage),
    /// One word in large letters.
    Sign(&'static str),
}

impl<'a> View<'a> {
    pub(crate) fn new(place: impl Into<String>, frame: Frame, body: Body<'a>) -> Self {
        Self {
            place: place.into(),
            opening: Vec::new(),
            closing: Vec::new(),
            prompt: String::new(),
            frame,
            body,
            dialog: None,
        }
    }

    /// With what is asked for where it is read out, and how to go on from there.
    pub(crate) fn asking(self, prompt: &str, closing: &str) -> Self {
        let closing = (!closing.is_empty()).then(|| closing.to_owned());
        Self { prompt: prompt.to_owned(), closing: closing.into_iter().collect(), ..self }
    }
}

/// What the one window shows: the page on top, and what lies on it.
pub fn view(app: &App) -> View<'_> {
    let page = app.overlays.last().and_then(|overlay| overlay_page(app, overlay));
    let page = desk::desk(app, page.unwrap_or_else(|| screen(app)));
    View { dialog: dialog::of(app), ..page }
}

/// What lies on the screen and covers it; nothing for a box, below which the screen stays in sight.
fn overlay_page<'a>(app: &'a App, overlay: &'a Overlay) -> Option<View<'a>> {
    match overlay {
        Overlay::Page(page) => Some(reading::page(app, page)),
        Overlay::Details(shown) => details::details(app, shown),
        Overlay::RoomCheck(check) => Some(room_check::room_check(app, check)),
        Overlay::Blank(blank) => Some(card::pause(&blank.since, blank.back.as_ref())),
        Overlay::Register(page) => room::register(app, page),
        Overlay::Agenda(agenda) => room::agenda(app, *agenda),
        Overlay::Linked(linked) => items::linked(app, linked),
        Overlay::LookBack(page) => look_back::page(app, *page),
        Overlay::Parked(parked) => items::parked(app, *parked),
        Overlay::Dots(page) => items::dots(app, page),
        Overlay::Actions(page) => actions::actions(app, page),
        Overlay::Importing(page) => Some(importing::page(app, page)),
        Overlay::Export(export) => Some(export::page(app, export)),
        _ => None,
    }
}

/// The screen, whatever lies on it. What needs a session is blank where none is open.
fn screen(app: &App) -> View<'_> {
    let page = match &app.screen {
        Screen::Overview(page) => overview::overview(app, page.focus),
        Screen::Slides(slides) if slides.slide == Slide::Map => heat_map::heat_map(app, slides),
        Screen::Compare(shown) => Some(compare::compare(app, shown)),
        Screen::Trend(shown) => Some(trend::trend(app, shown)),
        Screen::Walk(walk) if walk.step.is_card() => card::card(app, &walk.step),
        Screen::Walk(walk) => item_question::question(app, walk),
        Screen::Start(start) => Some(start::page(app, start)),
        Screen::Slides(slides) => slides::list(app, slides),
        Screen::LastActions(page) => actions::of_last_time(app, page.focus),
        Screen::List(_) => Some(sessions::page(app)),
        Screen::Versions(versions) => Some(saved::versions(app, versions)),
        Screen::Setup(form) => forms::setup(app, form),
    };
    page.unwrap_or_else(|| View::new("", Frame::new(app, "", ""), Body::Reading(Reading::default())))
}
