//! What changed between two sessions: one grid and a few slides after it.
//!
//! The rules are the analysis'; here is only which slide is shown, which cell is marked, and which session comes first.

use super::keymap::{Command, Context};
use super::overview::moved;
use super::page::{Next, Page};
use super::text_page::read_on;
use super::{Cx, LastActions, Screen, Target};
use crate::analysis::{Comparison, Incomparable, compare, earlier_first};
use crate::framework::{Cell, Framework};
use crate::session::Session;
use crate::words;

/// A slide of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Map,
    UpAndDown,
    Views,
    Conditions,
    Room,
    Actions,
}

impl Change {
    pub const ALL: [Self; 6] = [Self::Map, Self::UpAndDown, Self::Views, Self::Conditions, Self::Room, Self::Actions];

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Map => tr!("What changed?"),
            Self::UpAndDown => words::RATINGS_UP_AND_DOWN.text(),
            Self::Views => words::AGREED_AND_SPLIT.text(),
            Self::Conditions => words::LINKS_AND_RISKS.text(),
            Self::Room => words::IN_THE_ROOM.text(),
            Self::Actions => words::ACTIONS_OF_LAST_TIME.text(),
        }
    }

    /// The slide's place, from 1.
    pub(crate) fn number(self) -> usize {
        Self::ALL.iter().position(|slide| *slide == self).map_or(1, |place| place + 1)
    }
}

/// Two sessions side by side.
#[derive(Clone, Debug)]
pub struct Compare {
    pub(crate) then: Session,
    pub(crate) now: Session,
    pub(crate) slide: Change,
    pub(crate) cell: Cell,
    pub(crate) scroll: u16,
    /// Whether more is shown of the marked item.
    pub(crate) detail: bool,
}

impl Compare {
    /// Both sessions at the first slide, the earlier workshop first.
    pub(crate) fn of(one: Session, other: Session) -> Self {
        let is_later = std::ptr::eq(earlier_first(&one, &other).then, &raw const other);
        let (then, now) = if is_later { (other, one) } else { (one, other) };
        Self::since(then, now)
    }

    pub(crate) fn since(then: Session, now: Session) -> Self {
        Self { then, now, slide: Change::Map, cell: Cell::default(), scroll: 0, detail: false }
    }

    /// What changed.
    pub(crate) fn comparison<'all>(&'all self, framework: &'all Framework) -> Result<Comparison<'all>, Incomparable> {
        compare(framework, &self.then, &self.now)
    }
}

impl Compare {
    /// Shows what changed, unless the two cannot be compared.
    pub(super) fn show(self, cx: &mut Cx) -> Next {
        let refusal = self.comparison(&cx.framework).err().map(|refusal| refusal.to_string());
        refusal.map_or_else(|| Next::Go(Screen::Compare(Box::new(self))), |refusal| cx.refuse(refusal))
    }

    fn turn_to(&mut self, slide: Change) {
        (self.slide, self.scroll, self.detail) = (slide, 0, false);
    }

    /// Turns to the page of the slide after the one in sight, or before it; whether there is one.
    fn turn_page(&mut self, cx: &Cx, forwards: bool) -> bool {
        let at = usize::from(self.scroll);
        let mut rows = cx.pages_of_slide().iter().map(|page| page.row);
        let row = if forwards { rows.find(|row| *row > at) } else { rows.rfind(|row| *row < at) };
        self.scroll = row.and_then(|row| u16::try_from(row).ok()).unwrap_or(self.scroll);
        row.is_some()
    }

    /// Back to where it was asked for: the list, or the follow-up that is open.
    fn leave(&self, cx: &mut Cx) -> Next {
        let follows = cx.session().is_some_and(|session| session.id == self.now.id && session.earlier.is_some());
        if follows { LastActions::show(cx) } else { cx.back_to_list() }
    }
}

impl Page for Compare {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Compare, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let number = self.slide.number();
        let is_text = self.detail || self.slide != Change::Map;
        match command {
            Command::Choose | Command::Dismiss if self.detail => self.detail = false,
            Command::Choose if self.slide == Change::Map => (self.detail, self.scroll) = (true, 0),
            Command::Dismiss => return self.leave(cx),
            Command::Swap => std::mem::swap(&mut self.then, &mut self.now),
            Command::Next if is_text && self.turn_page(cx, true) => {}
            Command::Back if is_text && self.turn_page(cx, false) => {}
            Command::Next => match Change::ALL.get(number) {
                Some(slide) => self.turn_to(*slide),
                None => return cx.say(words::LAST_COMPARISON_SLIDE),
            },
            Command::Back => match number.checked_sub(2).and_then(|place| Change::ALL.get(place)) {
                Some(slide) => self.turn_to(*slide),
                None => return self.leave(cx),
            },
            Command::Up | Command::Down if is_text => return read_on(&mut self.scroll, command),
            _ if !is_text => {
                let last = cx.framework.stages.len().saturating_sub(1);
                let from = Cell { row: self.cell.row.min(last), ..self.cell };
                let to = moved(&cx.framework, from, command);
                self.cell = if to.row > last { from } else { to };
            }
            _ => {}
        }
        Next::Stay
    }

    fn click(&mut self, _: &mut Cx, target: Target) -> Next {
        if let Target::Cell(cell) = target {
            self.cell = cell;
        }
        Next::Stay
    }

    fn has_wheel(&mut self) -> bool {
        true
    }
}
