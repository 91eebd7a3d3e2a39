//! How the room voted on an item: each round in counts, and where each group's middle stands from 1 to 5.
//!
//! Only what may be told of votes once the room has gone; the rest is said to be kept closed.

use super::conversations::dumbbell;
use super::sheet::Sheet;
use super::theme::Theme;
use crate::analysis::{DisclosedGroup, DisclosedRound, Shown, disclosed};
use crate::framework::{Feature, Id};
use crate::report::stance_votes;
use crate::session::{Register, Session};
use crate::words;

/// Columns before what is said of a round or a group.
const TERM: usize = 21;

/// Adds the rounds on a feature, of each level where it takes both; nothing where no vote was taken.
pub(super) fn add(session: &Session, feature: &Feature, theme: &Theme, sheet: &mut Sheet) {
    let levels = feature.rated_at();
    let mut begun = false;
    for level in levels {
        for (place, round) in disclosed(session, feature, level).rounds.iter().enumerate() {
            if !begun {
                sheet.blank();
                sheet.text(0, "HOW THE ROOM VOTED", theme.accent);
                begun = true;
            }
            let level = words::after_level(level);
            let term = format!("{:<TERM$} ", format!("Round {}{level}", place + 1));
            sheet.hanging(&term, &words(round), theme.muted, theme.text);
            for group in &round.groups {
                add_group(group, &session.register, theme, sheet);
            }
            if let Some(names) = round.unheard(&session.register) {
                sheet.hanging(&format!("{:<TERM$} ", "  Not shown"), &names, theme.text, theme.text);
            }
        }
    }
}

/// Adds the rounds on an assumption; nothing where no vote was taken.
pub(super) fn add_stances(session: &Session, assumption: &Id, theme: &Theme, sheet: &mut Sheet) {
    let votes = stance_votes(session, assumption);
    if !votes.is_empty() {
        sheet.blank();
        sheet.text(0, "HOW THE ROOM VOTED", theme.accent);
    }
    for vote in &votes {
        sheet.hanging(&format!("{:<TERM$} ", vote.title()), vote.in_words(), theme.muted, theme.text);
        vote.groups_in_words().for_each(|group| sheet.hanging("  ", &group, theme.text, theme.text));
    }
}

/// `0 2 5 3 1, 1 don't know: median 3, outlier`
fn words(round: &DisclosedRound) -> String {
    let shown = match round.everybody() {
        Ok(shown) => shown,
        Err(why) => return format!("{} took part; {}", round.ballots, why.words()),
    };
    words::votes(&shown)
}

/// `  Third sector (5)   ·   ■   ·   ·   ·   2`, or where a group of three or four stands beside the rest.
fn add_group(group: &DisclosedGroup, register: &Register, theme: &Theme, sheet: &mut Sheet) {
    let Some(words) = words::group_says(&group.says, |shown| axis(shown, sheet.width())) else { return };
    let name = format!("  {} ({})", group.voice.title(register), group.ballots);
    sheet.hanging(&format!("{name:<TERM$} "), &words, theme.text, theme.text);
}

fn axis(shown: &Shown, width: u16) -> String {
    let Some(median) = shown.median() else { return "don't know".into() };
    let step = if width >= 58 { 2 } else { 1 };
    format!("{}  {median}", dumbbell(median, median, step))
}
