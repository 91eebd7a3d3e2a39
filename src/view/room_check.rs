//! The room check: a line for the person at the back, how far the picture reads, the five tones, the clicker's keys.

use super::{Body, Field, Frame, Room, Span, Tone, Value, View};
use crate::app::{App, Button, Key, Measure, RoomCheck, may_be_learned, metres};
use crate::framework::Rating;
use crate::words::commas;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(crate) struct RoomCheckPage<'a> {
    /// Letters that are easily taken for each other, for somebody at the back.
    pub(crate) aloud: &'static str,
    /// The width of the picture and the distance of the back row.
    pub(crate) fields: [Field<'a>; 2],
    /// The place of the field that is being written.
    pub(crate) focus: Option<usize>,
    /// The same in metres, where they can be read.
    pub(crate) metres: [Option<f64>; 2],
    /// The five ratings in their tones.
    pub(crate) tones: Vec<Span>,
    /// What a clicker's button sent, and what it means.
    pub(crate) clicker: String,
    /// Which keys were learned; empty for none.
    pub(crate) learned: String,
}

pub(super) fn room_check<'a>(app: &'a App, check: &'a RoomCheck) -> View<'a> {
    let field = |name: &str, field| Field::new(name, Value::Typed(field, Room::Columns(6)));
    let stage = app.cx.framework.stages.first();
    let tone = |rating| {
        let word = stage.map_or("", |stage| app.cx.framework.word(stage, rating));
        Span::new(format!(" {rating} {word} "), Tone::Rating(rating))
    };
    let page = RoomCheckPage {
        aloud: "\"83 of 165 say Firmly: quick, OK?\"",
        fields: [field("Picture width", &check.width), field("Back row at", &check.distance)],
        focus: check.measuring.map(|measure| usize::from(measure == Measure::Distance)),
        metres: [metres(&check.width.text()), metres(&check.distance.text())],
        tones: Rating::ALL.map(tone).into(),
        clicker: arrived(app, check),
        learned: learned(app),
    };
    View::new("room check", Frame::new(app, "ROOM CHECK", ""), Body::RoomCheck(Box::new(page)))
}

fn arrived(app: &App, check: &RoomCheck) -> String {
    let Some(key) = check.arrived else {
        return "CLICKER: press its buttons, one by one, and see here what arrives.".into();
    };
    let means = match key.folded() {
        Key::PageDown | Key::Char(' ') => "next".to_owned(),
        Key::PageUp => "back".into(),
        Key::Char('.' | 'b') => "blanks the screen".into(),
        Key::F(5) => "reveals votes, or starts the slides. Some send Esc by turns: it closes what lies on top".into(),
        _ => match app.cx.clicker.button(key) {
            Some(button) => format!("{}, as it was learned", button.word()),
            None if may_be_learned(key) => "nothing yet. 1 makes it next, 2 back, 3 blank".into(),
            None => "has a meaning of its own, and cannot be learned".into(),
        },
    };
    format!("CLICKER: {key} arrived: {means}.")
}

/// `Learned: next is Right, blank is F9`; empty where nothing was.
fn learned(app: &App) -> String {
    let keys = [app.cx.clicker.next, app.cx.clicker.back, app.cx.clicker.blank];
    let learned = Button::ALL.into_iter().zip(keys);
    let learned = commas(learned.filter_map(|(button, key)| Some(format!("{} is {}", button.word(), key?))));
    if learned.is_empty() { learned } else { format!("Learned: {learned}.") }
}
