//! Conversations worth having: the two groups that are furthest apart on a rating, on one axis from 1 to 5.
//!
//! Only what may be told of votes is drawn; no group is right, and nothing is averaged over groups.

use super::sheet::Sheet;
use super::text;
use super::theme::Theme;
use crate::analysis::{Conversation, Median};
use crate::session::Register;

/// Columns of a group's name.
const NAME: u16 = 13;

/// Adds one conversation: its item and gap, and the dumbbell.
pub(super) fn add(talk: &Conversation, register: &Register, marked: bool, theme: &Theme, sheet: &mut Sheet) {
    let arrow = if marked { "►" } else { " " };
    let level = talk.level.map_or(String::new(), |level| format!("{}, ", level.word()));
    let (halves, strong) = (talk.gap.halves(), talk.gap.is_strong());
    let gap = if halves % 2 == 0 { format!("{}", halves / 2) } else { format!("{}.5", halves / 2) };
    let flag = if strong { "strong gap" } else { "gap" };
    let name = format!("{arrow}{:<4}{:<11}", talk.feature.id, talk.feature.label);
    sheet.line(vec![(name, theme.accent), (format!(" {level}{flag} of {gap}"), theme.text)]);
    let ((low, from), (high, to)) = (&talk.gap.low, &talk.gap.high);
    let (low, high) = (low.title(register), high.title(register));
    if sheet.width() < 58 {
        sheet.text(4, &format!("{low} {from}, {high} {to}"), theme.text);
        return;
    }
    let step = if sheet.width() >= 76 { 3 } else { 2 };
    let line = format!(
        "  {:>wide$} {from:>3} {} {to:<3} {}",
        text::cut(low, NAME),
        dumbbell(*from, *to, step),
        text::cut(high, NAME),
        from = from.to_string(),
        to = to.to_string(),
        wide = usize::from(NAME),
    );
    sheet.line(vec![(line, theme.text)]);
}

/// Two ends on the axis from 1 to 5, so many columns a half: `·   ○───────■   ·`.
pub(super) fn dumbbell(from: Median, to: Median, step: usize) -> String {
    let place = |median: Median| usize::from(median.halves().saturating_sub(2)) * step;
    let (low, high) = (place(from), place(to));
    let sign = |column: usize| match column {
        column if column == high => '■',
        column if column == low => '○',
        column if column > low && column < high => '─',
        column if column % (2 * step) == 0 => '·',
        _ => ' ',
    };
    (0..=8 * step).map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::dumbbell;
    use crate::analysis::Median;
    use crate::framework::Rating;

    #[test]
    fn the_ends_stand_where_the_medians_are() {
        let drawn = |low: &[Rating], high: &[Rating], step| {
            let ends = Median::of(low.iter().copied()).zip(Median::of(high.iter().copied()));
            ends.map(|(low, high)| dumbbell(low, high, step))
        };
        let wide = drawn(&[Rating::Two], &[Rating::Four, Rating::Five], 2);
        assert_eq!(wide.as_deref(), Some("·   ○─────────■ ·"));
        assert_eq!(drawn(&[Rating::Two], &[Rating::Two], 1).as_deref(), Some("· ■ · · ·"));
    }
}
