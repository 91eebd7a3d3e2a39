//! `plenary new`: the file of a new session, made at once.
//!
//! It opens nothing.

use super::args::New;
use super::failure::Failure;
use crate::framework::Framework;
use crate::session::{About, Session};
use crate::store::{self, Home, RealFiles};
use jiff::{Timestamp, Zoned};
use std::path::PathBuf;

/// Makes the session and its file.
pub(super) fn create(home: &Home, framework: &Framework, new: &New) -> Result<PathBuf, Failure> {
    let now = Zoned::now();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut session = Session::new(framework, store::new_id()?, to_the_second(now.timestamp()));
    session.about = About {
        partnership: text(&new.partnership),
        date: Some(new.date.unwrap_or_else(|| now.date())),
        purpose: text(&new.purpose),
        venue: text(&new.venue),
        facilitator: text(&new.facilitator),
    };
    session.register = new.people.clone().unwrap_or_default();
    session.rev = 1;
    Ok(store::create(&RealFiles, home, &session, framework, now.timestamp())?)
}

/// Nobody reads fractions of a second in a file.
fn to_the_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
