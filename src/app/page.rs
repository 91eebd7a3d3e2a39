//! Pages to read: help for a screen, about, and what a 1 and a 5 look like.
//!
//! What stands on them is drawn from the key table and the framework; this keeps which page and how far down.

use super::keymap::{Command, Context};
use super::{App, Effect, Overlay};

/// A page to read.
#[derive(Clone, Debug)]
pub struct Page {
    /// Which.
    pub kind: PageKind,
    /// The contexts whose keys a help page lists.
    pub contexts: Vec<Context>,
    /// Lines scrolled past.
    pub scroll: u16,
}

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The keys of the screen below.
    Help,
    /// What Plenary is, where its wording comes from, what it keeps.
    About,
    /// The question of a feature, and what a 1 and a 5 look like.
    Guidance,
}

impl Page {
    /// A page at its top.
    #[must_use]
    pub fn new(kind: PageKind) -> Self {
        Self { kind, contexts: Vec::new(), scroll: 0 }
    }
}

impl App {
    pub(super) fn page_command(&mut self, command: Command) -> Vec<Effect> {
        let scroll = match self.overlays.last_mut() {
            Some(Overlay::Page(page)) => &mut page.scroll,
            Some(Overlay::Details(details)) => &mut details.scroll,
            _ => return vec![],
        };
        match command {
            // Drawing stops at the last line, whatever stands here.
            Command::Down => *scroll = scroll.saturating_add(1).min(999),
            Command::Up => *scroll = scroll.saturating_sub(1),
            Command::Dismiss => {
                self.overlays.pop();
            }
            _ => {}
        }
        vec![]
    }

    /// The keys of what is on screen now; on a help page, nothing more.
    pub(super) fn show_help(&mut self) -> Vec<Effect> {
        if matches!(self.overlays.last(), Some(Overlay::Page(Page { kind: PageKind::Help, .. }))) {
            self.overlays.pop();
            return vec![];
        }
        let contexts = self.contexts();
        self.open(Overlay::Page(Page { kind: PageKind::Help, contexts, scroll: 0 }))
    }
}
