//! Looking back before a session is finished: what is left open, and all that is written and goes into a paper.

use super::{Body, Column, Frame, List, Row, Span, Text, Tone, View};
use crate::analysis::{LooseEnd, Written};
use crate::app::{App, LookBack};
use crate::framework::Id;
use crate::words::{self, at_level, count, names};

const ABOVE: &str = "Put right what the room wants to; F4 finishes.";
const NOTHING: &str = "Nothing is left open, and nothing is written. F4 finishes.";

pub(super) fn page(app: &App, page: LookBack) -> Option<View<'_>> {
    let session = &app.cx.workshop.as_ref()?.session;
    let all = app.cx.loose_ends();
    let name = |id: &Id| names(&app.cx.framework, [id]);
    let (mut rows, mut part) = (Vec::new(), "");
    for end in &all {
        let (heading, kind, text) = match end {
            LooseEnd::Parked(id) => ("LEFT OPEN", "Parked", name(id)),
            LooseEnd::NotDiscussed(id, many) => {
                let items = count(*many, "item", "items");
                ("LEFT OPEN", "Not discussed", format!("{items}, the first: {}", name(id)))
            }
            LooseEnd::NoAction(id) => ("LEFT OPEN", "Red, no action", name(id)),
            LooseEnd::NoDate(number) => {
                let what = session.action(*number).map_or("", |action| words::what(action));
                ("LEFT OPEN", "No date", format!("Action {number}: {what}"))
            }
            LooseEnd::Comment(on, text) => {
                let title = app.cx.framework.stages.iter().find(|stage| Some(&stage.id) == on.as_ref());
                let on = title.map_or_else(String::new, |stage| format!("{}: ", stage.label));
                ("GOES INTO A PAPER", words::FROM_THE_SURVEY.text(), format!("{on}{}", one_line(text)))
            }
            LooseEnd::Written(id, written, text) => {
                let (kind, level) = match written {
                    Written::Note => ("Note", None),
                    Written::LowView(level) => ("View, low end", *level),
                    Written::HighView(level) => ("View, high end", *level),
                    Written::Statement(_) | Written::Dissent => ("Statement", None),
                };
                ("GOES INTO A PAPER", kind, format!("{}{}: {}", name(id), at_level(level), one_line(text)))
            }
        };
        let begins = std::mem::replace(&mut part, heading) != heading;
        let heading = if begins { heading.to_owned() } else { String::new() };
        let cells = vec![Span::new(kind, Tone::Accent), Span::new(text, Tone::Text)];
        rows.push(Row { key: rows.len().to_string(), cells, heading, ..Row::default() });
    }
    let list = List {
        above: Text::of(ABOVE, Tone::Muted),
        columns: vec![Column::new(16), Column::wrapped()],
        marked: page.line.min(rows.len().saturating_sub(1)),
        rows,
        empty: Text::of(NOTHING, Tone::Text),
        ..List::default()
    };
    let frame = Frame::new(app, "BEFORE YOU FINISH", count(all.len(), "line", "lines"));
    Some(View::new("look back", frame, Body::List(list)).asking("Before you finish", ""))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
