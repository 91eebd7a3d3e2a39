//! One count of sessions, and whether they are of five partnerships.
//!
//! Five numbers are all it keeps of who they are, however many sessions come.

use super::LEAST_PARTNERSHIPS;

/// How many sessions, and at most five of the partnerships that held them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) sessions: u32,
    partnerships: Vec<u32>,
}

impl Cell {
    pub(super) fn count(&mut self, partnership: u32) {
        self.sessions = self.sessions.saturating_add(1);
        self.know(partnership);
    }

    fn know(&mut self, partnership: u32) {
        if self.partnerships.len() < LEAST_PARTNERSHIPS && !self.partnerships.contains(&partnership) {
            self.partnerships.push(partnership);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sessions == 0
    }

    /// Whether five partnerships or more are in it.
    pub(super) fn is_many(&self) -> bool {
        self.partnerships.len() >= LEAST_PARTNERSHIPS
    }

    /// Whether it may be told by itself: nobody is in it, or five partnerships are.
    pub(super) fn is_safe(&self) -> bool {
        self.is_empty() || self.is_many()
    }

    /// All together. Of partnerships that are in several it knows that they are one.
    pub(super) fn sum<'all>(cells: impl IntoIterator<Item = &'all Self>) -> Self {
        let mut sum = Self::default();
        for cell in cells {
            sum.sessions = sum.sessions.saturating_add(cell.sessions);
            cell.partnerships.iter().for_each(|partnership| sum.know(*partnership));
        }
        sum
    }
}
