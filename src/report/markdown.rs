//! A paper in lines: as Markdown that any `CommonMark` reader shows the same, or as plain text for a terminal.
//!
//! Markdown has headings, lists and paragraphs, no raw HTML, and no tables, which are an extension; whatever somebody
//! typed is escaped, so that nothing in it becomes markup. Plain text has the same lines without the signs.

use super::document::{Block, Cell, Document, Line, Table};
use crate::words::commas;
use std::fmt::Write;

pub(super) fn markdown(document: &Document) -> String {
    written(document, false)
}

/// A paper as plain text, for a terminal, a pipe or a screen reader.
pub(super) fn plain(document: &Document) -> String {
    written(document, true)
}

fn written(document: &Document, plain: bool) -> String {
    let mut to = Lines { out: String::new(), plain, headed: false };
    let (title, subtitle) = (to.inline(&document.title), to.inline(&document.subtitle));
    let _ = writeln!(to.out, "{}{title}\n{}{subtitle}", if plain { "" } else { "# " }, to.gap());
    if !document.head.is_empty() {
        to.block(&Block::List(document.head.clone()));
    }
    to.blocks(&document.blocks);
    to.out
}

struct Lines {
    out: String,
    plain: bool,
    /// Whether a heading says already what a table that comes next is.
    headed: bool,
}

// Writing to a String cannot fail.
impl Lines {
    /// Markdown parts its blocks by empty lines; plain text only its headings.
    fn gap(&self) -> &'static str {
        if self.plain { "" } else { "\n" }
    }

    /// What stands before the further lines of a paragraph: in plain text none of them looks like a line of its own.
    fn further(&self) -> &'static str {
        if self.plain { "  " } else { "" }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            self.headed = matches!(block, Block::Heading(..) | Block::Part(..))
                || (self.headed && matches!(block, Block::Text(_)));
        }
    }

    fn block(&mut self, block: &Block) {
        let gap = self.gap();
        match block {
            Block::Heading(level, text) => {
                let signs = if self.plain { String::new() } else { format!("{} ", "#".repeat(usize::from(*level))) };
                let text = self.inline(text);
                let _ = writeln!(self.out, "\n{signs}{text}");
            }
            Block::Text(text) => {
                let text = self.lines(text, self.further());
                let _ = writeln!(self.out, "{gap}{text}");
            }
            Block::Caution(text) => {
                let (note, text) = (self.strong(tr!("Note:")), self.lines(text, self.further()));
                let _ = writeln!(self.out, "{gap}{note} {text}");
            }
            Block::List(points) => {
                self.out.push_str(gap);
                for point in points {
                    let point = self.line(point, "  ");
                    let _ = writeln!(self.out, "- {point}");
                }
            }
            Block::Part(number, text) => {
                let text = self.inline(text);
                let _ = writeln!(self.out, "\n{}{number}. {text}", if self.plain { "" } else { "## " });
            }
            Block::Numbered([part, number], line, points) => {
                let line = self.line(line, self.further());
                let _ = writeln!(self.out, "{gap}{part}.{number} {line}");
                if !points.is_empty() {
                    self.block(&Block::List(points.clone()));
                }
            }
            Block::Table(one) => self.table(one),
            Block::Wide(inner) => self.blocks(inner),
            // Its numbers stand in the text.
            Block::Chart(_) => {}
        }
    }

    /// A table as a list: a point for each row, its other cells as points below.
    fn table(&mut self, table: &Table) {
        let (gap, caption) = (self.gap(), self.inline(&table.caption));
        if !(self.plain && self.headed) {
            let caption = self.strong(&caption);
            let _ = write!(self.out, "\n{caption}\n{gap}");
        }
        for row in &table.rows {
            let mut cells = table.columns.iter().zip(row);
            let Some((_, first)) = cells.next() else { continue };
            // What is said of the row beside its name is a point of its own.
            let mut lines = first.lines.clone();
            let named = lines.iter().skip(1).position(|one| !one.lead.is_empty()).map_or(lines.len(), |at| at + 1);
            let sides = lines.split_off(named);
            let first = self.joined(&Cell::lines(lines), "  ");
            let _ = writeln!(self.out, "- {first}");
            for side in sides {
                let side = self.line(&side, "    ");
                let _ = writeln!(self.out, "  - {side}");
            }
            for ((name, _), cell) in cells {
                let name = if table.summary.is_empty() { format!("{}: ", self.inline(name)) } else { String::new() };
                let said: Vec<&Line> = cell.lines.iter().filter(|one| !is_empty(one)).collect();
                match said[..] {
                    [] => {}
                    [only] if !only.text.contains('\n') => {
                        let only = self.line(only, "    ");
                        let _ = writeln!(self.out, "  - {name}{only}");
                    }
                    _ if said.iter().all(|one| one.text.len() < 40 && !one.text.contains('\n')) => {
                        let joined = self.joined(cell, "    ");
                        let _ = writeln!(self.out, "  - {name}{joined}");
                    }
                    _ => {
                        let _ = writeln!(self.out, "  - {}:", name.trim_end_matches(": "));
                        for one in said {
                            let one = self.line(one, "      ");
                            let _ = writeln!(self.out, "    - {one}");
                        }
                    }
                }
            }
        }
    }

    fn joined(&self, cell: &Cell, indent: &str) -> String {
        commas(cell.lines.iter().filter(|one| !is_empty(one)).map(|one| self.line(one, indent)))
    }

    fn line(&self, one: &Line, indent: &str) -> String {
        let lead = self.inline(&one.lead);
        match (lead.is_empty(), one.text.is_empty()) {
            (true, _) => self.lines(&one.text, indent),
            (false, true) => self.strong(&lead),
            (false, false) => format!("{} {}", self.strong(&lead), self.lines(&one.text, indent)),
        }
    }

    fn strong(&self, text: &str) -> String {
        if self.plain { text.to_owned() } else { format!("**{text}**") }
    }

    /// A text of several lines: hard line ends, each line at the same indent, empty ones left out.
    fn lines(&self, text: &str, indent: &str) -> String {
        let lines: Vec<String> = text.lines().map(|line| self.inline(line)).filter(|line| !line.is_empty()).collect();
        lines.join(&format!("{}\n{indent}", if self.plain { "" } else { "\\" }))
    }

    fn inline(&self, text: &str) -> String {
        let text = text.replace('\n', " ");
        if self.plain { text.trim().to_owned() } else { escaped(text.trim()) }
    }
}

fn is_empty(line: &Line) -> bool {
    line.lead.is_empty() && line.text.is_empty()
}

/// One line in which nothing is markup, wherever on a line it may stand.
fn escaped(text: &str) -> String {
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
