//! Why a framework file cannot be used: every problem it has, each as a sentence with its place.

use super::{FORMAT, Id, Position};
use std::fmt::{self, Write as _};

/// One thing that is wrong with a framework file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub position: Position,
    /// What is wrong and what to do, as a sentence.
    pub sentence: String,
}

/// Why a framework file cannot be used: all of its problems, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkError {
    /// The file's name, as given.
    pub name: String,
    /// At least one.
    pub problems: Vec<Problem>,
}

impl fmt::Display for FrameworkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = match self.problems.len() {
            1 => "one problem".into(),
            many => format!("{many} problems"),
        };
        write!(formatter, "The framework file {} has {count}:", self.name)?;
        for problem in &self.problems {
            formatter.write_char('\n')?;
            write!(formatter, "  {}: {}", problem.position, problem.sentence)?;
        }
        Ok(())
    }
}

impl std::error::Error for FrameworkError {}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a rating is a whole number from 1 to 5, not {0}")]
pub struct NoRating(pub u8);

/// What is wrong with the value at a path.
#[derive(Debug, thiserror::Error)]
pub(super) enum Breach {
    #[error("{0}; correct this and check again (framework files have format {FORMAT})")]
    Syntax(ron::Error),
    #[error("there is no field called \"{0}\" here; correct or delete it")]
    UnknownField(String),
    #[error("the format is {0}; this version of Plenary reads format {FORMAT}")]
    Format(u32),
    #[error("the version is missing; count from 1")]
    Version,
    #[error("{0} is missing; write it")]
    Missing(String),
    #[error("{0} holds a line break or control character; write it on one line")]
    Unprintable(String),
    #[error("{what} \"{text}\" is {width} letters wide; at most {most} fit")]
    TooWide { what: String, text: String, width: usize, most: usize },
    #[error("there are {count} {what}; there must be {least} to {most}")]
    Count { what: &'static str, count: usize, least: usize, most: usize },
    #[error("the id \"{0}\" is not 1 to 24 letters, digits, - or _; change it")]
    Id(Id),
    #[error("the id \"{0}\" is used twice; give each item its own")]
    IdTwice(Id),
    #[error("there is no {kind} with the id \"{id}\"; correct the id")]
    NoSuch { kind: &'static str, id: Id },
    #[error("there is no scale with the id \"{0}\"; name one of the scales")]
    NoScale(Id),
    #[error("{minutes} minutes is more than {most}; plan less")]
    Minutes { minutes: u32, most: u32 },
    #[error("the sector \"{0}\" is not 1 to 24 lower-case letters, digits or -; change it")]
    Sector(String),
    #[error("the sector \"{0}\" is named twice; once is enough")]
    SectorTwice(String),
}

/// What the text at a path is called.
pub(super) fn text_at(path: &str) -> String {
    match field(path) {
        "language" => "the language tag".into(),
        "words" => "the word".into(),
        "findings" => "the finding".into(),
        "short" => "the short label".into(),
        "question" => "the prompt question".into(),
        "plain" => "the line in plain words".into(),
        "strategic_plain" => "the strategic line in plain words".into(),
        "operational_plain" => "the operational line in plain words".into(),
        "strategic_question" => "the strategic question".into(),
        "operational_question" => "the operational question".into(),
        "one" => "what a 1 looks like".into(),
        "five" => "what a 5 looks like".into(),
        other => format!("the {other}"),
    }
}

/// What the entries of the list at a path are called.
pub(super) fn entries_at(path: &str) -> &'static str {
    match field(path) {
        "scales" => "scales",
        "words" => "words on this scale",
        "stages" => "stages",
        "features" => "features in this stage",
        "assumptions" => "assumptions",
        "influences" => "influencing factors",
        "risks" => "risks",
        "issue" => "colours for issues",
        "risk" if path.ends_with("risk") => "rows of colours for risks",
        "risk" => "colours in this row",
        "voices" => "sectors in this list",
        _ => "entries",
    }
}

/// The last name of a path: numbers are places in a list.
fn field(path: &str) -> &str {
    path.rsplit('.').find(|part| part.parse::<usize>().is_err()).unwrap_or(path)
}
