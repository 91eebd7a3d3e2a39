//! Charts as SVG: bars of votes and dumbbells of groups, with their numbers beside the marks.
//!
//! A title and a description say the same in words; no pie and no radar.

use super::super::page::escape;
use super::super::paper::{BarRow, Chart, Dumbbell, Marks};
use std::fmt::Write;

const WIDTH: f64 = 800.0;
/// Where the axis of a dumbbell begins and ends, with room for a group's name at either side.
const AXIS: (f64, f64) = (400.0, 620.0);
/// Names longer than this would run into the marks; the table has them whole.
const LONGEST_NAME: usize = 20;

/// A figure with its drawing; `number` makes its ids unique on the page.
pub(super) fn chart(chart: &Chart, number: usize) -> String {
    let (height, marks) = match &chart.marks {
        Marks::Bars(rows) => bars(rows),
        Marks::Dumbbells(rows) => dumbbells(rows),
    };
    format!(
        "<figure>\n<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"chart-{number} chart-{number}-words\">\n\
         <title id=\"chart-{number}\">{}</title>\n<desc id=\"chart-{number}-words\">{}</desc>\n{marks}</svg>\n\
         <figcaption>{}</figcaption>\n</figure>\n",
        escape(&chart.title),
        escape(&chart.description),
        escape(&chart.title)
    )
}

/// A row for each item and a column for each rating; the longest bar fills its column.
fn bars(rows: &[BarRow]) -> (f64, String) {
    let most = rows.iter().flat_map(|row| row.counts).max().unwrap_or(1).max(1);
    let mut out = String::new();
    let left = |place: f64| 200.0 + place * 120.0;
    for (place, rating) in [0.0, 1.0, 2.0, 3.0, 4.0].into_iter().zip(1..) {
        let _ = writeln!(out, "<text x=\"{}\" y=\"16\">{rating}</text>", left(place));
    }
    let mut top = 24.0;
    for row in rows {
        let _ = writeln!(out, "<text x=\"0\" y=\"{}\">{}</text>", top + 14.0, escape(&short(&row.name, 28)));
        for (place, count) in [0.0, 1.0, 2.0, 3.0, 4.0].into_iter().zip(row.counts) {
            let width = f64::from(count) / f64::from(most) * 85.0;
            let x = left(place);
            let _ = writeln!(
                out,
                "<rect class=\"bar\" x=\"{x}\" y=\"{top}\" width=\"{width:.1}\" height=\"16\"/><text x=\"{:.1}\" y=\"{}\">{count}</text>",
                x + width + 4.0,
                top + 13.0
            );
        }
        top += 24.0;
    }
    (top + 4.0, out)
}

fn dumbbells(rows: &[Dumbbell]) -> (f64, String) {
    let at = |median: f64| AXIS.0 + (median - 1.0) / 4.0 * (AXIS.1 - AXIS.0);
    let mut out = String::new();
    let bottom = f64::from(u32::try_from(rows.len()).unwrap_or(u32::MAX)) * 30.0 + 24.0;
    for (rating, median) in (1..).zip([1.0, 2.0, 3.0, 4.0, 5.0]) {
        let x = at(median);
        let _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"14\" text-anchor=\"middle\">{rating}</text><line class=\"axis\" x1=\"{x}\" y1=\"20\" x2=\"{x}\" y2=\"{bottom}\"/>"
        );
    }
    let mut middle = 38.0;
    for row in rows {
        let (low, high, words) = (at(row.low.1), at(row.high.1), middle + 5.0);
        let _ = writeln!(
            out,
            "<text x=\"0\" y=\"{words}\">{}</text>\
             <text x=\"{}\" y=\"{words}\" text-anchor=\"end\">{} {}</text>\
             <line class=\"join\" x1=\"{low}\" y1=\"{middle}\" x2=\"{high}\" y2=\"{middle}\"/>\
             <circle class=\"low\" cx=\"{low}\" cy=\"{middle}\" r=\"6\"/><circle class=\"high\" cx=\"{high}\" cy=\"{middle}\" r=\"7\"/>\
             <text x=\"{}\" y=\"{words}\">{} {}</text>",
            escape(&short(&row.name, 28)),
            low - 12.0,
            escape(&short(&row.low.0, LONGEST_NAME)),
            row.low.1,
            high + 12.0,
            escape(&short(&row.high.0, LONGEST_NAME)),
            row.high.1
        );
        middle += 30.0;
    }
    (bottom + 6.0, out)
}

fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(3)).collect();
    format!("{}...", cut.trim_end())
}
