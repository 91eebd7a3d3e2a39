//! How a reading is said in words, the same on the map, the lists and the details page.
//!
//! Words beside every digit; no sums and no means.

use super::naming::styled;
use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, text};
use crate::analysis::{Reading, Standing, State, Strip, absent_voices};
use crate::app::Workshop;
use crate::framework::{Confidence, Framework, Stage};
use crate::session::{Answer, Decision, Register};
use crate::view::marks;
use ratatui::style::Style;

/// A reading's mark as it stands in a line, one blank on both sides, in its cell's style.
pub(super) fn tag(theme: &Theme, reading: Reading) -> (String, Style) {
    styled(marks::tag(reading), theme)
}

pub(super) use crate::view::marks::rating;

/// The state as it follows a colon: `strength`, `suspected weakness`.
pub(super) fn state(state: State) -> String {
    state.title().to_lowercase()
}

/// How good the evidence is: `evidence high (two independent sources)`; empty where nothing is rated.
pub(super) fn evidence(answer: &Answer, reading: Reading) -> String {
    match answer.confidence {
        _ if reading.rating.is_none() => String::new(),
        Some(confidence) => format!("evidence {} ({})", confidence.word(), confidence.meaning()),
        None if reading.low_confidence => "evidence not asked, counts as low".into(),
        None => "evidence not asked".into(),
    }
}

/// The same in two words: `evidence high`.
pub(super) fn evidence_in_short(answer: &Answer, reading: Reading) -> String {
    match answer.confidence {
        _ if reading.rating.is_none() => String::new(),
        Some(confidence) => format!("evidence {}", confidence.word()),
        None if reading.low_confidence => format!("evidence {}", Confidence::Low.word()),
        None => "evidence not asked".into(),
    }
}

/// A decision with its word: `4 Mostly`, `4 Mostly with reservations`, `not agreed, 2 to 4`.
pub(super) fn decision(framework: &Framework, stage: &Stage, decision: &Decision) -> String {
    match decision {
        Decision::Agreed(rating) => format!("{rating} {}", framework.word(stage, *rating)),
        Decision::AgreedWithReservations(rating) => {
            format!("{rating} {}, with reservations", framework.word(stage, *rating))
        }
        other => other.in_words(),
    }
}

/// What each level says, where a feature takes both: `strategic 4, operational 2`.
pub(super) fn levels(answer: &Answer, in_words: impl Fn(&Decision) -> String) -> Option<String> {
    let all = answer.decided.all();
    let words: Vec<String> = all
        .into_iter()
        .filter_map(|(level, decision)| Some(format!("{} {}", level?.word(), in_words(decision))))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// Why a stage is at risk, in counts: `3 of 9 weak, contested or unknown`.
pub(super) fn trouble(stage: &Strip) -> String {
    format!("{} of {} weak, contested or unknown", stage.counts.troubled(), stage.counts.relevant())
}

/// An item in a line of the map: its mark and label.
pub(super) fn named(theme: &Theme, item: &Standing) -> [(String, Style); 2] {
    [tag(theme, item.reading), (item.feature.label.clone(), theme.text)]
}

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
    let Decision::NotAgreed { range, low_view, high_view } = decision else { return };
    for (rating, view) in [(range.low(), low_view), (range.high(), high_view)] {
        let term = format!("{before}{rating} {}: ", framework.word(stage, rating));
        let view = if view.trim().is_empty() { "view not written down" } else { view.trim() };
        sheet.hanging(&term, view, theme.muted, theme.text);
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
