//! Which sessions of the list are shown, and in which order: search, sort, and narrowing to some of them.
//!
//! Everything here is work in memory, a few steps for each session: the disk is never asked.

use super::listed::folded;
use super::{Kind, Listed};
use crate::analysis::is_same_partnership;
use crate::app::form::turned;
use crate::words;
use std::cmp::{Ordering, Reverse};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Date,
    Partnership,
    Progress,
}

impl Order {
    /// The next order; after the last, the first.
    pub(crate) fn next(self) -> Self {
        turned(&[Self::Date, Self::Partnership, Self::Progress], self, true)
    }

    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Date => "newest first",
            Self::Partnership => "by partnership",
            Self::Progress => words::LEAST_DONE_FIRST,
        }
    }

    fn compare(self, one: &Listed, other: &Listed) -> Ordering {
        let day = |listed: &Listed| Reverse(listed.date);
        let first = match self {
            Self::Date => Ordering::Equal,
            // Files without a partnership come last, as days that are not known do.
            Self::Partnership => one
                .partnership
                .is_empty()
                .cmp(&other.partnership.is_empty())
                .then_with(|| one.partnership.cmp(&other.partnership)),
            Self::Progress => (one.problem.is_some(), one.progress()).cmp(&(other.problem.is_some(), other.progress())),
        };
        first.then_with(|| day(one).cmp(&day(other))).then_with(|| one.name.cmp(&other.name))
    }
}

/// The sessions that were read, and which of them are shown. A copy shares what was read.
#[derive(Clone, Debug, Default)]
pub struct View {
    entries: Arc<Vec<Listed>>,
    /// What a search looks in, for each entry, as soon as one was asked for.
    searchable: Arc<Vec<String>>,
    sorted: Vec<usize>,
    shown: Vec<usize>,
    order: Order,
    words: String,
    partnership: Option<String>,
    kind: Option<Kind>,
}

impl View {
    /// How many sessions were read.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    pub fn shown(&self) -> usize {
        self.shown.len()
    }

    /// The session in a line, from 0.
    pub fn at(&self, line: usize) -> Option<&Listed> {
        self.entries.get(*self.shown.get(line)?)
    }

    pub(crate) fn line_of(&self, file: &Path) -> Option<usize> {
        self.shown.iter().position(|place| self.entries.get(*place).is_some_and(|entry| entry.file == file))
    }

    /// The session in a file, shown or not.
    pub(super) fn of_file(&self, file: &Path) -> Option<&Listed> {
        self.entries.iter().find(|entry| entry.file == file)
    }

    pub(crate) fn order(&self) -> Order {
        self.order
    }

    /// The one partnership that is shown, if only one is.
    pub(crate) fn partnership(&self) -> Option<&str> {
        self.partnership.as_deref()
    }

    /// The one state that is shown, if only one is.
    pub(crate) fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// Adds sessions that were read. Those that are there already lie in order, so sorting is little more than
    /// merging.
    pub(super) fn add(&mut self, more: Vec<Listed>) {
        let first = self.entries.len();
        Arc::make_mut(&mut self.entries).extend(more);
        self.sorted.extend(first..self.entries.len());
        self.sort();
    }

    pub(super) fn remove(&mut self, file: &Path) {
        let entries = Arc::unwrap_or_clone(std::mem::take(&mut self.entries));
        let kept = entries.into_iter().filter(|entry| entry.file != file).collect();
        self.searchable = Arc::default();
        self.sorted.clear();
        self.add(kept);
    }

    pub(super) fn sort_by(&mut self, order: Order) {
        self.order = order;
        self.sort();
    }

    /// Shows only sessions that hold each of these words.
    pub(super) fn search(&mut self, words: &str) {
        self.words = folded(words);
        self.sift();
    }

    pub(super) fn only_partnership(&mut self, partnership: Option<String>) {
        self.partnership = partnership;
        self.sift();
    }

    pub(super) fn only_kind(&mut self, kind: Option<Kind>) {
        self.kind = kind;
        self.sift();
    }

    /// The files of a partnership that can be read, the oldest day first.
    pub(in crate::app) fn files_of(&self, partnership: &str) -> Vec<PathBuf> {
        let mut found: Vec<&Listed> = self
            .entries
            .iter()
            .filter(|entry| entry.problem.is_none() && is_same_partnership(&entry.partnership, partnership))
            .collect();
        found.sort_by(|one, other| (one.date, &one.name).cmp(&(other.date, &other.name)));
        found.into_iter().map(|entry| entry.file.clone()).collect()
    }

    fn sort(&mut self) {
        let (entries, order) = (&self.entries, self.order);
        let compare = |one: &usize, other: &usize| match (entries.get(*one), entries.get(*other)) {
            (Some(one), Some(other)) => order.compare(one, other),
            _ => Ordering::Equal,
        };
        self.sorted.sort_by(compare);
        self.sift();
    }

    fn sift(&mut self) {
        let words: Vec<&str> = self.words.split_whitespace().collect();
        if !words.is_empty() && self.searchable.len() < self.entries.len() {
            let more = self.entries.iter().skip(self.searchable.len()).map(Listed::searchable);
            Arc::make_mut(&mut self.searchable).extend(more);
        }
        let (entries, searchable) = (&self.entries, &self.searchable);
        let (partnership, kind) = (&self.partnership, self.kind);
        let found =
            |place: usize| searchable.get(place).is_some_and(|text| words.iter().all(|word| text.contains(word)));
        let passes = |place: &usize| {
            let Some(entry) = entries.get(*place) else { return false };
            kind.is_none_or(|kind| entry.kind == kind)
                && partnership.as_ref().is_none_or(|partnership| {
                    entry.partnership == *partnership || is_same_partnership(&entry.partnership, partnership)
                })
                && (words.is_empty() || found(*place))
        };
        self.shown = self.sorted.iter().copied().filter(passes).collect();
    }
}
