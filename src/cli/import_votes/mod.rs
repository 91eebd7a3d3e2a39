//! `plenary import-votes`: paper ballots or a survey, one line a person, as one round on each item they voted on.
//!
//! All of what came in is taken or nothing; which line was whose is not kept, only sums by sector and level.

mod answer;
mod csv;
mod error;
mod headings;
mod mapping;
mod names;
mod people;
mod shown;
mod source;
mod survey;
pub(super) mod table;
mod workbook;

use super::args::ImportVotes;
use super::error::Failure;
use super::frameworks::text_of;
use super::versions::lock;
use super::{absolute, answer as typed, print};
use crate::framework::Framework;
use crate::session::{Poll, Session};
use crate::store::{self, Head, Home, RealFiles, write_export};
use crate::terminal::can_ask;
use crate::words::{NOTHING_TAKEN, TYPE_YES_TO_TAKE, votes_taken_in};
use error::VotesError;
use headings::Finder;
use jiff::Timestamp;
use mapping::Mapping;
use names::Names;
pub(super) use source::sheets_of;
use std::path::Path;
use survey::{Reader, Survey};

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
    let names = Names::of(framework);
    let finder = Finder { framework, names: &names, mapping: &mapping };
    let reader = Reader { finder, framework, register: &opened.session.register, mapping: &mapping };
    let survey = reader.read(&sources).map_err(|(place, problem)| not_imported(&sources[place].path, &problem))?;
    let mut changed = opened.session.clone();
    let taken = take_in(&survey, &mut changed, framework, now);
    let rounds = taken.map_err(|problem| not_imported(&sources[0].path, &problem))?;
    print(|out| shown::show(out, &survey))?;
    if asked.dry_run {
        return print(|out| writeln!(out, "{NOTHING_TAKEN}"));
    }
    if !asked.yes && can_ask() {
        print(|out| write!(out, "{TYPE_YES_TO_TAKE}"))?;
        if typed()? != "yes" {
            return print(|out| writeln!(out, "{NOTHING_TAKEN}"));
        }
    } else if !asked.yes && !survey.is_sure() {
        return Err(Failure::NotSure(sources[0].path.clone()));
    }
    changed.count_change();
    let head = Head::of(&changed, framework, now);
    let text = store::encode(&changed, &head).map_err(Failure::VotesNotSaved)?;
    store::save_expected(&files, &session, text.as_bytes(), &mut opened.expected).map_err(Failure::VotesNotSaved)?;
    if let Some(file) = &asked.map {
        shown::learn(&survey, &mut mapping);
        write_export(&files, home, &absolute(file)?, mapping.written().as_bytes(), true)?;
    }
    print(|out| writeln!(out, "{}", votes_taken_in(survey.ballots.len(), rounds)))
}

fn not_imported(file: &Path, problem: &VotesError) -> Failure {
    Failure::NotImported { file: file.to_owned(), problem: problem.to_string() }
}

/// The mapping in a file; an empty one where it is not there yet.
fn mapping_of(file: Option<&Path>) -> Result<Mapping, Failure> {
    let Some(file) = file.filter(|file| file.exists()) else { return Ok(Mapping::default()) };
    Mapping::read(file, &text_of(file)?).map_err(|problem| not_imported(file, &problem))
}

/// Adds a round for each item that was voted on; gives how many there are.
fn take_in(survey: &Survey, session: &mut Session, framework: &Framework, now: Timestamp) -> Result<usize, VotesError> {
    let steps = survey.steps();
    for step in &steps {
        let Some(mut poll) = Poll::open(framework, session, step) else { continue };
        let item = poll.title();
        let refused = |why: String| VotesError::NotTaken { item: item.clone(), why };
        for ballot in &survey.ballots {
            let votes = ballot.votes.values().filter(|(of, _)| of == step);
            for (_, key) in votes {
                poll.ballots_mut().ask(ballot.voters.clone());
                let cast = poll.ballots_mut().press(*key, true);
                cast.unwrap_or(Ok(())).map_err(|why| refused(why.to_string()))?;
            }
        }
        poll.may_open(session).and_then(|()| poll.reveal(session, now)).map_err(|why| refused(why.to_string()))?;
    }
    Ok(steps.len())
}

#[cfg(test)]
mod tests;
