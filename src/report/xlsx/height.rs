//! How high a row is whose texts wrap: who opens a workbook may not measure them, and then lays them over the next row.

use std::cmp::Ordering;

/// What a line of 11 points takes, what stands above and below all lines, and the most that a row can be.
const LINE: f64 = 14.5;
const AROUND: f64 = 3.0;
const HIGHEST: f64 = 409.0;

/// The height of a row in points, by its texts and how many letters wide each of their columns is; and how many times
/// as large as usual the letters are.
pub(in crate::report) fn height<'text>(cells: impl IntoIterator<Item = (&'text str, usize)>, times: f64) -> f64 {
    let line = LINE * times;
    let heights = cells.into_iter().map(|(text, width)| f64::from(lines(text, width)).mul_add(line, AROUND));
    heights.max_by(|one, other| one.partial_cmp(other).unwrap_or(Ordering::Equal)).unwrap_or(line + AROUND).min(HIGHEST)
}

/// The lines of a text in a column; a letter less than it is wide, for capitals and for the cell's own edges.
fn lines(text: &str, width: usize) -> u32 {
    let all = textwrap::wrap(text, width.saturating_sub(1).max(1)).len();
    u32::try_from(all.max(1)).unwrap_or(u32::MAX)
}
