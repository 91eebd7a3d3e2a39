//! What a revealed vote says: counts under the five answers, the plain word, who speaks first.
//!
//! The median is named and never marked: the room decides. On a later day only what is disclosed is shown.

use super::Item;
use crate::analysis::{Gap, Shown, Withheld, absent_voices, agreement, median, movement, perspectives, widest_gap};
use crate::framework::Rating;
use crate::session::Decision;
use crate::ui::{Canvas, tally, text};
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// A line to read: a word that stands out, and the rest.
pub(super) type Line = (String, String);

/// The rounds on this rating, as far as they may be seen, oldest first.
pub(super) fn rounds(item: &Item) -> Vec<Result<Shown, Withheld>> {
    item.app.cx.rounds(item.feature, item.walk.step.level())
}

/// Whether there are counts to draw under the answers.
pub(super) fn has_counts(item: &Item) -> bool {
    rounds(item).last().is_some_and(Result::is_ok)
}

/// The count of one answer with its bar; both rounds where there are two: `2→3 ■■■`.
pub(super) fn count(rounds: &[Result<Shown, Withheld>], rating: Rating, width: u16) -> String {
    let Some(Ok(latest)) = rounds.last() else { return String::new() };
    let before = match rounds {
        [Ok(first), _] => Some(first.counts.get(rating)),
        _ => None,
    };
    let most = latest.counts.0.into_iter().max().unwrap_or(0);
    tally::bar(before, latest.counts.get(rating), most, width)
}

/// The row under the boxes; `place` gives a box's column and width.
pub(super) fn counts(item: &Item, canvas: &mut Canvas, y: u16, place: impl Fn(Rating) -> (u16, u16)) {
    let rounds = rounds(item);
    for rating in Rating::ALL {
        let (x, width) = place(rating);
        canvas.put_centred(x, y, width, &count(&rounds, rating, width), canvas.theme().text);
    }
}

/// What there is to say of votes and of missing voices, the most needed first.
pub(super) fn lines(item: &Item) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(tally::open_vote(item.app, &item.walk.step));
    lines.extend(absent(item));
    let rounds = rounds(item);
    match rounds.last() {
        Some(Ok(latest)) => results(item, &rounds, latest, &mut lines),
        Some(Err(why)) => lines.push((String::new(), words::not_told(*why))),
        None => {}
    }
    lines
}

fn results(item: &Item, rounds: &[Result<Shown, Withheld>], latest: &Shown, lines: &mut Vec<Line>) {
    let counts = &latest.counts;
    let word = agreement(counts).map_or(String::new(), |word| format!("{}  ", word.title().to_uppercase()));
    let mut facts: Vec<String> = median(counts).map(|median| format!("median {median}")).into_iter().collect();
    facts.extend(words::spread(counts));
    facts.push(words::count(counts.total(), "vote", "votes"));
    if latest.dont_know > 0 {
        facts.push(format!("{} don't know", latest.dont_know));
    }
    lines.push((word, facts.join(", ")));
    if *item.workshop.session.decision_at(&item.walk.step) == Decision::NotDiscussed {
        lines.extend(next(latest));
    }
    if let [Ok(first), Ok(second)] = rounds
        && let Some(moved) = movement(&first.counts, &second.counts)
    {
        lines.push(("ROUND 2  ".into(), moved.in_words()));
    }
    if let Some((words, asks)) = item.app.cx.heard_in_words() {
        lines.push((if asks { "L  " } else { "" }.to_owned(), words));
    }
    let level = item.walk.step.level();
    let audience = item.app.cx.audience(item.feature, level);
    let views = perspectives(&item.workshop.session, item.feature, level, audience);
    if let Some(gap) = widest_gap(&views).filter(Gap::is_flagged) {
        lines.push((
            "GAP  ".into(),
            format!("{}: {}", words::ends(&gap, &item.workshop.session.register), words::worth(&gap)),
        ));
    }
}

/// What the room does now: hear both ends, then agree; the median is offered and not taken.
fn next(latest: &Shown) -> Option<Line> {
    let middle = latest.median()?;
    let hear = words::hear_first(&latest.counts).map_or(String::new(), |hear| format!("{hear} "));
    Some((String::new(), format!("{hear}Median {middle}: key {} to agree.", words::nearest(middle))))
}

/// Whose voice is missing on this item.
fn absent(item: &Item) -> Vec<Line> {
    let warnings = absent_voices(&item.app.cx.framework, &item.workshop.session.register);
    let mine = warnings.iter().filter(|warning| warning.is_about(item.feature));
    mine.map(|warning| ("MISSING  ".to_owned(), words::missing(warning))).collect()
}

/// The rows that all lines take.
pub(super) fn rows(lines: &[Line], width: u16) -> u16 {
    lines.iter().map(|(head, words)| text::rows(&format!("{head}{words}"), width)).sum()
}

/// Draws as many lines as there are rows for; gives the rows used.
pub(super) fn draw(lines: &[Line], canvas: &mut Canvas, area: Rect) -> u16 {
    let theme = canvas.theme();
    let bold: Style = theme.accent.add_modifier(Modifier::BOLD);
    let mut y = area.y;
    for (head, words) in lines {
        if y >= area.bottom() {
            break;
        }
        let used =
            canvas.put_wrapped(Rect { y, height: area.bottom() - y, ..area }, &format!("{head}{words}"), theme.text);
        canvas.put(area.x, y, area.width, head.trim_end(), bold);
        y += used;
    }
    y - area.y
}
