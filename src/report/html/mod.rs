//! A paper as one HTML page that stands alone: no script, nothing fetched, readable without sight and without colour.
//!
//! Whatever somebody typed is escaped by the templates; the page's own policy forbids everything but its one style.

mod chart;

use super::document::{Block, Cell, Document, Line, Table, Tone};
use crate::catalogue::language;
use crate::words::paper::SKIP;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// How a report looks. The tones are the Daylight theme's. In print browsers drop backgrounds: black on white then, with
/// a thick border in the tone's colour.
const STYLE: &str = include_str!("style.css");

/// The SHA-256 of [`STYLE`] without its line ends, in base 64; a test computes it again.
const STYLE_HASH: &str = "Bk4E5ukwiGC/yVrQPQVOEXIm7N3JUvvE4HL99Tj6FgI=";

pub(super) fn html(document: &Document) -> String {
    let (Document { title, subtitle, head, large, .. }, blocks) = (document, &*document.parts());
    let style = format!("'sha256-{STYLE_HASH}'");
    let policy = [("default-src", "'none'"), ("style-src", &style), ("base-uri", "'none'"), ("form-action", "'none'")];
    let policy = policy.map(|(what, from)| format!("{what} {from}")).join("; ");
    let page = html! {
        (DOCTYPE)
        html lang=(language()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE.lines().collect::<String>())) }
            }
            body class=[large.then_some("large")] {
                a.skip href="#report" { (SKIP) }
                main id="report" tabindex="-1" {
                    h1 { (title) }
                    p.sub { (subtitle) }
                    @if !head.is_empty() {
                        dl.head { @for line in head { dt { (line.lead) } dd { (line.text) } } }
                    }
                    (contents(blocks))
                    (Numbers::default().parts(blocks))
                }
            }
        }
    };
    page.into_string()
}

/// The parts of the paper as links. Headings are numbered in the order in which they will be written.
fn contents(blocks: &[Block]) -> Markup {
    let mut headings = Vec::new();
    collect(blocks, &mut headings);
    html! {
        nav aria-label=(tr!("Contents")) {
            ul {
                @for (number, (level, text)) in (1..).zip(headings) {
                    @if level == 2 { li { a href={ "#part-" (number) } { (text) } } }
                }
            }
        }
    }
}

/// The headings in the order in which they are written.
fn collect(blocks: &[Block], headings: &mut Vec<(u8, String)>) {
    for block in blocks {
        match block {
            Block::Heading(level, text) => headings.push((*level, text.clone())),
            Block::Part(number, text) => headings.push((2, part_title(*number, text))),
            Block::Wide(inner) => collect(inner, headings),
            _ => {}
        }
    }
}

fn part_title(number: usize, text: &str) -> String {
    format!("{number}. {text}")
}

/// How many headings and charts were written: their ids are unique on the page.
#[derive(Default)]
struct Numbers {
    headings: usize,
    charts: usize,
}

impl Numbers {
    /// Blocks in order: from each heading on a section, to the next heading of its level or to what lies on its side.
    fn parts(&mut self, mut blocks: &[Block]) -> Markup {
        let mut parts = Vec::new();
        while let Some((first, rest)) = blocks.split_first() {
            blocks = rest;
            let (level, text) = match first {
                Block::Heading(level, text) => (*level, text.clone()),
                Block::Part(number, text) => (2, part_title(*number, text)),
                other => {
                    parts.push(self.block(other));
                    continue;
                }
            };
            let ends = |block: &Block| match block {
                Block::Heading(next, _) => *next <= level,
                Block::Wide(_) | Block::Part(..) => true,
                _ => false,
            };
            let (inside, after) = rest.split_at(rest.iter().position(ends).unwrap_or(rest.len()));
            blocks = after;
            parts.push(self.section(level, &text, inside));
        }
        html! { @for part in parts { (part) } }
    }

    fn section(&mut self, level: u8, text: &str, inside: &[Block]) -> Markup {
        self.headings += 1;
        let id = format!("part-{}", self.headings);
        html! {
            section {
                @match level {
                    2 => { h2 id=(id) { (text) } }
                    _ => { h3 id=(id) { (text) } }
                }
                (self.parts(inside))
            }
        }
    }

    fn block(&mut self, block: &Block) -> Markup {
        match block {
            Block::Heading(level, text) => self.section(*level, text, &[]),
            Block::Part(number, text) => self.section(2, &part_title(*number, text), &[]),
            Block::Numbered([part, number], line, points) => html! {
                div.n {
                    span.no { (part) "." (number) }
                    div { p { (inline(line)) } @if !points.is_empty() { ul { (items(points)) } } }
                }
            },
            Block::Text(text) => html! { p { (text) } },
            Block::Caution(text) => html! { p.caution { (text) } },
            Block::List(points) => html! { ul { (items(points)) } },
            Block::Table(one) => table(one),
            Block::Chart(one) => {
                self.charts += 1;
                chart::chart(one, self.charts)
            }
            // On their own landscape pages.
            Block::Wide(inner) => html! { div.wide { (self.parts(inner)) } },
        }
    }
}

fn items(points: &[Line]) -> Markup {
    html! { @for point in points { li { (inline(point)) } } }
}

/// Rows with more text than this may be parted between pages.
const TALL: usize = 400;

/// A table; one with a summary is wide and scrolls by itself. On a narrow screen its cells stand below each other, each
/// with the name of its column.
fn table(table: &Table) -> Markup {
    let letters = |row: &[Cell]| row.iter().flat_map(|cell| &cell.lines).map(|line| line.text.len()).sum::<usize>();
    let drawn = html! {
        table {
            caption { (table.caption) }
            thead {
                tr {
                    @for ((name, columns), (_, share)) in table.heads().into_iter().zip(&table.columns) {
                        @if columns > 1 {
                            th scope="colgroup" colspan=(columns) { (name) }
                        } @else {
                            // The style has a class for every second share.
                            th scope="col" class={ "c" ((share / 2 * 2).clamp(6, 80)) } { (name) }
                        }
                    }
                }
            }
            tbody {
                @for row in &table.rows {
                    tr class=[(letters(row) < TALL).then_some("k")] {
                        @for (place, one) in row.iter().enumerate() {
                            (cell(one, (place > 0).then(|| table.columns.get(place).map_or("", |(name, _)| name))))
                        }
                    }
                }
            }
        }
    };
    if table.summary.is_empty() {
        return drawn;
    }
    html! { div.map role="region" aria-label=(table.summary) tabindex="0" { (drawn) } }
}

/// A cell below the name of its column, or one that heads its row.
fn cell(cell: &Cell, column: Option<&str>) -> Markup {
    let lines = html! {
        @for (place, line) in cell.lines.iter().enumerate() {
            span.l {
                (inline(line))
                @if let Some(pips) = cell.pips_drawn().filter(|_| place == 0) { " " span.pips aria-hidden="true" { (pips) } }
            }
        }
    };
    match column {
        None => html! { th scope="row" class=[class(cell.tone)] { (lines) } },
        Some(_) if cell.lines.is_empty() => html! { td.none {} },
        Some(column) => {
            let named = Some(column).filter(|name| !name.is_empty() && cell.pips.is_none());
            html! { td class=[class(cell.tone)] data-c=[named] { (lines) } }
        }
    }
}

fn inline(line: &Line) -> Markup {
    html! {
        @if !line.lead.is_empty() { strong { (line.lead) } }
        @if !line.lead.is_empty() && !line.text.is_empty() { " " }
        @if let Some(language) = &line.language { span lang=(language) { (line.text) } } @else { (line.text) }
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
