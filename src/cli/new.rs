//! `plenary new`: the file of a new session, made at once.
//!
//! It opens nothing.

use super::args::New;
use super::error::Failure;
use crate::analysis::follow_up;
use crate::framework::Framework;
use crate::session::{About, Session};
use crate::store::{self, Home, RealFiles};
use jiff::{Timestamp, Zoned};
use std::path::{Path, PathBuf};

pub(super) fn create(home: &Home, framework: &Framework, new: &New) -> Result<PathBuf, Failure> {
    create_as(home, framework, new, false)
}

/// The same, of a workshop or of a check-in.
pub(super) fn create_as(home: &Home, framework: &Framework, new: &New, check_in: bool) -> Result<PathBuf, Failure> {
    let now = Zoned::now();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let (id, begun) = (store::new_id()?, to_the_second(now.timestamp()));
    let mut session = match &new.from {
        Some(file) => follow_up(framework, &earlier(file, framework)?, id, begun),
        None => Session::new(framework, id, begun),
    };
    session.about = About {
        partnership: new.partnership.clone().unwrap_or(session.about.partnership),
        date: Some(new.date.unwrap_or_else(|| now.date())),
        purpose: text(&new.purpose),
        venue: text(&new.venue),
        facilitator: text(&new.facilitator),
        table: text(&new.table),
    };
    session.register = new.people.clone().unwrap_or(session.register);
    session.check_in = check_in;
    session.has_room().map_err(Failure::NotMade)?;
    session.rev = 1;
    Ok(store::create(&RealFiles, home, &session, framework, now.timestamp())?)
}

/// The session to follow up, which must be of the framework in use.
fn earlier(file: &Path, framework: &Framework) -> Result<Session, Failure> {
    let session = store::open(file)?.session;
    session.check_framework(framework)?;
    Ok(session)
}

/// Nobody reads fractions of a second in a file.
fn to_the_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
