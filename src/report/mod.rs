//! Handing it over: what a framework and a session become on paper.
//!
//! Pure: bytes out, nothing written and nothing printed. What a report says is gathered once and every format is
//! written from that alone, so that no two can disagree; those for reading share one document in reading order.
//!
//! | file | one idea |
//! |---|---|
//! | `model` | what a report says, without private notes, votes only as disclosed |
//! | `comparison`, `portfolio` | two sessions beside each other, and many together |
//! | `compose`, `document` | the same as a paper in reading order |
//! | `layout` | how long a paper is, how large its letters, to whom it goes |
//! | `html`, `docx`, `markdown` | the paper in three formats, and as plain text |
//! | `xlsx`, `csv`, `json` | the report for those who count and filter; `columns` has the columns of the first two |
//! | `check` | what to look at before it goes out |
//! | `svg` | the map as a picture |
//! | `text` | the one cleaning of whatever was typed |
//! | `ballots`, `cards`, `chain`, `handout`, `page`, `survey` | what is printed before the day |
//! | `calendar`, `said_and_did` | after the day: the actions for a calendar, and what became of them |

mod ballots;
mod calendar;
mod cards;
mod chain;
mod check;
mod columns;
mod comparison;
mod compose;
mod csv;
mod document;
mod docx;
mod error;
mod handout;
mod html;
mod json;
mod layout;
mod markdown;
mod model;
mod page;
mod portfolio;
mod said_and_did;
mod survey;
mod svg;
mod text;
mod xlsx;

pub use ballots::{ballots, csv_header};
pub use calendar::{Calendar, calendar};
pub use cards::{cards, stop_cards};
pub use chain::chain;
pub(crate) use columns::{Value, tidy_rows};
pub use comparison::ComparisonReport;
pub use csv::{COLUMNS, is_formula};
pub use error::WriteError;
pub use handout::handout;
pub use json::json;
pub use layout::{Head, Layout};
pub use model::{Choices, REPORT_FORMAT};
pub(crate) use model::{headcounts, stance_votes};
pub use portfolio::{LeftOut, PortfolioReport};
pub use said_and_did::said_and_did;
pub use survey::{survey_text, survey_workbook};

use crate::catalogue::in_english;
use crate::framework::Framework;
use crate::session::Session;
use document::Document;
use model::{Model, Source, Texts};

/// What a report can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A page for a browser, which also prints well.
    Html,
    /// A Word document, to edit and to send to a committee.
    Word,
    /// An Excel workbook, to sort, filter and carry the action plan on with.
    Excel,
    /// Markdown, for wikis and for reading as it is.
    Markdown,
    /// Comma-separated values: a row for each item.
    Csv,
    /// JSON: everything, for programs.
    Json,
    /// The heat map alone, as a picture for slides.
    Svg,
}

impl Format {
    /// The papers, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Html, Self::Word, Self::Excel, Self::Markdown, Self::Csv, Self::Json];

    /// How the names of such files end, and what the command line calls it.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Word => "docx",
            Self::Excel => "xlsx",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Svg => "svg",
        }
    }

    /// The papers, then the picture.
    pub(crate) fn every() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().chain([Self::Svg])
    }

    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::every().find(|format| format.extension() == extension.to_lowercase())
    }
}

/// A report of a session, as it is handed out.
#[derive(Clone, Debug)]
pub struct Report<'all> {
    source: Source<'all>,
    model: Model,
    layout: Layout,
}

impl<'all> Report<'all> {
    /// The report of a session that was held with this framework.
    pub fn of(framework: &'all Framework, session: &'all Session, choices: Choices) -> Self {
        let source = Source { framework, session, names: choices.names, texts: Texts::Clean };
        Self { source, model: Model::of(&source), layout: Layout::default() }
    }

    pub fn laid_out(self, layout: Layout) -> Self {
        Self { layout, ..self }
    }

    /// The report in one format, as the bytes of a file.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, WriteError> {
        Ok(match format {
            Format::Html => html::html(&self.document()).into_bytes(),
            Format::Word => docx::docx(&self.document())?,
            Format::Excel => xlsx::xlsx(&self.model, self.layout.large)?,
            Format::Markdown => markdown::markdown(&self.document()).into_bytes(),
            Format::Csv => in_english(|| csv::csv(&Model::of(&self.source))),
            Format::Json => self.json().into_bytes(),
            Format::Svg => svg::svg(&self.model).into_bytes(),
        })
    }

    fn document(&self) -> Document {
        compose::document(&self.model, &self.layout)
    }

    /// What to look at before it goes out: names, addresses and numbers that somebody typed, each with its place.
    pub fn check(&self) -> Vec<String> {
        check::check(&self.model)
    }

    /// The same of the actions only, for what tells nothing else.
    pub fn check_plan(&self) -> Vec<String> {
        check::check_plan(&self.model.plan)
    }

    /// What it says of the session as plain text, without what is asked of a meeting.
    pub fn text(&self) -> String {
        markdown::plain(&compose::record(&self.model))
    }

    /// The report as JSON, in which texts are as they are kept.
    pub fn json(&self) -> String {
        in_english(|| json(&Model::of(&Source { texts: Texts::Kept, ..self.source })))
    }
}
