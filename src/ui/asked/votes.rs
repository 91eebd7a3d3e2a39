//! What a revealed vote on an assumption says: a count under each answer, who speaks first. No answer is marked by it.
//!
//! On a later day only what is disclosed is shown.

use super::Page;
use crate::analysis::{ShownStances, Withheld};
use crate::framework::Id;
use crate::session::{Stance, Verdict};
use crate::ui::sheet::Sheet;
use crate::ui::tally;
use crate::words;

/// The rounds on this assumption, as far as they may be seen, oldest first.
pub(super) fn rounds(page: &Page, id: &Id) -> Vec<Result<ShownStances, Withheld>> {
    page.app.cx.stances(id)
}

/// The count under each answer, "don't know" the last; both rounds where there are two: `2→3 ■■■`.
pub(super) fn under(rounds: &[Result<ShownStances, Withheld>], width: u16) -> Vec<String> {
    let Some(Ok(latest)) = rounds.last() else { return Vec::new() };
    let before = match rounds {
        [Ok(first), _] => Some(counts(*first)),
        _ => None,
    };
    let now = counts(*latest);
    let most = now.into_iter().max().unwrap_or(0);
    let width = (width / 4).saturating_sub(2).min(14);
    let bar = |place: usize| tally::bar(before.map(|before| before[place]), now[place], most, width);
    (0..now.len()).map(bar).collect()
}

/// The counts in the order of the answers.
fn counts(shown: ShownStances) -> [u16; 4] {
    let [holds, partly, does_not_hold] = Stance::ALL.map(|stance| shown.counts.get(stance));
    [holds, partly, does_not_hold, shown.dont_know]
}

/// Adds that a vote is open, and what the last one said.
pub(super) fn add(page: &Page, rounds: &[Result<ShownStances, Withheld>], sheet: &mut Sheet) {
    let theme = page.theme;
    if let Some((head, words)) = tally::open_vote(page.app, &page.walk.step) {
        sheet.hanging(&head, &words, theme.accent, theme.text);
    }
    match rounds.last() {
        Some(Ok(latest)) => {
            let term = if rounds.len() == 1 { "Voted  " } else { "Voted again  " };
            sheet.hanging(term, &latest.in_words(), theme.accent, theme.text);
            let open =
                page.walk.step.item().is_some_and(|id| page.session().assumption(id).verdict == Verdict::NotDiscussed);
            if open {
                sheet.text(0, &words::hear_both(*latest).unwrap_or("Key what the room says.".into()), theme.text);
            }
            if let Some((words, asks)) = page.app.cx.heard_in_words() {
                sheet.hanging(if asks { "L  " } else { "" }, &words, theme.accent, theme.text);
            }
        }
        Some(Err(why)) => sheet.text(0, &words::not_told(*why), theme.text),
        None => {}
    }
}
