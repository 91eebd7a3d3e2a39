//! What changed between two sessions: one grid and a few slides after it.
//!
//! The rules are the analysis'; here is only which slide is shown, which cell is marked, and which session comes first.

use super::keymap::Command;
use super::overview::moved;
use super::{App, Effect, Screen};
use crate::analysis::{Comparison, Incomparable, compare, earlier_first};
use crate::framework::{Cell, Framework};
use crate::session::Session;

/// A slide of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The grid with the changes.
    Map,
    /// What went up and what went down.
    UpAndDown,
    /// What is newly agreed, still split, newly split.
    Views,
    /// Links, assumptions, influencing factors and risks.
    Conditions,
    /// Who was in the room.
    Room,
    /// The actions of last time.
    Actions,
}

impl Change {
    /// The slides in order.
    pub const ALL: [Self; 6] = [Self::Map, Self::UpAndDown, Self::Views, Self::Conditions, Self::Room, Self::Actions];

    /// The slide's heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Map => "What changed?",
            Self::UpAndDown => "Up and down",
            Self::Views => "Agreed and split",
            Self::Conditions => "Links and risks",
            Self::Room => "In the room",
            Self::Actions => "Actions of last time",
        }
    }

    /// The slide's place, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|slide| *slide == self).map_or(1, |place| place + 1)
    }
}

/// Two sessions side by side.
#[derive(Debug)]
pub struct Compare {
    /// The earlier session.
    pub then: Session,
    /// The later session.
    pub now: Session,
    /// The slide on screen.
    pub slide: Change,
    /// The marked cell of the grid.
    pub cell: Cell,
    /// Lines scrolled past on the other slides.
    pub scroll: u16,
    /// Whether more is shown of the marked item.
    pub detail: bool,
}

impl Compare {
    /// Both sessions at the first slide, the earlier workshop first.
    #[must_use]
    pub fn of(one: Session, other: Session) -> Self {
        let is_later = std::ptr::eq(earlier_first(&one, &other).then, &raw const other);
        let (then, now) = if is_later { (other, one) } else { (one, other) };
        Self::since(then, now)
    }

    /// Two sessions whose order is known.
    #[must_use]
    pub fn since(then: Session, now: Session) -> Self {
        Self { then, now, slide: Change::Map, cell: Cell::default(), scroll: 0, detail: false }
    }

    /// What changed.
    ///
    /// # Errors
    /// When the sessions cannot be compared.
    pub fn comparison<'all>(&'all self, framework: &'all Framework) -> Result<Comparison<'all>, Incomparable> {
        compare(framework, &self.then, &self.now)
    }
}

impl App {
    /// Shows what changed, unless the two cannot be compared.
    pub(super) fn show_comparison(&mut self, comparison: Compare) -> Vec<Effect> {
        let refusal = comparison.comparison(&self.cx.framework).err().map(|refusal| refusal.to_string());
        if let Some(refusal) = refusal {
            return self.cx.refuse(refusal);
        }
        self.screen = Screen::Compare(Box::new(comparison));
        vec![]
    }

    pub(super) fn compare_command(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Compare(shown) = &mut self.screen else { return vec![] };
        let number = shown.slide.number();
        let turn = |place: Option<usize>| place.and_then(|place| Change::ALL.get(place)).copied();
        match command {
            Command::Choose | Command::Dismiss if shown.detail => shown.detail = false,
            Command::Choose if shown.slide == Change::Map => {
                shown.detail = true;
                shown.scroll = 0;
            }
            Command::Dismiss => return self.leave_comparison(),
            Command::Swap => std::mem::swap(&mut shown.then, &mut shown.now),
            Command::Next | Command::Back => {
                let to = if command == Command::Next { turn(Some(number)) } else { turn(number.checked_sub(2)) };
                match to {
                    Some(slide) => {
                        shown.slide = slide;
                        shown.scroll = 0;
                        shown.detail = false;
                    }
                    None if command == Command::Back => return self.leave_comparison(),
                    None => return self.cx.say("That was the last slide. PgUp goes back, Esc closes the comparison."),
                }
            }
            Command::Up if shown.detail || shown.slide != Change::Map => {
                shown.scroll = shown.scroll.saturating_sub(1);
            }
            // Drawing stops at the last line, whatever stands here.
            Command::Down if shown.detail || shown.slide != Change::Map => {
                shown.scroll = shown.scroll.saturating_add(1).min(999);
            }
            _ if shown.slide == Change::Map && !shown.detail => {
                let last = self.cx.framework.stages.len().saturating_sub(1);
                let from = Cell { row: shown.cell.row.min(last), ..shown.cell };
                let to = moved(&self.cx.framework, from, command);
                shown.cell = if to.row > last { from } else { to };
            }
            _ => {}
        }
        vec![]
    }

    /// Back to where it was asked for: the list, or the follow-up that is open.
    fn leave_comparison(&mut self) -> Vec<Effect> {
        let Screen::Compare(shown) = &self.screen else { return vec![] };
        let open = self.cx.workshop.as_ref().is_some_and(|workshop| workshop.session.id == shown.now.id);
        let follows = self.cx.workshop.as_ref().is_some_and(|workshop| workshop.session.earlier.is_some());
        if open && follows {
            return self.show_last_actions();
        }
        self.screen = Screen::List;
        self.look()
    }
}
