//! A paper as Markdown that any `CommonMark` reader shows the same: headings, lists and paragraphs, no raw HTML, no
//! tables, which are an extension.
//!
//! Whatever somebody typed is escaped: nothing in it becomes markup.

use super::paper::{Block, Cell, Line, Paper, Table};
use crate::words::commas;
use std::fmt::Write;

/// A paper as Markdown.
pub(super) fn markdown(paper: &Paper) -> String {
    let mut out = String::new();
    let _ = write!(out, "# {}\n\n{}\n", inline(&paper.title), inline(&paper.subtitle));
    blocks(&mut out, &paper.blocks);
    out
}

// Writing to a String cannot fail.
fn blocks(out: &mut String, blocks_: &[Block]) {
    for block in blocks_ {
        match block {
            Block::Heading(level, text) => {
                let _ = write!(out, "\n{} {}\n", "#".repeat(usize::from(*level)), inline(text));
            }
            Block::Text(text) => {
                let _ = write!(out, "\n{}\n", lines(text, ""));
            }
            Block::Caution(text) => {
                let _ = write!(out, "\n**Note:** {}\n", lines(text, ""));
            }
            Block::List(points) => {
                out.push('\n');
                for point in points {
                    let _ = writeln!(out, "- {}", line(point, "  "));
                }
            }
            Block::Steps(points) => {
                out.push('\n');
                for (number, point) in (1_usize..).zip(points) {
                    let begin = format!("{number}. ");
                    let _ = writeln!(out, "{begin}{}", line(point, &" ".repeat(begin.len())));
                }
            }
            Block::Table(one) => table(out, one),
            Block::Wide(inner) => blocks(out, inner),
            // Its numbers stand in the text.
            Block::Chart(_) => {}
        }
    }
}

/// A table as a list: a point for each row, its other cells as points below.
fn table(out: &mut String, table: &Table) {
    let _ = write!(out, "\n**{}**\n\n", inline(&table.caption));
    for row in &table.rows {
        let mut cells = table.columns.iter().zip(row);
        let Some((_, first)) = cells.next() else { continue };
        let _ = writeln!(out, "- {}", joined(first, "  "));
        for ((name, _), cell) in cells {
            let said: Vec<&Line> = cell.lines.iter().filter(|one| !is_empty(one)).collect();
            match said[..] {
                [] => {}
                [only] if !only.text.contains('\n') => {
                    let _ = writeln!(out, "  - {}: {}", inline(name), line(only, "    "));
                }
                _ if said.iter().all(|one| one.text.len() < 40 && !one.text.contains('\n')) => {
                    let _ = writeln!(out, "  - {}: {}", inline(name), joined(cell, "    "));
                }
                _ => {
                    let _ = writeln!(out, "  - {}:", inline(name));
                    for one in said {
                        let _ = writeln!(out, "    - {}", line(one, "      "));
                    }
                }
            }
        }
    }
}

fn is_empty(line: &Line) -> bool {
    line.lead.is_empty() && line.text.is_empty()
}

fn joined(cell: &Cell, indent: &str) -> String {
    commas(cell.lines.iter().filter(|one| !is_empty(one)).map(|one| line(one, indent)))
}

fn line(one: &Line, indent: &str) -> String {
    let lead = inline(&one.lead);
    match (lead.is_empty(), one.text.is_empty()) {
        (true, _) => lines(&one.text, indent),
        (false, true) => format!("**{lead}**"),
        (false, false) => format!("**{lead}** {}", lines(&one.text, indent)),
    }
}

/// A text of several lines: hard line ends, each line at the same indent, empty ones left out.
fn lines(text: &str, indent: &str) -> String {
    let lines: Vec<String> = text.lines().map(inline).filter(|line| !line.is_empty()).collect();
    lines.join(&format!("\\\n{indent}"))
}

/// One line in which nothing is markup, wherever on a line it may stand.
fn inline(text: &str) -> String {
    let text = text.split('\n').collect::<Vec<_>>().join(" ");
    let text = text.trim();
    let mut safe = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '!' | '$' | '@') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    // What begins a block where it stands first on its line.
    let digits = safe.chars().take_while(char::is_ascii_digit).count();
    let after = safe.as_bytes().get(digits);
    if digits > 0 && matches!(after, Some(b'.' | b')')) {
        safe.insert(digits, '\\');
    } else if safe.starts_with(['#', '+', '-', '=', ':']) {
        safe.insert(0, '\\');
    }
    safe
}
