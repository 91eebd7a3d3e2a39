//! Taking in a survey from inside the program: what was understood of its file is shown, then all of it is taken.
//!
//! It is read outside, and nothing of it is in the session before somebody says so; undo takes it back whole.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::text_page::read_on;
use super::{Cx, Overlay};
use crate::import::{Incoming, Said, VotesError};
use crate::words;
use std::sync::Arc;

/// What came in, before it is taken.
#[derive(Clone, Debug)]
pub struct Importing {
    pub(crate) incoming: Arc<Incoming>,
    /// Why it may be in the session already.
    pub(crate) doubt: Option<Doubt>,
    pub(crate) scroll: u16,
}

/// That ballots may be there already, and when they came in, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    Same(String),
    Perhaps(String),
}

impl Importing {
    /// Shows what came in, or says why nothing of it can be taken.
    pub(super) fn show(cx: &Cx, incoming: Incoming) -> Result<Next, String> {
        let Some(session) = cx.session() else { return Ok(Next::Stay) };
        let doubt = match incoming.replaces(session, Said::default()) {
            Ok(_) => None,
            Err(problem @ VotesError::CameInAlready(_)) => Some(Doubt::Same(problem.to_string())),
            Err(problem) => Some(Doubt::Perhaps(problem.to_string())),
        };
        let page = Self { incoming: Arc::new(incoming), doubt, scroll: 0 };
        let said = Said { replace: false, add: page.doubt.is_some() };
        page.taken(cx, said).map(|_| Next::Replace(Overlay::Importing(page)))
    }

    /// What the session's imports become, and what is said of it then.
    fn taken(&self, cx: &Cx, said: Said) -> Result<(Vec<crate::session::Import>, String), String> {
        let mut session = cx.session().cloned().ok_or_else(String::new)?;
        let taken = self.incoming.replaces(&session, said).and_then(|replaced| {
            let (_, done) = self.incoming.put(&mut session, &replaced, false)?;
            Ok(done)
        });
        taken.map(|done| (session.imports, done)).map_err(|problem| words::sentence(&problem.to_string()))
    }

    fn take(&self, cx: &mut Cx, said: Said) -> Next {
        match self.taken(cx, said) {
            Err(problem) => cx.refuse(problem),
            Ok((imports, done)) => {
                if cx.edit(|session, _| session.put_imports(imports)) {
                    cx.say(words::sentence(&done));
                }
                Next::Close
            }
        }
    }
}

impl Page for Importing {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Importing, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match (command, &self.doubt) {
            (Command::Choose, Some(Doubt::Same(problem))) => cx.refuse(words::sentence(problem)),
            (Command::Choose, doubt) => self.take(cx, Said { replace: doubt.is_some(), add: false }),
            (Command::Beside, None) => cx.refuse(words::NOTHING_CAME_BEFORE),
            (Command::Beside, Some(_)) => self.take(cx, Said { replace: false, add: true }),
            _ => read_on(&mut self.scroll, command),
        }
    }

    fn has_wheel(&mut self) -> bool {
        true
    }
}
