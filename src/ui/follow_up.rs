//! The actions of last time, one line each with how far it is: the first thing that a follow-up shows.
//!
//! It changes nothing; what became of an action is the room's to say.

use super::{Canvas, chrome, text};
use crate::app::{App, Target};
use crate::session::{Action, ActionStatus};
use crate::words::{self};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(app: &App, focus: usize, canvas: &mut Canvas) {
    let Some(workshop) = &app.cx.workshop else { return };
    let session = &workshop.session;
    let date = session.earlier.as_ref().and_then(|earlier| earlier.date);
    let narrow = canvas.area().width < 60;
    let title = match date {
        Some(date) if canvas.area().width >= 76 => format!("ACTIONS OF LAST TIME  {}", words::date(date)),
        _ => "ACTIONS OF LAST TIME".to_owned(),
    };
    let right = if session.actions.is_empty() {
        String::new()
    } else {
        words::action_counts(session.actions.iter().map(|action| action.status))
    };
    let body = chrome::frame(app, canvas, &title, if narrow { "" } else { &right });
    let theme = canvas.theme();
    if session.actions.is_empty() {
        canvas.cursor(body.x, body.y);
        canvas.put_wrapped(body, words::NO_OPEN_ACTIONS, theme.text);
        return;
    }
    let mut y = body.y;
    // The marked one is always in sight: what stands before it is left out as far as it must be.
    let rows = |action: &Action| text::rows(&words::action(action), body.width.saturating_sub(TAG)).clamp(1, 3);
    let mut first = 0;
    let height = |first: usize| -> u16 {
        let shown = session.actions.iter().take(focus + 1).skip(first);
        shown.map(rows).fold(0, u16::saturating_add)
    };
    while first < focus && height(first) > body.height {
        first += 1;
    }
    for (number, action) in session.actions.iter().enumerate().skip(first) {
        let place = Rect { y, height: rows(action).min(body.bottom().saturating_sub(y)), ..body };
        if place.height == 0 {
            return;
        }
        let marked = number == focus;
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let tag = if action.status == ActionStatus::NotStarted { theme.muted } else { theme.accent };
        canvas.put(place.x, y, 2, if marked { "►" } else { " " }, style);
        canvas.put(place.x + 2, y, TAG - 3, &action.status.words().to_uppercase(), tag);
        let beside = Rect { x: place.x + TAG, width: place.width.saturating_sub(TAG), ..place };
        canvas.put_wrapped(beside, &words::action(action), style);
        canvas.hit(place, Target::Line(number));
        if marked {
            canvas.cursor(place.x, y);
        }
        y = y.saturating_add(place.height);
    }
}

/// Columns before an action: the mark and how far it is.
const TAG: u16 = 14;
