//! The kinds of item a framework holds, as they stand in its file.
//!
//! Only shape and documentation; what makes a set of items a sound framework is in `validate`.

use super::{Confidence, Level, Rating, names};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The id of any item: `I1`, `AS4`, `practices`. Unique over the whole framework.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub String);

impl Id {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Where the wording comes from, named in About, in every report and in the README.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    pub title: String,
    pub author: String,
    pub organisation: String,
    /// The programme or publisher behind it.
    pub publisher: String,
    pub year: u16,
    /// One sentence to quote in a paper.
    pub citation: String,
}

/// One stage of the results chain: a row of the grid.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stage {
    /// `inputs`, `activities` ...
    pub id: Id,
    /// The heading in the source's wording.
    pub title: String,
    /// The row's name on the grid, at most 10 letters.
    pub label: String,
    /// A hand-cut form of the label, at most 6 letters.
    pub short: String,
    /// What the stage is about, in plain English, for the title card.
    pub gloss: String,
    /// The question that opens the stage.
    pub prompt: String,
    pub scale: Id,
    /// The confidence a rating here counts as when the group was not asked; `None` takes it as it stands.
    pub confidence_if_not_asked: Option<Confidence>,
    /// What is rated, one to nine features.
    pub features: Vec<Feature>,
}

/// One feature of effective partnership: a cell of the grid.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Feature {
    /// `I1` to `O7`.
    pub id: Id,
    /// The statement that is rated, in the source's wording.
    pub text: String,
    /// The same in short everyday words, to stand below the statement and never in its place.
    pub plain: String,
    /// The same as those who set direction are asked it, where it takes both ratings; empty where one line serves for both.
    pub strategic_plain: String,
    /// The same for those who do the work.
    pub operational_plain: String,
    /// A label of at most 10 letters.
    pub label: String,
    /// A hand-cut label of at most 6 letters.
    pub short: String,
    /// One question that starts the talk; may be empty where each level has its own.
    pub question: String,
    /// The same for those who set direction, where it takes both ratings; empty where one question serves for both.
    pub strategic_question: String,
    /// The same for those who do the work.
    pub operational_question: String,
    /// What a 1 looks like.
    pub one: String,
    /// What a 5 looks like.
    pub five: String,
    /// Whether it takes a strategic and an operational rating.
    pub levels: bool,
    /// Starters offered for an action where no risk offers one.
    pub offers: Vec<Id>,
    /// The sectors of which somebody ought to be present when this is rated, by the ids that a register gives them; one
    /// of them is enough. Most items name none.
    pub voices: Vec<String>,
}

impl Feature {
    /// The question that starts the talk at a level, or on the whole.
    pub fn question_at(&self, level: Option<Level>) -> &str {
        at(level, [&self.question, &self.strategic_question, &self.operational_question])
    }

    /// The statement in plain words at a level, or on the whole; empty where the framework has none.
    pub fn plain_at(&self, level: Option<Level>) -> &str {
        at(level, [&self.plain, &self.strategic_plain, &self.operational_plain])
    }

    /// Whether each level has a question of its own.
    pub(crate) fn asks_each_level(&self) -> bool {
        self.levels && !(self.strategic_question.is_empty() && self.operational_question.is_empty())
    }

    /// The levels at which it is rated: both, or as a whole.
    pub(crate) fn rated_at(&self) -> impl Iterator<Item = Option<Level>> + use<> {
        let levels: &[Option<Level>] =
            if self.levels { &[Some(Level::Strategic), Some(Level::Operational)] } else { &[None] };
        levels.iter().copied()
    }
}

/// What is said at a level: its own words, or those for the whole where it has none.
fn at(level: Option<Level>, [whole, strategic, operational]: [&str; 3]) -> &str {
    let own = match level {
        Some(Level::Strategic) => strategic,
        Some(Level::Operational) => operational,
        None => whole,
    };
    if own.is_empty() { whole } else { own }
}

/// A condition for efficacy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assumption {
    /// `AS1` to `AS9`.
    pub id: Id,
    /// In the source's wording.
    pub text: String,
    /// The same in short everyday words.
    pub plain: String,
    /// A label of at most 10 letters.
    pub label: String,
    /// A hand-cut label of at most 6 letters.
    pub short: String,
    /// One question that starts the talk.
    pub question: String,
    /// Whether it is asked before the chain: a failing gate leaves a banner.
    pub gate: bool,
}

/// An influencing factor: context that helps or hinders, never rated.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Influence {
    /// `IF1` to `IF6`.
    pub id: Id,
    /// In the source's wording.
    pub text: String,
    /// The same in short everyday words.
    pub plain: String,
    /// A label of at most 10 letters.
    pub label: String,
    /// What the research found, in the source's wording.
    pub findings: Vec<String>,
}

/// A risk, with the assumptions and features from which its likelihood is prompted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Risk {
    /// `R1` to `R9`.
    pub id: Id,
    /// In the source's wording.
    pub text: String,
    /// The same in short everyday words.
    pub plain: String,
    /// A label of at most 10 letters.
    pub label: String,
    /// A hand-cut label of at most 6 letters.
    pub short: String,
    /// One question that starts the talk.
    pub question: String,
    /// The assumptions that keep it away.
    pub assumptions: Vec<Id>,
    /// The features whose weakness feeds it.
    pub features: Vec<Id>,
    /// Starters offered for an action.
    pub offers: Vec<Id>,
    /// The sectors of which somebody ought to be present when this is rated, by the ids that a register gives them; one
    /// of them is enough. Most items name none.
    pub voices: Vec<String>,
}

/// The first line of an action, offered where it fits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Starter {
    /// `IM1` to `IM9`, `SA1` to `SA3`.
    pub id: Id,
    /// In the source's wording.
    pub text: String,
}

/// The arrow from one stage to the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    /// The upstream stage.
    pub from: Id,
    /// The downstream stage.
    pub to: Id,
    pub assumptions: Vec<Id>,
}

names! {
    /// Red, amber or green; always shown as a word too.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    pub enum Rag;
    Green: "green", "green";
    Amber: "amber", "amber";
    Red: "red", "red";
}

/// The lookup tables by which risks and issues get their colour.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RagTable {
    /// Five rows, likelihood 1 to 5, of five columns, impact 1 to 5.
    pub risk: Vec<Vec<Rag>>,
    /// Impact 1 to 5 of a risk that is happening.
    pub issue: Vec<Rag>,
}

impl RagTable {
    /// The colour of a risk that could happen.
    pub fn of_risk(&self, likelihood: Rating, impact: Rating) -> Option<Rag> {
        self.risk.get(likelihood.index())?.get(impact.index()).copied()
    }

    /// The colour of a risk that is happening.
    pub fn of_issue(&self, impact: Rating) -> Option<Rag> {
        self.issue.get(impact.index()).copied()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgendaItem {
    pub part: AgendaPart,
    pub title: String,
    /// Planned minutes, 0 to 600.
    pub minutes: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgendaPart {
    #[default]
    Welcome,
    LastActions,
    /// The assumptions asked before the chain.
    Gate,
    Stage(Id),
    /// The assumptions asked after the chain.
    Conditions,
    Influences,
    Risks,
    /// The room gets up; nothing is asked.
    Break,
    HeatMap,
    Dots,
    Actions,
    Close,
}
