//! One item of the map on a page: rating, evidence, note, both views and how it came about.
//!
//! A private note is named and never shown. What it shows can be changed only on the item itself.

mod beside;

use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, chrome, voted, wording};
use crate::analysis::{Reading, State};
use crate::app::{App, Details, Workshop};
use crate::framework::{Cell, Feature, Id, Stage};
use crate::session::{Action, Answer, Decision, Recorded, Session};
use crate::words;
use jiff::Timestamp;

pub(super) fn draw(app: &App, details: &Details, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let title = title(app, details.cell);
    let body = chrome::frame(app, canvas, &title, "");
    let mut sheet = Sheet::new(body.width);
    let found = app.cx.framework.feature_at(details.cell);
    if let (Some((stage, feature)), Some(workshop), Some(map)) = (found, &app.cx.workshop, app.cx.heat_map()) {
        let answer = workshop.session.answer(&feature.id);
        if let Some(reading) = map.at(details.cell).copied() {
            item(app, stage, feature, answer, reading, theme, &mut sheet);
            notes(answer, theme, &mut sheet);
            about(&workshop.session, &feature.id, theme, &mut sheet);
            voted::add(&workshop.session, feature, theme, &mut sheet);
            history(app, workshop, stage, answer, theme, &mut sheet);
        }
    } else if let (Some(item), Some(workshop)) = (app.cx.framework.item_at(details.cell), &app.cx.workshop) {
        beside::item(app, workshop, item, theme, &mut sheet);
        about(&workshop.session, item.id(), theme, &mut sheet);
    }
    sheet.show(canvas, body, details.scroll);
}

/// `P4 LEADERSHIP · Practices`
fn title(app: &App, cell: Cell) -> String {
    match app.cx.framework.feature_at(cell) {
        Some((stage, feature)) => format!("{} {} · {}", feature.id, feature.label.to_uppercase(), stage.label),
        None => app
            .cx
            .framework
            .item_at(cell)
            .map_or(String::new(), |item| format!("{} {}", item.id(), item.label().to_uppercase())),
    }
}

/// What is asked, what was agreed, on what evidence, and what that makes of it.
fn item(
    app: &App,
    stage: &Stage,
    feature: &Feature,
    answer: &Answer,
    reading: Reading,
    theme: &Theme,
    sheet: &mut Sheet,
) {
    sheet.hanging(&format!("{}  ", feature.id), &feature.text, theme.accent, theme.text);
    sheet.blank();
    for (level, decision) in answer.decided.all() {
        let term = format!("{:<11}", level.map_or("Rating", crate::framework::Level::word));
        let word = |rating| app.cx.framework.word(stage, rating).to_uppercase();
        let (words, style, but) = match decision {
            Decision::NotAgreed { range, .. } => {
                (format!(" ▒{}-{}▒ NOT AGREED ", range.low(), range.high()), theme.contested, "")
            }
            Decision::Agreed(rating) => (format!(" {rating} {} ", word(*rating)), theme.tone(*rating), ""),
            Decision::AgreedWithReservations(rating) => {
                (format!(" {rating} {} ", word(*rating)), theme.tone(*rating), " with reservations")
            }
            other => (format!(" {}", other.in_words()), theme.text, ""),
        };
        sheet.line(vec![(term, theme.muted), (words, style), (but.into(), theme.text)]);
        wording::views(&app.cx.framework, stage, decision, "  ", theme, sheet);
    }
    let evidence = words::evidence(answer, reading);
    if let Some(evidence) = evidence.strip_prefix("evidence ") {
        sheet.hanging("Evidence    ", evidence, theme.muted, theme.text);
    }
    if reading.state != State::NotDiscussed || reading.half.is_some() {
        sheet.hanging("Counts as   ", &reading.state.label(), theme.muted, theme.text);
    }
    if answer.parked {
        sheet.hanging("Parked      ", "to come back to", theme.muted, theme.text);
    }
}

fn notes(answer: &Answer, theme: &Theme, sheet: &mut Sheet) {
    if !answer.note.trim().is_empty() {
        sheet.blank();
        sheet.hanging("Note        ", answer.note.trim(), theme.muted, theme.text);
    }
    for dissent in &answer.dissent {
        sheet.blank();
        sheet.hanging("Dissent     ", &words::dissent(dissent), theme.muted, theme.text);
    }
    if !answer.private_note.trim().is_empty() {
        sheet.hanging("            ", "(A private note is kept. It is never shown here.)", theme.muted, theme.text);
    }
}

/// Every change of the decision, newest first.
fn history(app: &App, workshop: &Workshop, stage: &Stage, answer: &Answer, theme: &Theme, sheet: &mut Sheet) {
    if answer.history.is_empty() {
        return;
    }
    sheet.blank();
    sheet.text(0, "HOW IT CAME ABOUT, newest first", theme.accent);
    for (place, change) in answer.history.iter().enumerate().rev() {
        let before = answer.history.iter().take(place).rev().find(|one| one.level == change.level);
        let term = format!("{}  ", moment(app, workshop, change.at));
        sheet.hanging(&term, &recorded(app, stage, change, before), theme.muted, theme.text);
    }
}

/// `strategic 4 Mostly, was 3 Growing`
fn recorded(app: &App, stage: &Stage, change: &Recorded, before: Option<&Recorded>) -> String {
    let words = |decision: &Decision| words::decision(&app.cx.framework, stage, decision);
    let level = words::before_level(change.level);
    let was = before.map_or(String::new(), |before| format!(", was {}", words(&before.decision)));
    format!("{level}{}{was}", words(&change.decision))
}

/// The time of day, and the date where it was not the day of the workshop.
fn moment(app: &App, workshop: &Workshop, at: Timestamp) -> String {
    let date = at.to_zoned(app.cx.now.time_zone().clone()).date();
    let day = workshop.session.about.date.unwrap_or(app.cx.now.date());
    let time = app.cx.time_of_day(at);
    if date == day { time } else { format!("{} {time}", words::short_date(date)) }
}

/// The dots on an item and the actions for it, where there are any.
fn about(session: &Session, id: &Id, theme: &Theme, sheet: &mut Sheet) {
    let actions: Vec<&Action> = session.actions.iter().filter(|action| action.why.contains(id)).collect();
    let dots = session.dots_on(id);
    if dots > 0 || !actions.is_empty() {
        sheet.blank();
    }
    if dots > 0 {
        sheet.hanging("Dots        ", &dots.to_string(), theme.muted, theme.text);
    }
    for action in actions {
        let words = format!("{} ({})", words::what(action), action.status.words());
        sheet.hanging(&format!("{:<12}", format!("Action {}", action.number)), &words, theme.muted, theme.text);
    }
}
