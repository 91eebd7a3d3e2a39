//! A pause: the room's screen blank, until any key; and a break, with the time at which it ends.
//!
//! The stage's clock stands still meanwhile. What the screen shows of it is drawn elsewhere.

use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Key};
use crate::framework::{AgendaPart, Id};
use jiff::{Span, Zoned};

#[derive(Clone, Debug)]
pub struct Blank {
    pub(crate) since: String,
    /// The time at which a break ends, where one was called.
    pub(crate) back: Option<Zoned>,
}

impl Blank {
    /// Blanks the screen; for a break, for as long as the agenda gives it.
    pub(super) fn begin(cx: &mut Cx, is_break: bool) -> Self {
        let planned = cx.framework.agenda.iter().find(|item| item.part == AgendaPart::Break);
        let minutes = planned.map_or(A_BREAK, |item| i64::from(item.minutes));
        let blank = Self { since: cx.clock(), back: if is_break { longer(&cx.now, minutes) } else { None } };
        cx.run_clock(blank.clock());
        blank
    }

    /// The id under which its time is kept: that of a break is on the agenda.
    pub(super) fn clock(&self) -> Option<Id> {
        self.back.as_ref().and(AgendaPart::Break.clock())
    }
}

impl Page for Blank {
    /// No key is looked up: the one that calls a break makes it longer, any other ends it.
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![]
    }

    fn command(&mut self, _: &mut Cx, _: Command) -> Next {
        Next::Close
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        match typed {
            Typed::Key(BREAK) => {
                self.back = longer(self.back.as_ref().unwrap_or(&cx.now), 5);
                Next::Stay
            }
            Typed::Key(_) => Next::Close,
            Typed::Pasted(_) | Typed::Said(_) => Next::Stay,
        }
    }
}

/// Minutes of a break that nobody has planned.
const A_BREAK: i64 = 15;

/// The key that calls a break, and on its screen makes it longer.
const BREAK: Key = Key::F(7);

/// So many minutes later, on a whole five minutes: people remember 11:15, not 11:13.
fn longer(from: &Zoned, minutes: i64) -> Option<Zoned> {
    let later = from.checked_add(Span::new().minutes(minutes)).ok()?;
    let past = i64::from(later.minute() % 5);
    later.checked_add(Span::new().minutes((5 - past) % 5)).ok()
}
