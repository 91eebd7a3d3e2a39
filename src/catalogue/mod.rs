//! What the room and its papers are told, in the room's language: each message under its English text, as gettext does it.
//!
//! The English stands where it is said, in `tr!`, `tr_n!` or a `Message`; a [`Pack`] holds what is said in its place.
//! Without a pack, and for a message that a pack does not have, the English itself is said. A pack is for the thread
//! that installs it. It knows nothing of what is told.

mod error;
mod pack;

pub use error::PackError;
pub use pack::{Category, Pack};

use std::cell::Cell;
use std::fmt::{Display, Formatter, Result, Write as _};

thread_local! {
    static PACK: Cell<Option<&'static Pack>> = const { Cell::new(None) };
}

/// From now on this thread says what stands in the pack, or English again.
pub fn install(pack: Option<&'static Pack>) {
    PACK.set(pack);
}

/// What this thread says in place of English.
pub(crate) fn installed() -> Option<&'static Pack> {
    PACK.get()
}

/// Does something in English, whatever this thread says: what programs read is the same in every language.
pub(crate) fn in_english<T>(work: impl FnOnce() -> T) -> T {
    let pack = PACK.replace(None);
    let done = work();
    PACK.set(pack);
    done
}

/// The language of the messages, as a BCP 47 tag.
pub(crate) fn language() -> &'static str {
    installed().map_or("en-GB", |pack| &pack.language)
}

/// The language of what a framework asks, where that is not the language of the words around it.
pub(crate) fn foreign(language: &str) -> Option<&str> {
    Some(language).filter(|one| *one != self::language())
}

/// So many halves as a number: `3`, `3.5`.
pub(crate) fn in_halves(halves: u8) -> String {
    let mark = installed().map_or('.', |pack| pack.decimal);
    if halves.is_multiple_of(2) { (halves / 2).to_string() } else { format!("{}{mark}5", halves / 2) }
}

/// A message that is a constant: its English text, to be said by [`Message::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Message(pub(crate) &'static str);

impl Message {
    pub(crate) fn text(self) -> &'static str {
        text(self.0)
    }
}

impl Display for Message {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.pad(self.text())
    }
}

impl From<Message> for String {
    fn from(message: Message) -> Self {
        message.text().to_owned()
    }
}

/// A number of things, by which the form of a message is chosen.
pub(crate) trait Count: Copy + Display {
    fn number(self) -> u64;
}

macro_rules! counts {
    ($($of:ty)+) => { $(impl Count for $of {
        fn number(self) -> u64 {
            u64::try_from(self).unwrap_or(u64::MAX)
        }
    })+ };
}

counts! { u8 u16 u32 u64 usize }

/// What stands at the place of a name in a message.
type Values<'all> = &'all [(&'static str, &'all dyn Display)];

/// A message: `tr!("a red risk")`, or with what is filled in by name, `tr!("{dots} on {item}", dots, item = name(item))`.
/// Where only so many letters have room: `tr!(max 6, "Factor")`.
macro_rules! tr {
    (max $most:literal, $($message:tt)+) => { tr!($($message)+) };
    ($english:literal $(,)?) => { $crate::catalogue::text($english) };
    ($english:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::catalogue::filled($english, &[$((stringify!($name), tr_value!($name $(= $value)?))),+])
    };
}

/// A message with a number, for one and for others: `tr_n!(dots, "{count} dot", "{count} dots")`.
macro_rules! tr_n {
    ($count:expr, $one:literal, $other:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::catalogue::counted(
            $crate::catalogue::Count::number($count),
            [$one, $other],
            &[("count", &$count), $((stringify!($name), tr_value!($name $(= $value)?))),*],
        )
    };
}

macro_rules! tr_value {
    ($name:ident) => {
        &$name
    };
    ($name:ident = $value:expr) => {
        &$value
    };
}

/// What is said in place of the English.
pub(crate) fn text(english: &'static str) -> &'static str {
    installed().and_then(|pack| pack.message(english)).unwrap_or(english)
}

/// The same with what stands at the places of names.
pub(crate) fn filled(english: &'static str, values: Values<'_>) -> String {
    fill(text(english), values)
}

/// The same in the form that a number asks for; the message is known by its form for one.
pub(crate) fn counted(count: u64, english: [&'static str; 2], values: Values<'_>) -> String {
    let said = installed().and_then(|pack| pack.counted(english[0], count));
    fill(said.unwrap_or(english[usize::from(count != 1)]), values)
}

fn fill(message: &str, values: Values<'_>) -> String {
    let (mut filled, mut rest) = (String::with_capacity(2 * message.len()), message);
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(at, rest)| Some((at, rest.split_once('}')?)))
    {
        filled.push_str(before);
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            // Writing to a text does not fail.
            let _ = write!(filled, "{value}");
        }
        rest = after;
    }
    filled + rest
}
