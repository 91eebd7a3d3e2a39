//! Ballots as sums, and what of a session they take the place of.

use super::error::VotesError;
use super::known::{Marks, Relation};
use super::survey::Survey;
use crate::framework::Framework;
use crate::session::{Comment, Edit, Import, LONGEST_TEXT, Poll, Session};
use crate::words::day_and_time;
use jiff::Timestamp;
use jiff::tz::TimeZone;

#[derive(Debug)]
pub(super) struct Counted {
    pub(super) import: Import,
    marks: Marks,
    polls: Vec<Poll>,
}

/// What a person said of imports that may hold the same people.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Said {
    pub(crate) replace: bool,
    pub(crate) add: bool,
}

pub(super) fn counted(
    survey: &Survey,
    session: &Session,
    framework: &Framework,
    now: Timestamp,
) -> Result<Counted, VotesError> {
    let marks = Marks::of(survey);
    let fingerprint = marks.fingerprint();
    let mut import = Import {
        at: now,
        people: fingerprint.people,
        files: marks.files.clone(),
        known: vec![fingerprint],
        comments: survey
            .comments
            .iter()
            .map(|(on, text)| Comment { on: on.clone(), text: text.chars().take(LONGEST_TEXT).collect() })
            .collect(),
        ..Import::default()
    };
    // Their order tells who came when, and so which of them are one person's.
    import.comments.sort_by(|one, other| (&one.on, &one.text).cmp(&(&other.on, &other.text)));
    let mut polls = Vec::new();
    for step in &survey.steps() {
        let Some(mut poll) = Poll::open(framework, session, step) else { continue };
        for ballot in &survey.ballots {
            let votes = ballot.votes.values().filter(|(of, _)| of == step);
            for (_, key) in votes {
                poll.ballots_mut().ask(ballot.voters.clone());
                let cast = poll.ballots_mut().press(*key, true).unwrap_or(Ok(()));
                cast.map_err(|why| VotesError::NotTaken { item: poll.title(), why: why.to_string() })?;
            }
        }
        poll.add_to(&mut import);
        polls.push(poll);
    }
    Ok(Counted { import, marks, polls })
}

impl Counted {
    /// The imports whose place it takes, by their number in the list.
    pub(super) fn replaces(&self, session: &Session, said: Said) -> Result<Vec<usize>, VotesError> {
        let mut replaced = Vec::new();
        for (place, before) in session.imports.iter().enumerate().filter(|_| !said.add) {
            let date = || day_and_time(&before.at.to_zoned(TimeZone::system()));
            match self.marks.relation(&self.import, before) {
                Relation::Other => {}
                Relation::Same => return Err(VotesError::CameInAlready(date())),
                Relation::Longer | Relation::Perhaps if before.in_room => {
                    return Err(VotesError::CameInAlready(date()));
                }
                Relation::Perhaps if !said.replace => return Err(VotesError::PerhapsTheSame(date())),
                Relation::Longer | Relation::Perhaps => replaced.push(place),
            }
        }
        Ok(replaced)
    }

    /// Puts it into a session: as a survey, hidden until the room has spoken, or as what the room voted on paper.
    pub(super) fn put(
        &self,
        session: &mut Session,
        replaced: &[usize],
        in_room: bool,
    ) -> Result<Option<Edit>, VotesError> {
        let (mut imports, mut import) = (session.imports.clone(), self.import.clone());
        for place in replaced.iter().rev() {
            // A shorter export that comes again is in this one.
            let before = imports.remove(*place);
            import.known.extend(&before.known);
            import.files.extend(&before.files);
            import.replaced.insert(0, before);
        }
        if in_room {
            import.in_room = true;
            for poll in &self.polls {
                let revealed = poll.may_open(session).and_then(|()| poll.reveal(session, import.at));
                revealed.map_err(|why| VotesError::NotTaken { item: poll.title(), why: why.to_string() })?;
            }
        }
        imports.push(import);
        Ok(session.import(imports)?)
    }
}
