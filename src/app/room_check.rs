//! The room check: whether the back row can read it, whether the tones differ, and what a clicker sends.
//!
//! The picture on the wall is measured by people and kept for this run only; a key that was taught is remembered.

use super::clicker::may_be_learned;
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Button, Clicker, Cx, Effect, Key, TextField};
use crate::words;

/// A capital must be at least 1/200 of the distance at which it is read (DISCAS, basic decision making).
const OF_DISTANCE: f64 = 200.0;

/// The height of a capital, as a part of its row. Fitted: with it 17, 24 and 40 rows of a picture 2 m wide read to 7.9,
/// 5.6 and 3.4 m, as the design gives them.
const CAPITAL: f64 = 0.6;

#[derive(Clone, Debug)]
pub struct RoomCheck {
    pub(crate) arrived: Option<Key>,
    /// The field being written, if one is.
    pub(crate) measuring: Option<Measure>,
    /// How wide the picture is, in metres, as typed.
    pub(crate) width: TextField,
    /// How far the back row is, in metres, as typed.
    pub(crate) distance: TextField,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Width,
    Distance,
}

impl RoomCheck {
    /// The key that arrived, if a clicker could be taught it.
    pub(crate) fn learnable(&self, clicker: &Clicker) -> Option<Key> {
        self.arrived.filter(|key| may_be_learned(*key) && clicker.button(*key).is_none())
    }

    fn measured(&mut self) -> Option<&mut TextField> {
        match self.measuring? {
            Measure::Width => Some(&mut self.width),
            Measure::Distance => Some(&mut self.distance),
        }
    }
}

/// How far a picture can be read, in metres: a capital is 0.6 of a row, and it must be 1/200 of the distance.
///
/// `width` is that of the whole picture in metres, filled by a window of so many columns and rows. Its height follows
/// from its shape, and that from the window's: about 3.5 columns a row at 16:9, 2.65 at 4:3.
pub fn reads_to(width: f64, columns: u16, rows: u16) -> f64 {
    let shape = f64::from(columns) / f64::from(rows.max(1));
    let height = width * if shape > f64::midpoint(3.5, 2.65) { 9.0 / 16.0 } else { 3.0 / 4.0 };
    OF_DISTANCE * CAPITAL * height / f64::from(rows.max(1))
}

/// The most rows of the same window that can be read at a distance, in metres; `None` where even one cannot.
pub fn rows_for(width: f64, columns: u16, rows: u16, distance: f64) -> Option<u16> {
    let one_row = reads_to(width, columns, rows) * f64::from(rows.max(1));
    (1..=rows).rev().find(|rows| one_row / f64::from(*rows) >= distance)
}

/// A length in metres as people write it, `2`, `2.4` or `2,4`; `None` where it is none of a room's.
pub fn metres(text: &str) -> Option<f64> {
    let number: f64 = text.trim().trim_end_matches('m').trim_end().replace(',', ".").parse().ok()?;
    (0.2..=100.0).contains(&number).then_some(number)
}

impl RoomCheck {
    pub(super) fn new(cx: &Cx) -> Self {
        let (width, distance) = &cx.measured;
        Self { arrived: None, measuring: None, width: TextField::line(width), distance: TextField::line(distance) }
    }

    pub(super) fn close(&self, cx: &mut Cx) -> Next {
        cx.measured = (self.width.text(), self.distance.text());
        Next::Close
    }

    fn learn(&self, cx: &mut Cx, button: Button) -> Next {
        let Some(key) = self.learnable(&cx.clicker) else { return Next::Stay };
        cx.clicker.learn(key, button);
        cx.say(words::learned(key, button.word()));
        cx.ask(Effect::Learn(cx.clicker))
    }
}

impl Page for RoomCheck {
    fn contexts(&self, cx: &Cx) -> Vec<Context> {
        match (self.measuring, self.learnable(&cx.clicker)) {
            (Some(_), _) => vec![Context::Measure, Context::Always],
            (None, Some(_)) => vec![Context::Learn, Context::RoomCheck, Context::Always],
            (None, None) => vec![Context::RoomCheck, Context::Always],
        }
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::Up => return cx.turn_theme(true),
            Command::PlainWords => {
                cx.switch_plain_words();
                cx.say(words::plain_words(cx.plain_words));
                return cx.ask(Effect::RememberPlainWords(cx.plain_words));
            }
            Command::Choose => self.measuring = Some(Measure::Width),
            Command::NextField if self.measuring == Some(Measure::Width) => self.measuring = Some(Measure::Distance),
            Command::NextField => self.measuring = None,
            Command::Dismiss if self.measuring.is_some() => self.measuring = None,
            Command::Dismiss => return self.close(cx),
            Command::Learn(button) => return self.learn(cx, button),
            Command::Clear if cx.clicker.is_untaught() => return cx.say(words::NO_LEARNED_KEY),
            Command::Clear => {
                cx.clicker = Clicker::default();
                cx.say(words::KEYS_FORGOTTEN);
                return cx.ask(Effect::Learn(cx.clicker));
            }
            _ => {}
        }
        Next::Stay
    }

    /// A key that is no command here: it is typed, or it is what a clicker sent.
    fn typed(&mut self, _: &mut Cx, typed: Typed<'_>) -> Next {
        let Typed::Key(key) = typed else { return Next::Stay };
        match self.measured() {
            Some(field) => {
                let number = matches!(key, Key::Char(letter) if letter.is_ascii_digit() || ".,".contains(letter));
                if (number && field.text().len() < 5) || !matches!(key, Key::Char(_)) {
                    field.key(key);
                }
            }
            None => self.arrived = Some(key),
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        self.measured()
    }
}
