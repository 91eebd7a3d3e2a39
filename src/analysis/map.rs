//! The heat map of a session, and the lists that its slides read from it.
//!
//! One pass over the framework gives every reading; lists are orderings of those, never new rules.

use super::{FeatureState, Half, StageSummary, State, reading};
use crate::framework::{Cell, Feature, Framework, Level, Rating, Stage};
use crate::session::Session;

#[derive(Clone, Debug, PartialEq)]
pub struct HeatMap {
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub readings: Vec<FeatureState>,
    pub strip: StageSummary,
}

/// A feature with how it stands, as a slide lists it.
#[derive(Clone, Copy, Debug)]
pub struct RatedItem<'framework> {
    pub cell: Cell,
    pub stage: &'framework Stage,
    pub feature: &'framework Feature,
    pub reading: FeatureState,
}

/// How far the room has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Features on which everything asked is decided.
    pub done: usize,
    /// Features there are.
    pub of: usize,
}

impl Progress {
    /// The share that is done, in whole per cent, rounded down.
    pub fn percent(self) -> usize {
        (self.done * 100).checked_div(self.of).unwrap_or(0)
    }
}

impl HeatMap {
    pub fn of(framework: &Framework, session: &Session) -> Self {
        let row = |stage: &Stage| {
            let readings: Vec<FeatureState> =
                stage.features.iter().map(|feature| reading(session, stage, &feature.id)).collect();
            Row { strip: StageSummary::of(&readings), readings }
        };
        Self { rows: framework.stages.iter().map(row).collect() }
    }

    pub fn at(&self, cell: Cell) -> Option<&FeatureState> {
        self.rows.get(cell.row)?.readings.get(cell.column)
    }

    /// How far the whole session has come.
    pub fn progress(&self) -> Progress {
        let readings = || self.rows.iter().flat_map(|row| &row.readings);
        Progress { done: readings().filter(|reading| reading.complete).count(), of: readings().count() }
    }

    /// Every feature with how it stands, in the order of the chain.
    pub(crate) fn standings<'all>(&'all self, framework: &'all Framework) -> impl Iterator<Item = RatedItem<'all>> {
        framework
            .features()
            .filter_map(|(cell, stage, feature)| Some(RatedItem { cell, stage, feature, reading: *self.at(cell)? }))
    }

    /// What to protect: strengths on evidence before untested ones, 5 before 4, then the chain's order.
    pub fn strengths<'all>(&'all self, framework: &'all Framework) -> Vec<RatedItem<'all>> {
        let mut strong: Vec<_> = self.standings(framework).filter(|one| one.reading.state.is_strong()).collect();
        strong.sort_by_key(|one| (one.reading.low_confidence, std::cmp::Reverse(one.reading.rating)));
        strong
    }

    /// What is weak, lowest first, weaknesses on evidence before suspected ones; then what nobody knows.
    pub fn at_risk<'all>(&'all self, framework: &'all Framework) -> Vec<RatedItem<'all>> {
        let weak = |state: State| state.is_weak() || state == State::BlindSpot;
        let mut weak: Vec<_> = self.standings(framework).filter(|one| weak(one.reading.state)).collect();
        weak.sort_by_key(|one| {
            let rating = one.reading.rating.filter(|_| one.reading.state != State::BlindSpot);
            (rating.is_none(), rating, one.reading.low_confidence)
        });
        weak
    }

    /// Where views differ: the widest range first, then the chain's order.
    pub fn split_views<'all>(&'all self, framework: &'all Framework) -> Vec<RatedItem<'all>> {
        let mut split: Vec<_> = self.standings(framework).filter(|one| one.reading.state == State::Contested).collect();
        split.sort_by_key(|one| std::cmp::Reverse(one.reading.range.map(crate::session::Range::gap)));
        split
    }
}

impl FeatureState {
    /// What stands in a cell: `4`, `3?` on low confidence, `2-4` not agreed, `?`, `-`, `·`; `4/·` where the operational
    /// level is not yet discussed.
    pub fn mark(&self) -> String {
        let digit = |rating: Rating| if self.low_confidence { format!("{rating}?") } else { rating.to_string() };
        match self.state {
            State::NotDiscussed => match self.half {
                Some(Half { level: Level::Strategic, sign }) => format!("{sign}/·"),
                Some(Half { level: Level::Operational, sign }) => format!("·/{sign}"),
                None => "·".into(),
            },
            State::NotRelevant => "-".into(),
            State::BlindSpot => "?".into(),
            State::Contested => self.range.map_or("X".into(), |range| format!("{}-{}", range.low(), range.high())),
            _ => self.rating.map_or(String::new(), digit),
        }
    }
}
