//! Taking a vote, in a box below the statement: how many are in, and nothing else.
//!
//! Typed counts are drawn as one mark an entry, whatever their digits: the wall shows no vote before reveal.

use super::{Canvas, chrome, text};
use crate::app::{App, Voting, Way};
use crate::framework::Step;
use crate::session::{Register, UNSORTED, Voters};
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Rows of the box around the lines of the groups: borders, explanation, the five words.
const AROUND: u16 = 6;

pub(super) fn draw(app: &App, canvas: &mut Canvas) {
    let Some(workshop) = &app.cx.workshop else { return };
    let Some(vote) = &workshop.vote else { return };
    let area = canvas.area();
    let width = area.width.saturating_sub(4).min(76);
    let lines = if vote.way.is_none() { vote.offers.len() } else { vote.groups.len() };
    let lines = u16::try_from(lines).unwrap_or(9);
    let roomy = u16::from(area.height >= 20);
    let height = lines.saturating_add(AROUND + 2 * roomy).min(area.height.saturating_sub(8).max(8));
    let level = words::at_level(vote.level());
    let all =
        if vote.groups.len() > 1 && vote.way.is_some() { format!(", {}", vote.cast_count()) } else { String::new() };
    let title = format!("{}: {}{level}{all}", vote.title(), vote.item());
    let inside = chrome::dialog(app, canvas, width, height, &title);
    let body = Rect { y: inside.y + roomy, height: inside.height.saturating_sub(2 * roomy), ..inside };
    match vote.way {
        None => offers(vote, canvas, body),
        Some(way) => taking(app, &workshop.session.register, vote, way, canvas, body),
    }
    chrome::keys(app, canvas);
}

fn offers(vote: &Voting, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    canvas.put(area.x, area.y, area.width, "How does the room vote? Nothing is shown until F5.", theme.muted);
    for (place, offer) in vote.offers.iter().enumerate() {
        let Ok(row) = u16::try_from(place) else { return };
        let y = area.y + 2 + row;
        let marked = place == vote.offer;
        let arrow = if marked { "►" } else { " " };
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        if y < area.bottom() {
            canvas.put(area.x, y, area.width, &format!("{arrow} {}  {}", place + 1, offer.words()), style);
        }
        if marked {
            canvas.cursor(area.x, y);
        }
    }
}

fn taking(app: &App, register: &Register, vote: &Voting, way: Way, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let explained = match (way, vote.step()) {
        (Way::Hands, Step::Assumption(_)) => "Three counts, as 7 3 2, then ?2 for don't-knows.",
        (Way::Hands, _) => "Five counts, as 0 2 5 3 1, then ?2 for don't-knows.",
        (Way::Keypad, Step::Assumption(_)) => "One digit a person: 1 to 3, or 0 for \"don't know\". Then pass it on.",
        (Way::Keypad, _) => "One digit a person: 1 to 5, or 0 for \"don't know\". Then pass it on.",
    };
    let used = canvas.put_wrapped(Rect { height: 2, ..area }, explained, theme.muted);
    let mut y = area.y + used;
    y += u16::from(area.bottom().saturating_sub(y) > 3);
    let rows = usize::from(area.bottom().saturating_sub(y).saturating_sub(1).max(1));
    let first = vote.group.saturating_sub(rows.saturating_sub(1));
    for (place, voters) in vote.groups.iter().enumerate().skip(first).take(rows) {
        let line = Rect { y, height: 1, ..area };
        group(register, vote, way, place, voters, canvas, line);
        y += 1;
    }
    let words = if vote.cast_count().is_complete() {
        "Everybody is in. F5 or R reveals.".to_owned()
    } else {
        let forms = vote.answer_words(&app.cx.framework);
        forms.into_iter().find(|words| text::width(words) <= area.width).unwrap_or_default()
    };
    canvas.put(area.x, area.bottom().saturating_sub(1), area.width, &words, theme.accent);
}

/// One line: who, how many are in, and that something is typed.
fn group(register: &Register, vote: &Voting, way: Way, place: usize, voters: &Voters, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let marked = place == vote.group;
    let bold: Style = theme.text.add_modifier(Modifier::BOLD);
    let style = if marked { bold } else { theme.text };
    let name = if vote.groups.len() == 1 { "Whole room".to_owned() } else { name(register, voters) };
    let arrow = if marked { "►" } else { " " };
    let wide = (area.width / 2).saturating_sub(4);
    canvas.put(area.x, area.y, wide, &format!("{arrow} {name}"), style);
    let x = area.x + wide + 1;
    let count = canvas.put(x, area.y, area.right().saturating_sub(x), &vote.cast_count_of(voters).to_string(), style);
    if marked && way == Way::Hands {
        let x = x + count.max(11) + 2;
        let typed = canvas.put(x, area.y, area.right().saturating_sub(x), &typed(vote), bold);
        canvas.cursor(x + typed, area.y);
    } else if marked {
        canvas.cursor(x, area.y);
    }
}

/// A mark for each entry that is typed, and a dot for each that is missing.
fn typed(vote: &Voting) -> String {
    let (entries, unknown) = vote.line.entries();
    if entries == 0 && !unknown {
        return String::new();
    }
    let marks = (0..entries.max(vote.answers())).map(|place| if place < entries { "■" } else { "·" });
    let marks: Vec<&str> = marks.take(9).collect();
    format!("{}{}", marks.join(" "), if unknown { " ?" } else { "" })
}

/// A group's name: `Third sector, operational`.
pub(super) fn name(register: &Register, voters: &Voters) -> String {
    let sector = voters.sector.as_deref().unwrap_or(UNSORTED);
    match voters.level {
        Some(level) => format!("{}, {}", register.name_of(sector), level.word()),
        None => register.name_of(sector).to_owned(),
    }
}
