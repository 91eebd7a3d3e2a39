//! Finishing a session and reopening it.
//!
//! The only change that a finished session allows is to be reopened.

use super::{Changed, Edit, Part, Session, Status};

impl Session {
    /// Closes the session: from now on it refuses changes.
    pub(crate) fn finish(&mut self) -> Changed {
        if self.status == Status::Finished {
            return Ok(None);
        }
        self.change("finished", Part::Status(Status::Finished))
    }

    /// Opens a finished session again.
    pub(crate) fn reopen(&mut self) -> Changed {
        if self.status == Status::InProgress {
            return Ok(None);
        }
        let before = self.put(Part::Status(Status::InProgress));
        Ok(Some(Edit { sentence: "reopened".into(), before }))
    }
}
