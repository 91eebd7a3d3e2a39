//! The heat map as a picture for slides: 1600 by 900, every cell with its words, its dots and its colour.
//!
//! Made of the paper's own map, so that both say the same. Its letters are fonts that every computer has.

use super::compose;
use super::document::{Cell, Line};
use super::model::Model;
use crate::words::paper::tables::{HEAT_MAP, ON_HEAT_MAP};
use maud::{Markup, html};

const WIDTH: f64 = 1600.0;
const HEIGHT: f64 = 900.0;
/// Below the title, above the source.
const TOP: f64 = 84.0;
const BOTTOM: f64 = 868.0;
const LEFT: f64 = 24.0;
/// For the name of a row.
const NAME: f64 = 150.0;
/// Letters in a line of a cell, about as wide as it.
const LETTERS: usize = 16;

pub(super) fn svg(report: &Model) -> String {
    let rows = compose::heat_map(report).map(|table| table.rows).unwrap_or_default();
    let widest = rows.iter().map(Vec::len).max().unwrap_or(1).saturating_sub(1).max(1);
    let (width, height) = ((WIDTH - 2.0 * LEFT - NAME) / count(widest), (BOTTOM - TOP) / count(rows.len().max(1)));
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } width=(WIDTH) height=(HEIGHT)
            role="img" aria-labelledby="title words" font-family="Arial,sans-serif" font-size="17" {
            title id="title" { (HEAT_MAP) ": " (report.about.title) }
            desc id="words" { (ON_HEAT_MAP) }
            rect width=(WIDTH) height=(HEIGHT) fill="#FFFFFF" {}
            text x=(LEFT) y="50" font-size="30" font-weight="bold" { (short(&report.about.title, 80)) }
            @for (row, y) in rows.iter().zip((0..).map(|row| TOP + height * f64::from(row))) {
                @if let Some((name, cells)) = row.split_first() {
                    text x=(LEFT) y=(y + 28.0) font-size="20" font-weight="bold" { (text(name)) }
                    @for (one, x) in cells.iter().zip((0..).map(|column| LEFT + NAME + width * f64::from(column))) {
                        @if !one.lines.is_empty() { (cell(one, (x, y), (width - 6.0, height - 6.0))) }
                    }
                }
            }
            text x=(LEFT) y="890" font-size="13" { (short(&report.framework.citation, 220)) }
        }
    };
    format!("{}\n", picture.into_string())
}

/// A cell: its item, its dots, how it stands.
fn cell(cell: &Cell, (x, y): (f64, f64), (width, height): (f64, f64)) -> Markup {
    let (fill, ink) = match cell.tone.colors() {
        ("", _) => ("FFFFFF", "000000"),
        colors => colors,
    };
    let dashes = cell.tone.dashes();
    let named = cell.lines.first().map(|line| (line, "normal"));
    let stands = cell.lines.iter().skip(1).map(|line| (line, "bold"));
    let words = named.into_iter().chain(stands);
    let lines = words.flat_map(|(line, weight)| wrapped(line).into_iter().map(move |line| (line, weight)));
    let lines: Vec<(String, &str)> = lines.chain(cell.pips_drawn().map(|pips| (pips, "normal"))).take(4).collect();
    html! {
        rect x=(x) y=(y) width=(width) height=(height) fill={ "#" (fill) } stroke=(if dashes.is_some() { "#000000" } else { "#767676" })
            stroke-width=(if dashes.is_some() { 4 } else { 1 }) stroke-dasharray=[dashes] {}
        @for ((line, weight), down) in lines.iter().zip((0..).map(|line| y + 20.0 + 18.0 * f64::from(line))) {
            text x=(x + 8.0) y=(down) fill={ "#" (ink) } font-weight=(weight) { (line) }
        }
    }
}

fn text(cell: &Cell) -> String {
    cell.lines.iter().flat_map(|line| [line.lead.clone(), line.text.clone()]).collect()
}

/// A line in as many lines as it takes.
fn wrapped(line: &Line) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in format!("{}{}", line.lead, line.text).split_whitespace() {
        match lines.last_mut() {
            Some(last) if last.chars().count() + 1 + word.chars().count() <= LETTERS => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(short(word, LETTERS)),
        }
    }
    lines
}

fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most { text.to_owned() } else { text.chars().take(most).collect() }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
