//! A paper as one HTML page that stands alone: no script, nothing fetched, readable without sight and without colour.
//!
//! Whatever somebody typed is escaped; the page's own policy forbids everything but its one style.

mod chart;
mod style;

use super::page::escape;
use super::paper::{Block, Cell, Line, Paper, Table, Tone};
use std::fmt::Write;
use style::{STYLE, STYLE_HASH};

/// A paper as a page.
pub(super) fn html(paper: &Paper) -> String {
    let mut page = Page { paper, out: String::new(), open: Vec::new(), headings: 0, charts: 0 };
    page.write();
    page.out
}

/// The page while it is written. Writing to a String cannot fail.
struct Page<'paper> {
    paper: &'paper Paper,
    out: String,
    /// The levels of the sections that are open.
    open: Vec<u8>,
    headings: usize,
    charts: usize,
}

impl Page<'_> {
    fn write(&mut self) {
        let Paper { language, title, subtitle, blocks } = self.paper;
        let (language, title, subtitle) = (escape(language), escape(title), escape(subtitle));
        let _ = write!(
            self.out,
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; \
             base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n\
             <main id=\"report\" tabindex=\"-1\">\n<h1>{title}</h1>\n<p class=\"sub\">{subtitle}</p>\n"
        );
        self.contents(blocks);
        self.blocks(blocks);
        self.close(0);
        self.out.push_str("</main>\n</body>\n</html>\n");
    }

    /// The parts of the paper as links. Headings are numbered in the order in which they will be written.
    fn contents(&mut self, blocks: &[Block]) {
        let mut headings = Vec::new();
        collect(blocks, &mut headings);
        self.out.push_str("<nav aria-label=\"Contents\">\n<ul>\n");
        for (number, (_, text)) in (1..).zip(headings).filter(|(_, (level, _)): &(usize, (u8, &str))| *level == 2) {
            let _ = writeln!(self.out, "<li><a href=\"#part-{number}\">{}</a></li>", escape(text));
        }
        self.out.push_str("</ul>\n</nav>\n");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(level, text) => self.heading(*level, text),
                Block::Text(text) => {
                    let _ = writeln!(self.out, "<p>{}</p>", escape(text));
                }
                Block::Caution(text) => {
                    let _ = writeln!(self.out, "<p class=\"caution\">{}</p>", escape(text));
                }
                Block::List(points) => self.list("ul", points),
                Block::Steps(points) => self.list("ol", points),
                Block::Table(table) => self.table(table),
                Block::Chart(one) => {
                    self.charts += 1;
                    self.out.push_str(&chart::chart(one, self.charts));
                }
                Block::Wide(inner) => self.wide(inner),
            }
        }
    }

    /// A section for each heading, closed where the next of its level begins.
    fn heading(&mut self, level: u8, text: &str) {
        self.close(level);
        self.headings += 1;
        let number = self.headings;
        let _ = writeln!(self.out, "<section>\n<h{level} id=\"part-{number}\">{}</h{level}>", escape(text));
        self.open.push(level);
    }

    /// Closes the sections of this level and below.
    fn close(&mut self, level: u8) {
        while self.open.last().is_some_and(|open| *open >= level) {
            self.open.pop();
            self.out.push_str("</section>\n");
        }
    }

    fn list(&mut self, name: &str, points: &[Line]) {
        let _ = writeln!(self.out, "<{name}>");
        for point in points {
            let _ = writeln!(self.out, "<li>{}</li>", inline(point));
        }
        let _ = writeln!(self.out, "</{name}>");
    }

    /// Blocks on their own landscape pages. A wide table scrolls by itself, so that the page does not.
    fn wide(&mut self, inner: &[Block]) {
        self.close(2);
        self.out.push_str("<div class=\"wide\">\n");
        let outer = std::mem::take(&mut self.open);
        for block in inner {
            match block {
                Block::Table(table) if !table.summary.is_empty() => {
                    let label = escape(&table.summary);
                    let _ =
                        writeln!(self.out, "<div class=\"map\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">");
                    self.table(table);
                    self.out.push_str("</div>\n");
                }
                other => self.blocks(std::slice::from_ref(other)),
            }
        }
        self.close(0);
        self.open = outer;
        self.out.push_str("</div>\n");
    }

    fn table(&mut self, table: &Table) {
        let _ = write!(self.out, "<table>\n<caption>{}</caption>\n<thead>\n<tr>", escape(&table.caption));
        for (name, share) in &table.columns {
            // The style has a class for every second share.
            let share = (share / 2 * 2).clamp(6, 60);
            let _ = write!(self.out, "<th scope=\"col\" class=\"c{share}\">{}</th>", escape(name));
        }
        self.out.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.out.push_str("<tr>");
            for (place, cell) in row.iter().enumerate() {
                self.cell(cell, place == 0);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn cell(&mut self, cell: &Cell, heads: bool) {
        let tone = class(cell.tone).map_or(String::new(), |class| format!(" class=\"{class}\""));
        let (begin, end) = if heads { ("<th scope=\"row\"", "</th>") } else { ("<td", "</td>") };
        let _ = write!(self.out, "{begin}{tone}>");
        for line in &cell.lines {
            let _ = write!(self.out, "<span class=\"l\">{}</span>", inline(line));
        }
        self.out.push_str(end);
    }
}

/// The headings in the order in which they are written.
fn collect<'all>(blocks: &'all [Block], headings: &mut Vec<(u8, &'all str)>) {
    for block in blocks {
        match block {
            Block::Heading(level, text) => headings.push((*level, text)),
            Block::Wide(inner) => collect(inner, headings),
            _ => {}
        }
    }
}

fn inline(line: &Line) -> String {
    match (line.lead.is_empty(), line.text.is_empty()) {
        (true, _) => escape(&line.text),
        (false, true) => format!("<strong>{}</strong>", escape(&line.lead)),
        (false, false) => format!("<strong>{}</strong> {}", escape(&line.lead), escape(&line.text)),
    }
}

fn class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Rating(1) => Some("t1"),
        Tone::Rating(2) => Some("t2"),
        Tone::Rating(3) => Some("t3"),
        Tone::Rating(4) => Some("t4"),
        Tone::Rating(_) => Some("t5"),
        Tone::Contested => Some("tx"),
        Tone::Unknown => Some("tq"),
        Tone::Unrated => Some("tn"),
        Tone::Red => Some("red"),
        Tone::Amber => Some("amber"),
        Tone::Green => Some("green"),
    }
}
