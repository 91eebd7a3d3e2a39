//! The slide of actions, to read back to the room: what, who, by when and how it will be known; then the review date.
//!
//! What an action still lacks is said, because a room forgets an action without an owner or a date.

use crate::app::{App, Slides, Workshop};
use crate::session::Action;
use crate::ui::sheet::Sheet;
use crate::ui::theme::Theme;
use crate::ui::{Canvas, chrome, standings, wording};
use crate::words;
use jiff::civil::Date;

pub(in crate::ui) fn draw(app: &App, workshop: &Workshop, slides: &Slides, canvas: &mut Canvas) {
    let actions = app.cx.actions();
    let right = standings::place(app, slides, canvas);
    let head = match (actions.len(), canvas.area().width < 60) {
        (0, _) | (_, true) => "ACTIONS".to_owned(),
        (1, _) => "1 ACTION, READ BACK".into(),
        (many, _) => format!("{many} ACTIONS, READ BACK"),
    };
    let title = wording::heading(canvas, &head, workshop, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    let theme = canvas.theme();
    let review = review(workshop.session.review);
    if actions.is_empty() {
        let mut sheet = Sheet::new(body.width);
        sheet.blank();
        sheet.text(
            0,
            "No actions yet. A opens the list; on \"Where to act\" it begins one for the marked line.",
            theme.text,
        );
        sheet.blank();
        sheet.text(0, &review, theme.accent);
        return sheet.show(canvas, body, 0);
    }
    let last = actions.len() - 1;
    standings::blocks(canvas, body, slides.line, actions.len(), |number, marked, sheet| {
        if let Some(action) = actions.get(number) {
            add(app, action, marked, theme, sheet);
        }
        if number == last {
            sheet.blank();
            sheet.text(0, &review, theme.accent);
        }
    });
}

fn review(review: Option<Date>) -> String {
    review.map_or("REVIEW  no date yet: A, then R sets one".into(), |date| format!("REVIEW  {}", words::date(date)))
}

fn add(app: &App, action: &Action, marked: bool, theme: &Theme, sheet: &mut Sheet) {
    let arrow = if marked { "►" } else { " " };
    let status = if action.status.is_open() && action.log.len() < 2 {
        String::new()
    } else {
        format!(" ({})", action.status.words())
    };
    let what = format!("{}{status}", words::what(action));
    sheet.hanging(&format!("{arrow}{:<3}", action.number), &what, theme.accent, theme.text);
    if sheet.width() < 60 && !marked {
        return;
    }
    sheet.hanging("    Who  ", &words::who(action), theme.muted, theme.text);
    sheet.hanging("    By   ", &words::due(action), theme.muted, theme.text);
    if !action.measure.trim().is_empty() {
        sheet.hanging("    Seen ", action.measure.trim(), theme.muted, theme.text);
    }
    if !action.why.is_empty() && (marked || sheet.width() >= 76) {
        sheet.hanging("    For  ", &words::names(&app.cx.framework, &action.why), theme.muted, theme.text);
    }
}
