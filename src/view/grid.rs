//! The grid of the chain as data: rows of cells with their marks, for the overview, the heat map and what changed.

use super::Tone;
use super::marks::{self, Forms};
use crate::analysis::{FeatureState, HeatMap, RiskReading, State};
use crate::framework::{Cell, Framework, GridRow, Rating, Stage};
use crate::session::{Range, Session, Verdict};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Grid {
    pub(crate) rows: Vec<Row>,
    pub(crate) focus: Cell,
    /// Columns that a cell should have at least before notes beside the labels are given up.
    pub(crate) least_pitch: u16,
    /// Whether the lines between the rows are worth more than larger cells: something will stand there.
    pub(crate) spread: bool,
    /// Headings of the notes, where these stand in columns.
    pub(crate) heads: [&'static str; 2],
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) label: String,
    /// Its name in at most six letters.
    pub(crate) short: String,
    /// Whether it is a stage: it gets several lines where there is room.
    pub(crate) stage: bool,
    /// What must be said of the row beside its name, long and short; empty for nothing.
    pub(crate) flag: [&'static str; 2],
    /// What may be said of it, each long and short.
    pub(crate) notes: Vec<[String; 2]>,
    /// Its cells, at most nine.
    pub(crate) items: Vec<Item>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Item {
    /// What stands in it: `4`, `3?`, `▒2-4▒`, `?`, `-`, `·`; or a word, as long as there is room for.
    pub(crate) mark: String,
    /// The forms of a word.
    pub(crate) forms: Forms,
    pub(crate) look: Look,
    /// Its name, at most ten letters.
    pub(crate) label: String,
    /// Its name in at most six letters.
    pub(crate) short: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Look {
    /// In the tone of a rating, which may rest on opinion only.
    Rated {
        rating: Rating,
        low: bool,
    },
    /// Hatched, with the range where it is known.
    Contested(Option<Range>),
    /// The room does not know.
    Unknown,
    NotRelevant,
    /// Not discussed.
    Blank,
    /// A word in its own style: an assumption or a risk.
    Worded(Tone),
}

impl Look {
    pub(crate) fn of(reading: FeatureState) -> Self {
        match (reading.state, reading.rating) {
            (State::NotDiscussed, _) => Self::Blank,
            (State::NotRelevant, _) => Self::NotRelevant,
            (State::BlindSpot, _) => Self::Unknown,
            (State::Contested, _) => Self::Contested(reading.range),
            (_, Some(rating)) => Self::Rated { rating, low: reading.low_confidence },
            (_, None) => Self::Blank,
        }
    }

    pub(crate) fn tone(self) -> Tone {
        match self {
            Self::Rated { rating, .. } => Tone::Rating(rating),
            Self::Contested(_) => Tone::Contested,
            Self::Unknown => Tone::Unknown,
            Self::NotRelevant | Self::Blank => Tone::Unrated,
            Self::Worded(tone) => tone,
        }
    }
}

impl Grid {
    /// The grid of a heat map: every stage, then assumptions and risks where the framework has any. These two rows are
    /// what the room said in this session; without one they are blank.
    pub(crate) fn of(framework: &Framework, said: Option<&Session>, map: &HeatMap, focus: Cell) -> Self {
        let row = |(row, kind)| match kind {
            GridRow::Stage(stage) => stage_row(map, row, stage),
            GridRow::Assumptions(all) => {
                let items = all.iter().map(|one| {
                    let verdict = said.map_or(Verdict::NotDiscussed, |session| session.assumption(&one.id).verdict);
                    Item::worded(marks::verdict(verdict), marks::verdict_tone(verdict), &one.label, &one.short)
                });
                Row::below(tr!("Assumptions"), tr!(max 6, "Assump"), items.collect())
            }
            GridRow::Risks(all) => {
                let items = all.iter().map(|one| {
                    let reading = said.map(|session| RiskReading::of(framework, session, one));
                    let (forms, tone) = reading.map_or((vec![(0, "·")], Tone::Unrated), |reading| {
                        (marks::risk(&reading), marks::risk_tone(&reading))
                    });
                    Item::worded(forms, tone, &one.label, &one.short)
                });
                Row::below(tr!("Risks"), tr!(max 6, "Risks"), items.collect())
            }
        };
        let rows = framework.rows().enumerate().map(row).collect();
        Self { rows, focus, least_pitch: 5, spread: false, heads: ["", ""] }
    }
}

fn stage_row(map: &HeatMap, row: usize, stage: &Stage) -> Row {
    let readings = map.rows.get(row).map_or(&[][..], |row| &row.readings);
    let items = stage.features.iter().zip(readings).map(|(feature, reading)| Item {
        mark: marks::mark(*reading),
        forms: Vec::new(),
        look: Look::of(*reading),
        label: feature.label.clone(),
        short: feature.short.clone(),
    });
    let (label, short) = (stage.label.clone(), stage.short.clone());
    Row { label, short, stage: true, flag: ["", ""], notes: Vec::new(), items: items.collect() }
}

impl Row {
    /// A row below the chain.
    fn below(label: &str, short: &str, items: Vec<Item>) -> Self {
        Self { label: label.into(), short: short.into(), stage: false, flag: ["", ""], notes: Vec::new(), items }
    }
}

impl Item {
    fn worded(forms: Forms, tone: Tone, label: &str, short: &str) -> Self {
        let mark = forms.first().map_or("", |(_, form)| form).to_owned();
        Self { mark, forms, look: Look::Worded(tone), label: label.to_owned(), short: short.to_owned() }
    }
}
