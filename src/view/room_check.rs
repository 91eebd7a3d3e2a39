//! The room check: a line for the person at the back, how far the picture reads, the five tones, the clicker's keys.

use super::{Body, Field, Frame, Room, Span, Tone, Value, View};
use crate::app::{App, Button, Key, Measure, RoomCheck, may_be_learned, metres, reads_to, rows_for};
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
    /// What to ask about them; of a theme that a light room washes out, a warning.
    pub(crate) asked: &'static str,
    /// What a clicker's button sent, and what it means.
    pub(crate) clicker: String,
    /// Which keys were learned; empty for none.
    pub(crate) learned: String,
}

pub(crate) const READ_ALOUD: &str = "Somebody at the back, please read aloud:";
const ALL_FIVE: &str = "Do all five look different? If not, Down tries others.";
const LIGHT_ROOM: &str = "In a light room some tones of this theme look alike. Go by digit and dots, or take Daylight.";

/// The width that is reckoned with until one is typed, in metres.
const USUAL: f64 = 2.0;

pub(crate) fn window_size(columns: u16, rows: u16) -> String {
    format!("{rows} rows x {columns} columns")
}

impl RoomCheckPage<'_> {
    pub(crate) fn aloud_in_short(&self) -> String {
        format!("Back row, read: {}", self.aloud)
    }

    /// How far a window can be read, and what to do where that is not far enough and a window of so few rows is allowed.
    pub(crate) fn distance(&self, columns: u16, rows: u16, fewest: u16) -> String {
        let [typed, back] = self.metres;
        let width = typed.unwrap_or(USUAL);
        let far = reads_to(width, columns, rows);
        let reads = match typed {
            Some(width) => format!("A picture {width} m wide, filled by this window, reads to {far:.1} m."),
            None => format!("A picture {USUAL} m wide would read to {far:.1} m; Enter measures yours."),
        };
        let verdict = match back {
            None => return reads,
            Some(back) if far >= back => format!("The back row at {back} m can read it."),
            Some(back) => match rows_for(width, columns, rows, back).filter(|rows| *rows >= fewest) {
                Some(rows) => format!("Too small for {back} m: enlarge the letters to {rows} rows or fewer."),
                None => format!("Too small for {back} m: sit nearer, or make the picture larger."),
            },
        };
        format!("{reads} {verdict}")
    }
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
        asked: if app.cx.theme.fades() { LIGHT_ROOM } else { ALL_FIVE },
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
