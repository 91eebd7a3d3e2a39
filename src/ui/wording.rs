//! How a reading is said in words, the same on the map, the lists and the details page.
//!
//! Words beside every digit; no sums and no means.

use super::naming::styled;
use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, text};
use crate::analysis::{Reading, absent_voices};
use crate::app::Workshop;
use crate::framework::{Framework, Stage};
use crate::session::{Decision, Register};
use crate::view::marks;
use crate::words;
use ratatui::style::Style;

/// A reading's mark as it stands in a line, one blank on both sides, in its cell's style.
pub(super) fn tag(theme: &Theme, reading: Reading) -> (String, Style) {
    styled(marks::tag(reading), theme)
}

pub(super) use crate::view::marks::rating;

/// A screen's heading with as much of partnership and date as fits beside what stands on the right.
pub(super) fn heading(canvas: &Canvas, head: &str, workshop: &Workshop, right: &str) -> String {
    let session = crate::view::session_title(workshop);
    let partnership = &*workshop.session.described();
    // Three columns before what stands on the right, two before "Saved 14:32".
    let beside = text::width(right) + text::width("Saved 14:32") + 5;
    let margins = if canvas.area().width < 80 { 0 } else { 2 };
    let room = canvas.area().width.saturating_sub(beside + margins);
    let forms = [format!("{head}  {session}"), format!("{head}  {partnership}")];
    forms.into_iter().find(|form| text::width(form) <= room).unwrap_or_else(|| head.to_owned())
}

/// Both views of a disagreement, as they were written down; nothing for any other decision.
pub(super) fn views(
    framework: &Framework,
    stage: &Stage,
    decision: &Decision,
    before: &str,
    theme: &Theme,
    sheet: &mut Sheet,
) {
    for (rating, view) in words::views(framework, stage, decision) {
        let view = view.unwrap_or("view not written down");
        sheet.hanging(&format!("{before}{rating}: "), view, theme.muted, theme.text);
    }
}

/// Whose voice is missing, a line for each with the items it is about: `MISSING  nobody's level is ...: A2, E1`.
pub(super) fn missing(framework: &Framework, register: &Register) -> Vec<String> {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for warning in absent_voices(framework, register) {
        let words = warning.in_short();
        let item = warning.item().map(ToString::to_string);
        match lines.iter_mut().find(|(known, _)| *known == words) {
            Some((_, items)) => items.extend(item),
            None => lines.push((words, item.into_iter().collect())),
        }
    }
    let line = |(words, items): (String, Vec<String>)| {
        if items.is_empty() { format!("MISSING  {words}") } else { format!("MISSING  {words}: {}", items.join(", ")) }
    };
    lines.into_iter().map(line).collect()
}
