//! The ballots of all files that came in together, and what was understood of them.

use super::mapping::What;
use super::table::Cell;
use crate::framework::{Id, Step};
use crate::session::Voters;
use std::collections::BTreeMap;

/// What one person voted. It is in memory only until it is counted.
#[derive(Debug)]
pub(super) struct Ballot {
    pub(super) voters: Voters,
    /// The steps by their names, and the keys of the votes.
    pub(super) votes: BTreeMap<String, (Step, char)>,
}

/// What a text was taken for.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) meaning: String,
    pub(super) is_sure: bool,
    pub(super) times: usize,
}

#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) ballots: Vec<Ballot>,
    /// What people wrote, by what it is on.
    pub(super) comments: Vec<(Option<Id>, String)>,
    /// A line for each file: where its headings are, and how many ballots it holds.
    pub(super) files: Vec<String>,
    /// The checksums of what was read: of a text the file, of a workbook each sheet.
    pub(super) marks: Vec<u32>,
    pub(super) said: BTreeMap<(What, String), Said>,
    /// Headings of which nothing is kept.
    pub(super) never_kept: Vec<String>,
    /// What else a person is to know, and whether to confirm it.
    pub(super) notes: Vec<(String, bool)>,
}

impl Survey {
    /// Whether a person is to confirm anything.
    pub(super) fn is_sure(&self) -> bool {
        self.said.values().all(|said| said.is_sure) && self.notes.iter().all(|(_, is_doubt)| !is_doubt)
    }

    pub(super) fn say(&mut self, what: What, cell: &Cell, meaning: String, is_sure: bool) {
        let said = self.said.entry((what, cell.plain())).or_insert_with(|| {
            let text = cell.text.clone();
            Said { text, meaning, is_sure, times: 0 }
        });
        said.times += 1;
        said.is_sure &= is_sure;
    }

    /// The ballots of each item, by its step, in the order of their names.
    pub(super) fn steps(&self) -> Vec<Step> {
        let votes = self.ballots.iter().flat_map(|ballot| &ballot.votes);
        let steps: BTreeMap<&String, &Step> = votes.map(|(name, (step, _))| (name, step)).collect();
        steps.into_values().cloned().collect()
    }
}
