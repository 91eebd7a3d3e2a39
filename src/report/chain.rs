//! The blank chain: the grid of the heat map without anything in it, to pin up and to fill in by hand.
//!
//! It says nothing of any session.

use super::page::{escape, page};
use crate::framework::{Framework, GridRow};
use std::fmt::Write;

/// The whole chain as one landscape page: a row for each stage, then assumptions and risks, a cell for each item.
#[must_use]
pub fn chain(framework: &Framework) -> String {
    let widest = framework.rows().map(|row| row.len()).max().unwrap_or(1);
    let mut body = String::from("<table class=\"chain\">\n<thead><tr><th scope=\"col\">Stage</th>");
    // Writing to a String cannot fail.
    for place in 1..=widest {
        let _ = write!(body, "<th scope=\"col\">{place}</th>");
    }
    body.push_str("</tr></thead>\n<tbody>\n");
    for row in framework.rows() {
        let (name, cells) = named(row);
        let _ = write!(body, "<tr><th scope=\"row\">{}</th>", escape(name));
        for (id, label) in &cells {
            let _ = write!(body, "<td>{} {}</td>", escape(id), escape(label));
        }
        let empty = "<td class=\"none\"></td>".repeat(widest.saturating_sub(cells.len()));
        let _ = writeln!(body, "{empty}</tr>");
    }
    let _ = writeln!(body, "</tbody>\n</table>\n<p>{}</p>", escape(&framework.source.citation));
    page(&framework.language, &framework.title, &format!("<div class=\"wide\">\n{body}</div>\n"))
}

/// A row's name and its items, by id and label.
fn named(row: GridRow<'_>) -> (&str, Vec<(&str, &str)>) {
    match row {
        GridRow::Stage(stage) => {
            (&stage.title, stage.features.iter().map(|one| (one.id.as_str(), one.label.as_str())).collect())
        }
        GridRow::Assumptions(all) => {
            ("Assumptions", all.iter().map(|one| (one.id.as_str(), one.label.as_str())).collect())
        }
        GridRow::Risks(all) => ("Risks", all.iter().map(|one| (one.id.as_str(), one.label.as_str())).collect()),
    }
}
