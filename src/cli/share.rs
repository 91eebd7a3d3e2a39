//! `plenary share`: a copy of a session to hand on, in a new file.
//!
//! The session itself is only read, and nothing is written over.

use super::compare::opened_with;
use super::error::Failure;
use super::merge::write_new;
use super::print;
use super::report::look_at;
use crate::analysis;
use crate::framework::Framework;
use crate::report::{Choices, Report};
use crate::session::{Action, Session};
use crate::terminal::{clean_line, clean_path, print_error};
use crate::words::{LEFT_OUT_OF_COPY, owners_left_out, owners_stay};
use jiff::Timestamp;
use std::path::Path;

pub(super) fn share(framework: &Framework, file: &Path, out: &Path, owners: bool) -> Result<(), Failure> {
    let shared = analysis::share(&opened_with(framework, file)?, owners);
    write_new(out, &shared.session, framework, Timestamp::now())?;
    if !shared.unnamed.is_empty() {
        print_error(&owners_left_out(&shared.unnamed));
    }
    let who = |action: &Action| [action.owner.clone(), action.support.clone()];
    let mut stay: Vec<String> = shared.session.actions.iter().flat_map(who).filter(|who| !who.is_empty()).collect();
    stay.sort();
    stay.dedup();
    if !stay.is_empty() {
        print_error(&owners_stay(&stay));
    }
    let of = |session: &Session| Report::of(framework, session, Choices { names: true }).check();
    let mut noticed = of(&shared.session);
    if let Some(earlier) = &shared.session.earlier {
        // The actions of last time are in it, too.
        noticed.extend(of(&Session { actions: earlier.actions.clone(), ..shared.session.clone() }));
    }
    look_at(noticed);
    print(|lines| {
        writeln!(lines, "{}", clean_line(LEFT_OUT_OF_COPY))?;
        writeln!(lines, "{}", clean_path(out))
    })
}
