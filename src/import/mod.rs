//! What comes in from outside the room: a survey or paper ballots, one line a person, read and counted.
//!
//! It knows files as bytes only. All of what came in is taken or nothing; which line was whose is not kept, only sums by
//! sector and level.

mod answer;
mod columns;
mod csv;
mod doubt;
mod error;
mod headings;
mod known;
mod mapping;
mod names;
mod people;
mod preview;
mod reader;
mod source;
mod styles;
mod survey;
pub(crate) mod table;
mod take;
mod workbook;
mod xml;

pub(crate) use error::{ReadError, VotesError};
pub use mapping::Mapping;
pub use source::Source;
pub(crate) use source::{ENDINGS, sheets_of};
pub(crate) use take::Said;

use crate::framework::Framework;
use crate::session::Session;
use crate::words::{in_place_of, votes_taken_in};
use headings::Finder;
use jiff::Timestamp;
use names::Names;
use reader::Reader;
use std::path::{Path, PathBuf};
use survey::Survey;
use take::Counted;

/// What came in, as it was understood and counted, before a session takes it in.
#[derive(Debug)]
pub struct Incoming {
    survey: Survey,
    counted: Counted,
}

impl Incoming {
    /// Reads and counts what came in for a session: of workbooks the sheets of these names, or `all`; of one without a
    /// name the likeliest.
    pub fn read(
        sources: &[Source],
        (session, framework): (&Session, &Framework),
        (mapping, sheets): (&Mapping, &[String]),
        now: Timestamp,
    ) -> Result<Self, (PathBuf, String)> {
        let named = |place: usize| sources.get(place).map_or(Path::new(""), |source| &source.path).to_owned();
        let names = Names::of(framework);
        let finder = Finder { framework, names: &names, mapping, register: &session.register };
        let reader = Reader { finder, sheets };
        let survey = reader.read(sources).map_err(|(place, problem)| (named(place), problem.to_string()))?;
        let counted = take::counted(&survey, session, framework, now);
        let counted = counted.map_err(|problem| (named(0), problem.to_string()))?;
        Ok(Self { survey, counted })
    }

    /// What was understood: a title, and the lines below it. The first has no title: a line for each file.
    pub(crate) fn preview(&self) -> Vec<(&'static str, Vec<String>)> {
        preview::preview(&self.survey)
    }

    /// Whether nothing is to be confirmed.
    pub(crate) fn is_sure(&self) -> bool {
        self.survey.is_sure()
    }

    /// Keeps in a mapping what was not sure before somebody said yes.
    pub(crate) fn learn(&self, mapping: &mut Mapping) {
        preview::learn(&self.survey, mapping);
    }

    /// The imports of a session whose place it takes, by their number in the list.
    pub(crate) fn replaces(&self, session: &Session, said: Said) -> Result<Vec<usize>, VotesError> {
        self.counted.replaces(session, said)
    }

    /// Puts it into a session: as a survey, hidden until the room has spoken, or as what the room voted on paper. Says
    /// what was done.
    pub(crate) fn put(
        &self,
        session: &mut Session,
        replaced: &[usize],
        in_room: bool,
    ) -> Result<(Option<crate::session::Edit>, String), VotesError> {
        let edit = self.counted.put(session, replaced, in_room)?;
        let items = self.counted.import.ratings.len() + self.counted.import.stances.len();
        Ok((edit, votes_taken_in(self.survey.ballots.len(), items) + in_place_of(replaced.len())))
    }
}

#[cfg(test)]
mod tests;
