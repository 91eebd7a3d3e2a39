//! Two groups on one axis from 1 to 5: how far apart they are on a rating.
//!
//! Only what may be told of votes is drawn; no group is right, and nothing is averaged over groups.

use super::text;
use crate::analysis::Median;

/// Columns of a group's name.
const NAME: u16 = 13;

/// Two groups at the ends of a line, as long as there is room for; in words where there is none.
pub(super) fn line([(low, from), (high, to)]: &[(String, Median); 2], width: u16) -> String {
    if width < 54 {
        return format!("{low} {from}, {high} {to}");
    }
    let step = if width >= 72 { 3 } else { 2 };
    let (low, high) = (text::cut(low, NAME), text::cut(high, NAME));
    let drawn = dumbbell(*from, *to, step);
    let (from, to, wide) = (from.to_string(), to.to_string(), usize::from(NAME));
    format!("{low:>wide$} {from:>3} {drawn} {to:<3} {high}")
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
