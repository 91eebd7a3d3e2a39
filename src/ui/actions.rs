//! The actions on a page of their own: a line each, more about the marked one, and the review date at the foot.
//!
//! What lies over it, an action being begun or written, is drawn by `action_form`.

use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, action_form, chrome, text};
use crate::app::{ActionsPage, App, Target, Workshop};
use crate::framework::Id;
use crate::session::{Action, ActionEvent, Logged, Session};
use crate::words;
use jiff::Timestamp;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(app: &App, page: &ActionsPage, canvas: &mut Canvas) {
    let Some(workshop) = &app.cx.workshop else { return };
    let actions = &workshop.session.actions;
    let open = workshop.session.open_actions().count();
    let right = if actions.is_empty() { String::new() } else { format!("{open} of {} open", actions.len()) };
    let body = chrome::frame(app, canvas, "ACTIONS", &right);
    let theme = canvas.theme();
    let review = workshop.session.review.map_or("no date yet; R sets one".to_owned(), words::date);
    let foot = body.bottom().saturating_sub(1);
    canvas.put(body.x, foot, body.width, &format!("REVIEW  {review}"), theme.accent);
    let area = Rect { height: body.height.saturating_sub(1), ..body };
    if actions.is_empty() {
        let words = "No actions yet. N writes one; A on an item, or on a line of \"Where to act\", begins one for it \
                     with starters to choose from.";
        canvas.put_wrapped(Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }, words, theme.text);
        canvas.cursor(area.x, area.y);
    } else {
        let marked = page.line.min(actions.len() - 1);
        let more = more(app, workshop, &actions[marked], body.width, canvas);
        let wanted = u16::try_from(more.len()).unwrap_or(u16::MAX);
        // The list keeps at least a third of the page; what is said of the marked one is cut at the foot.
        let below = wanted.min(area.height * 2 / 3);
        let list = Rect { height: area.height.saturating_sub(below + 1), ..area };
        lines(actions, marked, canvas, list);
        canvas.rule(area.x, list.bottom(), area.width);
        more.put(canvas, Rect { y: list.bottom() + 1, height: below, ..area }, 0);
    }
    if let Some(on_top) = &page.on_top {
        action_form::draw(app, on_top, canvas);
        chrome::keys(app, canvas);
    }
}

/// A line each, the marked one in sight.
fn lines(actions: &[Action], marked: usize, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let rows = usize::from(area.height).max(1);
    let first = marked.saturating_sub(rows / 2).min(actions.len().saturating_sub(rows));
    for ((place, action), y) in actions.iter().enumerate().skip(first).zip(area.y..area.bottom()) {
        let here = place == marked;
        let style = if here { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let arrow = if here { "►" } else { " " };
        let row = Rect { y, height: 1, ..area };
        let end = canvas.put_right(area.right(), y, 12, action.status.words(), theme.muted);
        let room = end.saturating_sub(area.x + 1);
        canvas.put(area.x, y, room, &cut(&format!("{arrow}{:<3}{}", action.number, words::what(action)), room), style);
        canvas.hit(row, Target::Line(place));
        if here {
            canvas.cursor(area.x, y);
        }
    }
}

/// The dots on an item and the actions for it, where there are any.
pub(super) fn about(session: &Session, id: &Id, theme: &Theme, sheet: &mut Sheet) {
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

/// Text cut to so many columns, two dots where something is left out.
fn cut(words: &str, columns: u16) -> String {
    let line = words.replace('\n', " ");
    if text::width(&line) <= columns {
        return line;
    }
    format!("{}..", text::cut(&line, columns.saturating_sub(2)))
}

/// Everything that is kept on one action.
fn more(app: &App, workshop: &Workshop, action: &Action, width: u16, canvas: &Canvas) -> Sheet {
    let theme = canvas.theme();
    let mut sheet = Sheet::new(width);
    sheet.hanging(&format!("{:<8}", action.number), words::what(action), theme.accent, theme.text);
    let missing =
        |text: &str, none: &str| if text.trim().is_empty() { none.to_owned() } else { text.trim().to_owned() };
    let by = action.by.map_or("no date yet".to_owned(), words::date);
    sheet.hanging("Who     ", &missing(&action.owner, "no owner yet"), theme.muted, theme.text);
    if !action.support.trim().is_empty() {
        sheet.hanging("With    ", action.support.trim(), theme.muted, theme.text);
    }
    sheet.hanging("By      ", &by, theme.muted, theme.text);
    if !action.measure.trim().is_empty() {
        sheet.hanging("Seen by ", action.measure.trim(), theme.muted, theme.text);
    }
    if !action.why.is_empty() {
        sheet.hanging("For     ", &words::names(&app.cx.framework, &action.why), theme.muted, theme.text);
    }
    for line in action.log.iter().rev() {
        let (term, words) = (format!("{:<8}", day(app, workshop, line.at)), logged(line));
        sheet.hanging(&term, words, theme.muted, theme.text);
    }
    sheet
}

fn logged(line: &Logged) -> &str {
    match &line.event {
        ActionEvent::Added => "taken on",
        ActionEvent::Status(status) => status.words(),
        ActionEvent::Note(text) => text,
    }
}

/// The time on the day of the workshop, the day on any other.
fn day(app: &App, workshop: &Workshop, at: Timestamp) -> String {
    let date = at.to_zoned(app.cx.now.time_zone().clone()).date();
    if Some(date) == workshop.session.about.date { app.cx.time_of_day(at) } else { words::short_date(date) }
}
