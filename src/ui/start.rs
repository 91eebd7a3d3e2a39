//! The start page: what this is, and one line for each thing to do.

use super::canvas::BIG;
use super::chrome;
use super::{Canvas, text};
use crate::app::{App, Choice, Start, Target};
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

const NAME: &str = "PLENARY";

pub(super) fn draw(app: &App, start: &Start, canvas: &mut Canvas) {
    let body = chrome::frame(app, canvas, "", "");
    let theme = canvas.theme();
    let choices = app.cx.choices();
    let lines = u16::try_from(choices.len()).unwrap_or(u16::MAX);
    let kept = text::rows(words::PRIVACY, body.width);
    let big = body.height >= lines + kept + BIG.1 + 4 && body.width >= BIG.0 * 7;
    // The big name would reach under "Saved", which stands in the heading while a session is open.
    let mut y = body.y.saturating_sub(u16::from(!big || app.cx.workshop.is_none()));
    if big {
        canvas.big(body.x, y, NAME, theme.accent);
        y += BIG.1 + 1;
    } else {
        canvas.put(body.x, y, body.width, NAME, theme.accent);
        y += 1;
    }
    canvas.put(body.x, y, body.width, &app.cx.framework.title, theme.text);
    y += 2;
    let spacing = if body.bottom().saturating_sub(y) > lines * 2 + kept + 2 { 2 } else { 1 };
    for (number, choice) in choices.iter().enumerate() {
        let marked = number == start.focus;
        let line = Rect { y, height: 1, ..body };
        let arrow = if marked { "► " } else { "  " };
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        canvas.put(line.x, y, line.width, &format!("{arrow}{}", words(app, *choice)), style);
        canvas.hit(line, Target::Line(number));
        if marked {
            canvas.cursor(line.x, y);
        }
        y += spacing;
    }
    let room = body.bottom().saturating_sub(y);
    if room >= kept {
        let y = body.bottom().saturating_sub(kept);
        canvas.put_wrapped(Rect { y, height: kept, ..body }, words::PRIVACY, theme.muted);
    }
}

fn words(app: &App, choice: Choice) -> String {
    match choice {
        Choice::CarryOn if app.cx.has_begun() => app
            .cx
            .workshop
            .as_ref()
            .map_or(String::new(), |open| format!("Carry on: {}", crate::view::session_title(open))),
        Choice::CarryOn => app.cx.home.last.as_ref().map_or(String::new(), |last| {
            let date = last.date.map_or(String::new(), |date| format!(", {}", words::date(date)));
            let name = if last.partnership.is_empty() { "Unnamed partnership" } else { &last.partnership };
            format!("Carry on: {name}{date} ({} of {})", last.done, last.of)
        }),
        Choice::New => "New session".into(),
        Choice::Open => words::OPEN_SAVED.into(),
        Choice::Demo => words::TRY_SAMPLE.into(),
        Choice::RoomCheck => "First time here? Check the room (F2)".into(),
        Choice::Help => "Help: the keys".into(),
        Choice::About => words::ABOUT.into(),
    }
}
