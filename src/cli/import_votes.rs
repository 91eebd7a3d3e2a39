//! `plenary import-votes`: a survey or paper ballots, one line a person, as what was said before the workshop.
//!
//! It shows what was understood, asks, and saves; what ballots say is the import's own business.

use super::args::ImportVotes;
use super::error::Failure;
use super::frameworks::text_of;
use super::versions::lock;
use super::{absolute, answer as typed, print};
use crate::framework::Framework;
use crate::import::{Incoming, Mapping, Said, Source, VotesError};
use crate::session::Session;
use crate::store::{self, Head, Home, RealFiles, write_export};
use crate::terminal::{can_ask, clean_line, votes_in};
use crate::words::{
    ADD_OTHERS, NOTHING_TAKEN, REPLACE_OR_ADD, TYPE_REPLACE_OR_ADD, TYPE_YES_TO_TAKE, import_taken_back,
};
use jiff::Timestamp;
use std::path::Path;

pub(super) fn import(home: &Home, framework: &Framework, asked: &ImportVotes) -> Result<(), Failure> {
    let session = absolute(&asked.session)?;
    let sources = votes_in(&asked.files).map_err(Failure::new)?;
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
    let incoming = Incoming::read(sources, (session, framework), (mapping, &asked.sheets), now)
        .map_err(|(file, problem)| Failure::NotImported { file, problem })?;
    print(|out| {
        incoming.preview().into_iter().try_for_each(|(title, lines)| {
            let indent = if title.is_empty() { Ok("") } else { writeln!(out, "{title}").map(|()| "  ") }?;
            lines.iter().try_for_each(|line| writeln!(out, "{indent}{}", clean_line(line)))
        })
    })?;
    let asks = !asked.yes && !asked.dry_run && can_ask();
    let mut said = Said { replace: asked.replace, add: asked.add };
    if asks && let Err(problem @ VotesError::PerhapsTheSame(_)) = incoming.replaces(session, said) {
        print(|out| write!(out, "{}\n{TYPE_REPLACE_OR_ADD}", with_advice(&problem)))?;
        let answer = typed()?;
        said = Said { replace: answer == "replace", add: answer == "add" };
    }
    let replaced = incoming.replaces(session, said).map_err(refused)?;
    let (_, done) = incoming.put(session, &replaced, asked.in_room).map_err(refused)?;
    if asks {
        print(|out| write!(out, "{TYPE_YES_TO_TAKE}"))?;
        if typed()? != "yes" {
            return Ok(None);
        }
    } else if !asked.yes && !asked.dry_run && !incoming.is_sure() {
        return Err(Failure::NotSure(first.to_owned()));
    }
    incoming.learn(mapping);
    Ok((!asked.dry_run).then_some(done))
}

fn not_imported(file: &Path, problem: &VotesError) -> Failure {
    Failure::NotImported { file: file.to_owned(), problem: with_advice(problem) }
}

/// What is wrong, with the arguments by which it is put right.
fn with_advice(problem: &VotesError) -> String {
    let advice = match problem {
        VotesError::CameInAlready(_) => ADD_OTHERS,
        VotesError::PerhapsTheSame(_) => REPLACE_OR_ADD,
        _ => "",
    };
    format!("{problem}{advice}")
}

/// The mapping in a file; an empty one where it is not there yet.
fn mapping_of(file: Option<&Path>) -> Result<Mapping, Failure> {
    let Some(file) = file.filter(|file| file.exists()) else { return Ok(Mapping::default()) };
    Mapping::read(file, &text_of(file)?).map_err(|problem| not_imported(file, &problem))
}
