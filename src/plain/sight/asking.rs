//! Questions and choices in words: closing, finishing, restoring, deleting, a report.
//!
//! The safe answer is an empty line.

use super::{Fact, Sight};
use crate::app::{Ask, Deletion};
use crate::plain::render;
use crate::view::{Body, Confirm, View};

pub(super) fn close(asked: &Confirm) -> Sight {
    Sight { place: "close".into(), heading: vec![render::question(asked)], prompt: "Close".into(), ..Sight::default() }
}

pub(super) fn ask(asked: &Confirm, ask: &Ask) -> Sight {
    let facts = if let Ask::Delete { deletion, .. } = ask { files(deletion) } else { Vec::new() };
    // One question after the other is a new place each time, so that each is read out.
    let place = match ask {
        Ask::Hear { groups } => format!("ask {}", groups.len()),
        _ => "ask".into(),
    };
    Sight { place, heading: vec![render::question(asked)], facts, prompt: "Sure".into(), ..Sight::default() }
}

/// Everything that goes and everything that stays with a session, a line each: the box has no room for all of them.
fn files(deletion: &Deletion) -> Vec<Fact> {
    let goes = deletion.goes.iter().map(|(kind, path)| format!("{kind}: {}", path.display()));
    let stays = deletion.stays.iter().map(|(path, why)| format!("{}: {why}.", path.display()));
    let headed = |head: &str, lines: Vec<String>| {
        let head = Some(head.to_owned()).filter(|_| !lines.is_empty());
        head.into_iter().chain(lines).collect()
    };
    vec![
        Fact::lines("goes", headed("With it go:", goes.collect())),
        Fact::lines("stays", headed("These stay:", stays.collect())),
    ]
}

pub(super) fn export(view: Option<&View>) -> Sight {
    let mut sight = render::list(view, "Report");
    sight.heading.truncate(2);
    sight
        .heading
        .push("Enter writes it; a number chooses a format or leaves it out; \"names\", \"folder\", \"close\".".into());
    let Some(Body::List(list)) = view.map(|view| &view.body) else { return sight };
    // Names and folder are not numbered: they are words to write.
    let rows = list.rows.iter().enumerate().map(|(place, row)| {
        let number = if row.chosen.is_some() { format!("{}. ", place + 1) } else { String::new() };
        (row.key.clone(), render::row(&number, row))
    });
    sight.facts = render::rows(list, rows);
    // No full stop behind a path: it would be taken for a part of it.
    let written = if list.rows.is_empty() { list.empty.sentences() } else { Vec::new() };
    let written = written.into_iter().map(|line| line.trim_end_matches('.').to_owned()).collect();
    sight.facts.push(Fact::lines("written", written));
    sight
}
