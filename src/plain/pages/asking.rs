//! Questions and choices in words: closing, finishing, restoring, deleting, a report.
//!
//! The safe answer is an empty line.

use crate::plain::render;
use crate::plain::transcript::{Fact, Transcript};
use crate::view::{Confirm, List, View};
use crate::words::{EXPORT_LINES, GOES_WITH_IT};

pub(super) fn confirm(asked: &Confirm) -> Transcript {
    let headed = |about: &str, head: &str, lines: &[String]| {
        let head = (!lines.is_empty()).then(|| head.to_owned());
        Fact::lines(about, head.into_iter().chain(lines.iter().cloned()).collect())
    };
    let facts = vec![headed("goes", GOES_WITH_IT, &asked.goes), headed("stays", "These stay:", &asked.stays)];
    let prompt = if asked.place == "close" { "Close" } else { "Sure" };
    let heading = vec![render::question(asked)];
    Transcript { place: asked.place.clone(), heading, facts, prompt: prompt.into(), ..Transcript::default() }
}

pub(super) fn export(view: &View, list: &List) -> Transcript {
    let mut told = render::list(view);
    told.heading.truncate(2);
    told.heading.push(EXPORT_LINES.into());
    // Names and folder are not numbered: they are words to write.
    let rows = list.rows.iter().enumerate().map(|(place, row)| {
        let number = if row.chosen.is_some() { format!("{}. ", place + 1) } else { String::new() };
        (row.key.clone(), render::row(&number, row))
    });
    told.facts = render::rows(list, rows);
    // No full stop behind a path: it would be taken for a part of it.
    let written = if list.rows.is_empty() { list.empty.sentences() } else { Vec::new() };
    let written = written.into_iter().map(|line| line.trim_end_matches('.').to_owned()).collect();
    told.facts.push(Fact::lines("written", written));
    told
}
