//! What was understood of ballots, shown before they are taken in, and kept in a mapping once somebody said yes.

use super::mapping::{Mapping, What};
use super::survey::{Said, Survey};
use crate::words::{self, ANSWERS, COLUMNS, NOT_KEPT, TO_CONFIRM, commas};

/// What was understood: a title, and the lines below it. The first has no title: a line for each file.
pub(super) fn preview(survey: &Survey) -> Vec<(&'static str, Vec<String>)> {
    let lines = |wanted: &dyn Fn(What, &Said) -> bool| -> Vec<String> {
        let said = survey.said.iter().filter(|((what, _), said)| wanted(*what, said));
        said.map(|((what, _), said)| {
            let times = if *what == What::Heading { 1 } else { said.times };
            words::means(&said.text, &said.meaning, times)
        })
        .collect()
    };
    let notes = |doubt: bool| survey.notes.iter().filter(move |(_, is)| *is == doubt).map(|(note, _)| note.clone());
    let mut doubts = lines(&|_, said| !said.is_sure);
    doubts.extend(notes(true));
    let mut answers = lines(&|what, said| said.is_sure && what != What::Heading);
    answers.extend(notes(false));
    let never_kept = Vec::from_iter((!survey.never_kept.is_empty()).then(|| commas(&survey.never_kept)));
    let parts = [
        ("", survey.files.clone()),
        (COLUMNS, lines(&|what, said| said.is_sure && what == What::Heading)),
        (ANSWERS, answers),
        (NOT_KEPT, never_kept),
        (TO_CONFIRM, doubts),
    ];
    parts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

/// Keeps in a mapping what was not sure before somebody said yes.
pub(super) fn learn(survey: &Survey, mapping: &mut Mapping) {
    for ((what, _), said) in survey.said.iter().filter(|(_, said)| !said.is_sure) {
        mapping.keep(*what, &said.text, &said.meaning);
    }
}
