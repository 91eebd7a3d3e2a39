//! `plenary print`: ballots, cards, the blank chain and the handout as HTML pages, to the output or into a file.
//!
//! A file that is there already is never written over.

use super::args::Printed;
use super::error::Failure;
use super::{absolute, print};
use crate::framework::Framework;
use crate::report;
use crate::session::Register;
use crate::store::{Home, RealFiles, write_export};
use std::path::Path;

pub(super) fn printed(
    home: &Home,
    what: Printed,
    large: bool,
    framework: &Framework,
    file: Option<&Path>,
) -> Result<(), Failure> {
    let register = Register::default();
    let text = match what {
        Printed::Ballots => report::ballots(framework, &register, large),
        Printed::Cards => report::cards(&register, large),
        Printed::StopCards => report::stop_cards(large),
        Printed::Chain => report::chain(framework, large),
        Printed::Handout => report::handout(framework, large),
    };
    let Some(file) = file else { return print(|out| out.write_all(text.as_bytes())) };
    Ok(write_export(&RealFiles, home, &absolute(file)?, text.as_bytes(), false)?)
}
