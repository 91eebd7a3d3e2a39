//! How safe the session is, in words: "Saved 14:32", or what is wrong, where the work is, and what to do next.
//!
//! It draws nothing, and that something is not saved stays until it is.

use super::size::{Height, Size, Width};
use super::text;
use crate::analysis::failed_gates;
use crate::app::{App, Overlay, Saving, Screen, Workshop};
use ratatui::layout::Rect;

/// A sentence for the room.
pub(super) struct Said {
    pub(super) sentence: String,
    /// Whether it is an alarm.
    pub(super) alarming: bool,
    /// The most rows it may take.
    pub(super) most: u16,
}

/// What stands in the heading, in so many columns, and whether all is well.
pub(super) fn saved(app: &App, width: u16) -> Option<(String, bool)> {
    let workshop = app.cx.workshop.as_ref()?;
    if workshop.read_only.is_some() {
        return Some(("READ ONLY".into(), false));
    }
    let (words, safe) = match (&workshop.saving, &workshop.beside) {
        (Saving::NotYet, _) if workshop.is_safe() => ("Not begun".into(), true),
        (Saving::NotYet, _) => ("Not yet saved".into(), true),
        (Saving::Saved { .. }, Some(name)) if workshop.is_safe() => (beside(name, width), false),
        (Saving::Saved { .. }, _) if workshop.is_safe() && app.is_finished() => ("Finished, saved".into(), true),
        (Saving::Saved { at, .. }, _) if workshop.is_safe() => (format!("Saved {}", app.cx.time_of_day(*at)), true),
        // The file is far away and does not answer; the work is on this laptop all the same.
        (Saving::Saved { .. }, _) if workshop.copy().is_some() => ("Copy saved".into(), true),
        (Saving::Saved { .. }, _) => ("Saving     ".into(), true),
        (Saving::Failed { .. }, _) => return Some(("NOT SAVED".into(), false)),
    };
    if workshop.unkept_vote().is_none() {
        return Some((words, safe));
    }
    // No file holds an open vote. Where there is room for both, all else may be called saved.
    let both = format!("{}, {NOT_KEPT}", words.trim_end());
    Some((if text::width(&both) <= width { both } else { NOT_KEPT.into() }, false))
}

/// What is said while a vote is open in which something was counted.
const NOT_KEPT: &str = "vote not kept";

/// The end of the name is what tells it from the other.
fn beside(name: &str, width: u16) -> String {
    let whole = format!("SAVED BESIDE: {name}");
    if text::width(&whole) <= width {
        return whole;
    }
    let room = usize::from(width.saturating_sub(16));
    if room < 12 {
        return "SAVED BESIDE".into();
    }
    let letters = name.chars().count();
    let end: String = name.chars().skip(letters.saturating_sub(room)).collect();
    format!("SAVED BESIDE: ..{end}")
}

/// What the room should read now, the most important first.
pub(super) fn said(app: &App, area: Rect) -> Vec<Said> {
    if let Some(workshop) = &app.cx.workshop
        && let Saving::Failed { reason } = &workshop.saving
    {
        let most = if Size::of(area).has(Width::Narrow, Height::Low) { 2 } else { 1 };
        let alarm = |sentence| Said { sentence, alarming: true, most };
        return vec![alarm(format!("NOT SAVED: {reason}")), alarm(next_step(workshop))];
    }
    let notice = app.cx.notice.clone();
    notice.map(|sentence| Said { sentence, alarming: false, most: 2 }).into_iter().collect()
}

/// The banner that stays on the walk and the overview while an assumption of the gate does not hold. It blocks nothing.
pub(super) fn banner(app: &App) -> Option<String> {
    let covered = matches!(
        app.overlays.last(),
        Some(
            Overlay::Page(_) | Overlay::Details(_) | Overlay::Register(_) | Overlay::Linked(_) | Overlay::Blank { .. }
        )
    );
    if covered || !matches!(app.screen, Screen::Walk(_) | Screen::Overview { .. }) {
        return None;
    }
    let failed = failed_gates(&app.cx.framework, &app.cx.workshop.as_ref()?.session);
    match failed.as_slice() {
        [] => None,
        [one] => Some(format!("{} DOES NOT HOLD: {}", one.id, one.text)),
        [.., last] => {
            let names: Vec<String> = failed.iter().map(|one| format!("{} {}", one.id, one.label)).collect();
            let first = names[..names.len() - 1].join(", ");
            Some(format!("DO NOT HOLD: {first} and {} {}", last.id, last.label))
        }
    }
}

/// Where the work is meanwhile, and what can be done. Whatever is cut off in a small window is the path.
fn next_step(workshop: &Workshop) -> String {
    match workshop.copy() {
        Some(copy) => format!("Go on: a copy is safe. Ctrl+S saves elsewhere. Copy: {}", copy.display()),
        None => "Ctrl+S saves elsewhere. It is tried again every five seconds.".into(),
    }
}
