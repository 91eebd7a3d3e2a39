//! Pages to read: help for a screen, about, and what a 1 and a 5 look like.
//!
//! What stands on them is drawn from the key table and the framework; this keeps which page and how far down.

use super::Cx;
use super::keymap::{Command, Context};
use super::page::{Next, Page};

#[derive(Clone, Debug)]
pub struct TextPage {
    pub kind: PageKind,
    /// The contexts whose keys a help page lists.
    pub contexts: Vec<Context>,
    pub(crate) scroll: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The keys of the screen below.
    Help,
    /// What Plenary is, where its wording comes from, what it keeps.
    About,
    /// The question of a feature, and what a 1 and a 5 look like.
    Guidance,
}

impl TextPage {
    pub fn new(kind: PageKind) -> Self {
        Self { kind, contexts: Vec::new(), scroll: 0 }
    }
}

impl Page for TextPage {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Page, Context::Letters, Context::Always]
    }

    fn command(&mut self, _: &mut Cx, command: Command) -> Next {
        read_on(&mut self.scroll, command)
    }

    fn has_wheel(&mut self) -> bool {
        true
    }
}

/// What keys do on a page that is only read.
pub(super) fn read_on(scroll: &mut u16, command: Command) -> Next {
    match command {
        // Drawing stops at the last line, whatever stands here.
        Command::Down => *scroll = scroll.saturating_add(1).min(999),
        Command::Up => *scroll = scroll.saturating_sub(1),
        Command::Dismiss => return Next::Close,
        _ => {}
    }
    Next::Stay
}
