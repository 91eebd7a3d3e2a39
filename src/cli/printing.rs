//! `plenary print`: ballots, cards, the blank chain and the handout as HTML pages, to the output or into a file.
//!
//! A file that is there already is never written over.

use super::args::Printed;
use super::failure::Failure;
use super::print;
use crate::framework::Framework;
use crate::report;
use crate::session::Register;
use crate::store::in_words;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

/// Prints what was asked for.
pub(super) fn printed(what: Printed, framework: &Framework, file: Option<&Path>) -> Result<(), Failure> {
    let register = Register::default();
    let text = match what {
        Printed::Ballots => report::ballots(framework, &register),
        Printed::Cards => report::cards(framework, &register),
        Printed::Chain => report::chain(framework),
        Printed::Handout => report::handout(framework),
    };
    let Some(file) = file else { return print(|out| out.write_all(text.as_bytes())) };
    let refused =
        |error: std::io::Error| Failure::new(format!("{} could not be written: {}", file.display(), in_words(&error)));
    let mut made = OpenOptions::new().write(true).create_new(true).open(file).map_err(refused)?;
    made.write_all(text.as_bytes()).and_then(|()| made.sync_all()).map_err(refused)
}
