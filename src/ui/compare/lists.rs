//! The slides after the grid, and more about one item: lines to read.
//!
//! What stands on them is the analysis' business; private notes are never among it.

use super::{day, map};
use crate::analysis::{Comparison, FeatureChange, ThenNow, TurnKind};
use crate::app::{App, Compare};
use crate::session::Session;
use crate::ui::grid::cell_style;
use crate::ui::sheet::Sheet;
use crate::ui::theme::Theme;
use crate::ui::wording;
use crate::view::Look;
use crate::view::marks::mark as mark_of;
use crate::words;

/// What went up and what went down, what moved furthest first.
pub(super) fn up_and_down(comparison: &Comparison, theme: &Theme, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    for ((kind, none), head) in words::UP_AND_DOWN.into_iter().zip(["▲ UP", "▼ DOWN"]) {
        section(&mut sheet, theme, head, none, &comparison.furthest_first(kind));
    }
    for caution in comparison.cautions() {
        sheet.blank();
        sheet.text(0, &format!("{caution}."), theme.muted);
    }
    sheet
}

/// What is newly agreed, still split, newly split, and everything else that is not as it was.
pub(super) fn views(comparison: &Comparison, theme: &Theme, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    let of = |kind| comparison.of_kind(kind).collect::<Vec<_>>();
    let other: Vec<&FeatureChange> = of(TurnKind::Other).into_iter().filter(|one| one.states().differs()).collect();
    for (kind, none) in words::VIEWS {
        section(&mut sheet, theme, &kind.title().to_uppercase(), none, &of(kind));
    }
    if !other.is_empty() {
        section(&mut sheet, theme, "OTHER", "", &other);
    }
    sheet
}

fn section(sheet: &mut Sheet, theme: &Theme, head: &str, none: &str, changes: &[&FeatureChange]) {
    sheet.blank();
    sheet.text(0, head, theme.accent);
    if changes.is_empty() {
        sheet.text(2, none, theme.text);
    }
    for change in changes {
        let reading = change.readings.now;
        let tag = format!(" {} ", mark_of(reading));
        sheet.tagged(&tag, cell_style(theme, Look::of(reading)), " ", &words::changed(change), theme.text);
    }
}

/// Links, assumptions, influencing factors and risks that stand otherwise.
pub(super) fn conditions(comparison: &Comparison, theme: &Theme, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    for (head, lines) in words::changed_conditions(comparison) {
        sheet.blank();
        sheet.text(0, &head.to_uppercase(), theme.accent);
        if lines.is_empty() {
            sheet.text(2, "as before", theme.text);
        }
        for line in lines {
            sheet.hanging("  ", &line, theme.text, theme.text);
        }
    }
    sheet
}

/// Who was in the room then and now, and what that means.
pub(super) fn room(comparison: &Comparison, theme: &Theme, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    let count = |people: u32| if people == 0 { "-".to_owned() } else { people.to_string() };
    let name = usize::from(width.saturating_sub(20).min(30));
    let line = |words: &str, then: &str, now: &str| format!("{words:<name$}{then:>9}{now:>9}");
    sheet.line(vec![(line("", "then", "now"), theme.muted)]);
    let ThenNow { then, now } = comparison.room.people;
    sheet.line(vec![(line("People", &count(then), &count(now)), theme.accent)]);
    for group in comparison.room.sectors.iter().chain(&comparison.room.levels) {
        let ThenNow { then, now } = group.people;
        let sign = match then.cmp(&now) {
            std::cmp::Ordering::Less => " ▲",
            std::cmp::Ordering::Greater => " ▼",
            std::cmp::Ordering::Equal => "",
        };
        let words = line(&format!("  {}", group.name), &count(then), &count(now));
        sheet.line(vec![(format!("{words}{sign}"), theme.text)]);
    }
    for caution in comparison.cautions() {
        sheet.blank();
        sheet.text(0, &format!("{caution}."), theme.text);
    }
    sheet
}

/// How far the actions of last time are.
pub(super) fn actions(comparison: &Comparison, theme: &Theme, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    if comparison.actions.is_empty() {
        sheet.text(0, words::NO_EARLIER_ACTIONS, theme.text);
        return sheet;
    }
    sheet.text(0, &map::actions(comparison), theme.accent);
    for since in &comparison.actions {
        let tag = format!("{:<12}", since.status().words().to_uppercase());
        sheet.hanging(&tag, &words::action(since.action), theme.muted, theme.text);
    }
    sheet
}

/// One item, then and now.
pub(super) fn detail(app: &App, shown: &Compare, comparison: &Comparison, width: u16, theme: &Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    let Some(change) = comparison.features.iter().find(|change| change.cell == shown.cell) else { return sheet };
    let feature = change.feature;
    sheet.hanging(&format!("{}  ", feature.id), &feature.text, theme.accent, theme.text);
    sheet.blank();
    sheet.text(0, &change.in_words(), theme.accent);
    for aside in change.asides() {
        sheet.text(0, &aside, theme.text);
    }
    let readings = [(change.readings.then, &shown.then), (change.readings.now, &shown.now)];
    for (reading, session) in readings {
        sheet.blank();
        sheet.text(0, &day(session, words::date), theme.accent);
        let (tag, style) = wording::tag(theme, reading);
        let words = wording::rating(&app.cx.framework, change.stage, reading);
        sheet.tagged(&tag, style, " ", &words, theme.text);
        said(app, session, change, theme, &mut sheet);
    }
    sheet
}

fn said(app: &App, session: &Session, change: &FeatureChange, theme: &Theme, sheet: &mut Sheet) {
    let answer = session.answer(&change.feature.id);
    for (level, decision) in answer.decided.all() {
        if let Some(level) = level {
            let words = words::decision(&app.cx.framework, change.stage, decision);
            sheet.hanging(&format!("{}: ", level.word()), &words, theme.muted, theme.text);
        }
        wording::views(&app.cx.framework, change.stage, decision, "", theme, sheet);
    }
    if !answer.note.trim().is_empty() {
        sheet.hanging("Note: ", answer.note.trim(), theme.muted, theme.text);
    }
    for dissent in &answer.dissent {
        sheet.hanging("Dissent: ", dissent.text.trim(), theme.muted, theme.text);
    }
}
