//! Charts as SVG: bars of votes and dumbbells of groups, with their numbers beside the marks.
//!
//! A title and a description say the same in words; no pie and no radar.

use super::super::document::{BarRow, Chart, Dumbbell, Marks};
use maud::{Markup, html};

const WIDTH: f64 = 800.0;
/// Where the axis of a dumbbell begins and ends, with room for a group's name at either side.
const AXIS: (f64, f64) = (270.0, 530.0);
/// Names longer than this would run into the marks; the table has them whole.
const LONGEST_NAME: usize = 20;
/// The five answers as places on a row, from 0.
const PLACES: [f64; 5] = [0.0, 1.0, 2.0, 3.0, 4.0];

/// A figure with its drawing; `number` makes its ids unique on the page.
pub(super) fn chart(chart: &Chart, number: usize) -> Markup {
    let (height, marks) = match &chart.marks {
        Marks::Bars(rows) => bars(rows),
        Marks::Dumbbells(rows) => dumbbells(rows),
    };
    let (title, words) = (format!("chart-{number}"), format!("chart-{number}-words"));
    html! {
        figure {
            svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby={ (title) " " (words) } {
                title id=(title) { (chart.title) }
                desc id=(words) { (chart.description) }
                (marks)
            }
            figcaption { (chart.title) }
        }
    }
}

/// A row for each item and a column for each rating; the longest bar fills its column.
fn bars(rows: &[BarRow]) -> (f64, Markup) {
    let most = rows.iter().flat_map(|row| row.counts).max().unwrap_or(1).max(1);
    let left = |place: f64| 20.0 + place * 158.0;
    let width = |count: u16| f64::from(count) / f64::from(most) * 108.0;
    let top = |row: usize| 52.0 + along(row) * 54.0;
    let marks = html! {
        @for (place, rating) in PLACES.into_iter().zip(1..) {
            text x=(left(place)) y="20" { (rating) }
        }
        @for (row, top) in rows.iter().zip((0..).map(top)) {
            text x="0" y=(top - 6.0) { (short(&row.name, 80)) }
            @for (place, count) in PLACES.into_iter().zip(row.counts) {
                rect.bar x=(left(place)) y=(top) width=(format!("{:.1}", width(count))) height="18" {}
                text x=(format!("{:.1}", left(place) + width(count) + 4.0)) y=(top + 15.0) { (count) }
            }
        }
    };
    (top(rows.len()) - 20.0, marks)
}

fn dumbbells(rows: &[Dumbbell]) -> (f64, Markup) {
    let at = |median: f64| AXIS.0 + (median - 1.0) / 4.0 * (AXIS.1 - AXIS.0);
    let middle = |row: usize| 64.0 + along(row) * 58.0;
    let bottom = 26.0 + along(rows.len()) * 58.0;
    let marks = html! {
        @for (x, rating) in PLACES.into_iter().map(|place| at(place + 1.0)).zip(1..) {
            text x=(x) y="18" text-anchor="middle" { (rating) }
            line.axis x1=(x) y1="24" x2=(x) y2=(bottom) {}
        }
        @for (row, middle) in rows.iter().zip((0..).map(middle)) {
            text x="0" y=(middle - 16.0) { (short(&row.name, 80)) }
            text x=(at(row.low.1) - 12.0) y=(middle + 6.0) text-anchor="end" { (end(&row.low)) }
            line.join x1=(at(row.low.1)) y1=(middle) x2=(at(row.high.1)) y2=(middle) {}
            circle.low cx=(at(row.low.1)) cy=(middle) r="6" {}
            circle.high cx=(at(row.high.1)) cy=(middle) r="7" {}
            text x=(at(row.high.1) + 12.0) y=(middle + 6.0) { (end(&row.high)) }
        }
    };
    (bottom + 6.0, marks)
}

/// A group and its median, beside its end of a dumbbell.
fn end((name, median): &(String, f64)) -> String {
    format!("{} {median}", short(name, LONGEST_NAME))
}

fn along(row: usize) -> f64 {
    f64::from(u32::try_from(row).unwrap_or(u32::MAX))
}

fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(3)).collect();
    format!("{}...", cut.trim_end())
}
