//! What was understood of ballots, shown before they are taken in, and kept in a mapping once somebody said yes.

use super::mapping::{Mapping, What};
use super::survey::{Said, Survey};
use crate::terminal::clean_line;
use crate::words::{self, ANSWERS, COLUMNS, NOT_KEPT, TO_CONFIRM, commas};
use std::io::{self, Write};

pub(super) fn show(out: &mut dyn Write, survey: &Survey) -> io::Result<()> {
    for line in &survey.files {
        writeln!(out, "{}", clean_line(line))?;
    }
    let lines = |wanted: &dyn Fn(What, &Said) -> bool| -> Vec<String> {
        let said = survey.said.iter().filter(|((what, _), said)| wanted(*what, said));
        said.map(|((what, _), said)| {
            let times = if *what == What::Heading { 1 } else { said.times };
            words::means(&said.text, &said.meaning, times)
        })
        .collect()
    };
    let is_sure =
        |notes: bool| survey.notes.iter().filter(move |(_, doubt)| *doubt == notes).map(|(note, _)| note.clone());
    let mut doubts = lines(&|_, said| !said.is_sure);
    doubts.extend(is_sure(true));
    let mut answers = lines(&|what, said| said.is_sure && what != What::Heading);
    answers.extend(is_sure(false));
    let never_kept = Vec::from_iter((!survey.never_kept.is_empty()).then(|| commas(&survey.never_kept)));
    for (title, lines) in [
        (COLUMNS, lines(&|what, said| said.is_sure && what == What::Heading)),
        (ANSWERS, answers),
        (NOT_KEPT, never_kept),
        (TO_CONFIRM, doubts),
    ] {
        if !lines.is_empty() {
            writeln!(out, "{title}")?;
        }
        lines.iter().try_for_each(|line| writeln!(out, "  {}", clean_line(line)))?;
    }
    Ok(())
}

/// Keeps in a mapping what was not sure before somebody said yes.
pub(super) fn learn(survey: &Survey, mapping: &mut Mapping) {
    for ((what, _), said) in survey.said.iter().filter(|(_, said)| !said.is_sure) {
        mapping.keep(*what, &said.text, &said.meaning);
    }
}
