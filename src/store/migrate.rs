//! Older sessions in the present format: one step from each format to the next.
//!
//! Steps are pure. A session is migrated in memory only; its file stays as it is until something changes, and then a
//! copy of it is among the backups.

use crate::session::{FORMAT, Session};

/// What each step does, from format 1 on: the first makes 2 of 1, the second 3 of 2.
const STEPS: [fn(&mut Session); FORMAT as usize - 1] =
    [add_what_follows_the_chain, add_votes_on_assumptions, add_drafts_and_tables];

/// Takes a session that was read from a file of an older format to the present one.
pub(super) fn migrate(session: &mut Session, found: u32) {
    let done = usize::try_from(found).unwrap_or(usize::MAX).saturating_sub(1);
    STEPS.iter().skip(done).for_each(|step| step(session));
}

/// Format 2 only has more fields, and what is not there was not said. So a session of format 1 is one of format 2 in
/// which nobody voted or dissented and the room stopped after the chain.
fn add_what_follows_the_chain(session: &mut Session) {
    session.format = 2;
}

/// Format 3 only has one more field: nobody voted on an assumption before.
fn add_votes_on_assumptions(session: &mut Session) {
    session.format = 3;
}

/// Format 4 only has more fields: nothing half typed was kept before, and no session said that it was a table's.
fn add_drafts_and_tables(session: &mut Session) {
    session.format = 4;
}
