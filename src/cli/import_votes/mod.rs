//! `plenary import-votes`: a survey or paper ballots, one line a person, as what was said before the workshop.
//!
//! All of what came in is taken or nothing; which line was whose is not kept, only sums by sector and level.

mod answer;
mod csv;
mod error;
mod headings;
mod known;
mod mapping;
mod names;
mod people;
mod shown;
mod source;
mod survey;
pub(super) mod table;
mod take;
mod workbook;

use super::args::ImportVotes;
use super::error::Failure;
use super::frameworks::text_of;
use super::versions::lock;
use super::{absolute, answer as typed, print};
use crate::framework::Framework;
use crate::session::Session;
use crate::store::{self, Head, Home, RealFiles, write_export};
use crate::terminal::can_ask;
use crate::words::{
    NOTHING_TAKEN, TYPE_REPLACE_OR_ADD, TYPE_YES_TO_TAKE, import_taken_back, in_place_of, votes_taken_in,
};
use error::VotesError;
use headings::Finder;
use jiff::Timestamp;
use mapping::Mapping;
use names::Names;
use source::Source;
pub(super) use source::sheets_of;
use std::path::Path;
use survey::Reader;
use take::Said;

pub(super) fn import(home: &Home, framework: &Framework, asked: &ImportVotes) -> Result<(), Failure> {
    let session = absolute(&asked.session)?;
    let sources = source::sources(&asked.files)?;
    let mut mapping = mapping_of(asked.map.as_deref())?;
    let (files, now) = (RealFiles, Timestamp::now());
    // Held until the end: nobody else writes to the session meanwhile.
    let _lock = lock(home, &session, now)?;
    let mut opened = store::open_to_edit(&files, home, &session, now)?;
    if let Some(reason) = opened.read_only {
        return Err(Failure::new(format!("{}: {reason}", session.display())));
    }
    opened.session.check_framework(framework)?;
    let mut changed = opened.session.clone();
    let done = if asked.undo {
        changed.take_back_import().map(import_taken_back).map_err(|why| not_imported(&session, &why.into()))?
    } else {
        match take_in(&mut changed, framework, asked, &sources, &mut mapping, now)? {
            Some(done) => done,
            None => return print(|out| writeln!(out, "{NOTHING_TAKEN}")),
        }
    };
    changed.count_change();
    let head = Head::of(&changed, framework, now);
    let text = store::encode(&changed, &head).map_err(Failure::VotesNotSaved)?;
    store::save_expected(&files, &session, text.as_bytes(), &mut opened.expected).map_err(Failure::VotesNotSaved)?;
    if let Some(file) = asked.map.as_ref().filter(|_| !asked.undo) {
        write_export(&files, home, &absolute(file)?, mapping.written().as_bytes(), true)?;
    }
    print(|out| writeln!(out, "{done}"))
}

/// Reads what came in, shows what was understood, and puts it into a session; says what was done. Nothing where a
/// person only looked, or did not say yes.
fn take_in(
    session: &mut Session,
    framework: &Framework,
    asked: &ImportVotes,
    sources: &[Source],
    mapping: &mut Mapping,
    now: Timestamp,
) -> Result<Option<String>, Failure> {
    let first = sources.first().map_or(asked.session.as_path(), |source| &source.path);
    let refused = |problem: VotesError| not_imported(first, &problem);
    let names = Names::of(framework);
    let finder = Finder { framework, names: &names, mapping };
    let reader = Reader { finder, framework, register: &session.register, mapping };
    let survey = reader.read(sources).map_err(|(place, problem)| not_imported(&sources[place].path, &problem))?;
    let counted = take::counted(&survey, sources, session, framework, now).map_err(refused)?;
    let items = counted.import.ratings.len() + counted.import.stances.len();
    print(|out| shown::show(out, &survey))?;
    let asks = !asked.yes && !asked.dry_run && can_ask();
    let mut said = Said { replace: asked.replace, add: asked.add };
    if asks && let Err(problem @ VotesError::PerhapsTheSame(_)) = counted.replaces(session, said) {
        print(|out| write!(out, "{problem}\n{TYPE_REPLACE_OR_ADD}"))?;
        let answer = typed()?;
        said = Said { replace: answer == "replace", add: answer == "add" };
    }
    let replaced = counted.replaces(session, said).map_err(refused)?;
    counted.put(session, &replaced, asked.in_room).map_err(refused)?;
    if asks {
        print(|out| write!(out, "{TYPE_YES_TO_TAKE}"))?;
        if typed()? != "yes" {
            return Ok(None);
        }
    } else if !asked.yes && !asked.dry_run && !survey.is_sure() {
        return Err(Failure::NotSure(first.to_owned()));
    }
    shown::learn(&survey, mapping);
    Ok((!asked.dry_run).then(|| votes_taken_in(survey.ballots.len(), items) + in_place_of(replaced.len())))
}

fn not_imported(file: &Path, problem: &VotesError) -> Failure {
    Failure::NotImported { file: file.to_owned(), problem: problem.to_string() }
}

/// The mapping in a file; an empty one where it is not there yet.
fn mapping_of(file: Option<&Path>) -> Result<Mapping, Failure> {
    let Some(file) = file.filter(|file| file.exists()) else { return Ok(Mapping::default()) };
    Mapping::read(file, &text_of(file)?).map_err(|problem| not_imported(file, &problem))
}

#[cfg(test)]
mod tests;
