//! What is asked: the stages, features, conditions, risks, links and agenda of one framework file.
//!
//! Pure data, read once and never changed; it knows nothing of sessions, screens or files.
//! A Welsh or a local framework is another file of the same shape: nothing here names Diagram 1.

mod error;
mod items;
mod lookup;
mod names;
mod parse;
mod positions;
mod scale;
mod section;
mod steps;
mod validate;

use serde::{Deserialize, Serialize};

pub use error::{FrameworkError, NoRating, Problem};
pub use items::{
    AgendaItem, AgendaPart, Assumption, Feature, Id, Influence, Link, Rag, RagTable, Risk, Source, Stage, Starter,
};
pub use lookup::Item;
pub(crate) use names::names;
pub use positions::Position;
pub(crate) use positions::Positions;
pub use scale::{Confidence, Level, Rating, Scale};
pub use section::{Leg, Section};
pub use steps::Step;

/// The format of framework files that this program reads and writes.
pub const FORMAT: u32 = 1;

/// The framework that is built into the program, as text.
pub const BUILT_IN: &str = include_str!("../../content/effective-partnerships.ron");

/// The name under which problems in the built-in framework are reported.
pub(crate) const BUILT_IN_NAME: &str = "content/effective-partnerships.ron";

/// One framework: everything a workshop asks, and the tables by which answers are read.
///
/// Get one from [`Framework::parse`] or [`Framework::built_in`]: both refuse a file with problems,
/// so code that holds a `Framework` may rely on every law that `validate` states.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Framework {
    /// The shape of the file, [`FORMAT`].
    pub format: u32,
    /// A short name that sessions remember: `effective-partnerships`.
    pub id: String,
    /// Counts up when the wording changes; ids keep their meaning across versions.
    pub version: u32,
    /// A BCP 47 language tag: `en-GB`, `cy`.
    pub language: String,
    /// The title as shown on the start page.
    pub title: String,
    /// Where the wording comes from.
    pub source: Source,
    /// The rating scales; each stage names one.
    pub scales: Vec<Scale>,
    /// The results chain, in order; at most seven stages.
    pub stages: Vec<Stage>,
    /// Conditions for efficacy; at most nine.
    pub assumptions: Vec<Assumption>,
    /// Context that is never rated.
    pub influences: Vec<Influence>,
    /// What may go wrong; at most nine.
    pub risks: Vec<Risk>,
    /// Ways to improve, offered as action starters.
    pub improvements: Vec<Starter>,
    /// Approaches that worked, offered as action starters.
    pub approaches: Vec<Starter>,
    /// The arrows between stages, with the assumptions on which each rests.
    pub links: Vec<Link>,
    /// Red, amber and green for risks and issues.
    pub rag: RagTable,
    /// The workshop's parts and their minutes.
    pub agenda: Vec<AgendaItem>,
}

/// Where a feature stands: its row and column in the grid, both counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Cell {
    /// The stage's place in the chain, or the row below it.
    pub row: usize,
    /// The item's place in its row, 0 to 8.
    pub column: usize,
}

/// A row of the grid: a stage, or one of the two rows below the chain.
#[derive(Clone, Copy, Debug)]
pub enum GridRow<'framework> {
    Stage(&'framework Stage),
    Assumptions(&'framework [Assumption]),
    Risks(&'framework [Risk]),
}

impl GridRow<'_> {
    /// How many cells the row has, 1 to 9.
    pub fn len(&self) -> usize {
        match self {
            Self::Stage(stage) => stage.features.len(),
            Self::Assumptions(assumptions) => assumptions.len(),
            Self::Risks(risks) => risks.len(),
        }
    }

    /// Whether the row has no cells; a sound framework has none such.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Framework {
    /// The rows of the grid: the stages, then assumptions and risks where the framework has any.
    pub fn rows(&self) -> impl Iterator<Item = GridRow<'_>> {
        let below = [GridRow::Assumptions(&self.assumptions), GridRow::Risks(&self.risks)];
        self.stages.iter().map(GridRow::Stage).chain(below).filter(|row| !row.is_empty())
    }

    /// The framework that is built in.
    pub fn built_in() -> Result<Self, FrameworkError> {
        Self::parse(BUILT_IN, BUILT_IN_NAME)
    }

    /// All features in the order in which a workshop meets them, with their cell.
    pub fn features(&self) -> impl Iterator<Item = (Cell, &Stage, &Feature)> {
        self.stages.iter().enumerate().flat_map(|(row, stage)| {
            stage.features.iter().enumerate().map(move |(column, feature)| (Cell { row, column }, stage, feature))
        })
    }

    pub fn feature(&self, id: &Id) -> Option<(Cell, &Stage, &Feature)> {
        self.features().find(|(_, _, feature)| feature.id == *id)
    }

    pub(crate) fn feature_at(&self, cell: Cell) -> Option<(&Stage, &Feature)> {
        let stage = self.stages.get(cell.row)?;
        Some((stage, stage.features.get(cell.column)?))
    }

    /// The stage with this id and its place in the chain, from 0.
    pub fn stage(&self, id: &Id) -> Option<(usize, &Stage)> {
        self.stages.iter().enumerate().find(|(_, stage)| stage.id == *id)
    }

    pub(crate) fn scale_of(&self, stage: &Stage) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == stage.scale)
    }

    /// The plain word for a rating on a stage's scale; empty only where the framework has none.
    pub fn word(&self, stage: &Stage, rating: Rating) -> &str {
        self.scale_of(stage).map_or("", |scale| scale.word(rating))
    }

    /// How many features the framework asks about.
    pub fn feature_count(&self) -> usize {
        self.stages.iter().map(|stage| stage.features.len()).sum()
    }

    /// The minutes the agenda gives a stage or section, by its id; 0 where it gives none.
    pub fn minutes_for(&self, id: &Id) -> u32 {
        self.agenda.iter().filter(|item| item.part.clock().as_ref() == Some(id)).map(|item| item.minutes).sum()
    }
}
