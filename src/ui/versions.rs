//! The earlier versions of a session: one line each, with the time, what was done by then, and the size.
//!
//! It draws what it is given; which versions there are is the store's to know.

use super::{Canvas, chrome, text};
use crate::app::{App, Target, Version, Versions};
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

const NONE: &str = "There are no earlier versions yet. One is kept each time a session is opened and closed, and every \
                    ten minutes while it changes.";

const KEPT: &str = "Restoring keeps the present version among these.";

pub(super) fn draw(app: &App, versions: &Versions, canvas: &mut Canvas) {
    let count = match versions.entries.len() {
        0 => String::new(),
        many => format!("{} of {many}", versions.focus.min(many - 1) + 1),
    };
    let body = chrome::frame(app, canvas, "EARLIER VERSIONS", &count);
    let theme = canvas.theme();
    canvas.put(body.x, body.y, body.width, &versions.title, theme.accent);
    let below = Rect { y: body.y.saturating_add(2), height: body.height.saturating_sub(2), ..body };
    if versions.entries.is_empty() {
        canvas.cursor(below.x, below.y);
        canvas.put_wrapped(below, NONE, theme.text);
        return;
    }
    let lines = usize::from(below.height.saturating_sub(2));
    let count = versions.entries.len();
    let first = versions.focus.saturating_sub(lines / 2).min(count.saturating_sub(lines));
    for ((number, version), y) in versions.entries.iter().enumerate().skip(first).take(lines).zip(below.y..) {
        let marked = number == versions.focus;
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let arrow = if marked { "► " } else { "  " };
        let line = Rect { y, height: 1, ..below };
        canvas.put(line.x, y, line.width, &format!("{arrow}{}", words(app, version, line.width)), style);
        canvas.hit(line, Target::Line(number));
        if marked {
            canvas.cursor(line.x, y);
        }
    }
    canvas.put(body.x, body.bottom().saturating_sub(1), body.width, KEPT, theme.muted);
}

/// Day, time, what was done, what kind of copy, size; as much as fits.
fn words(app: &App, version: &Version, width: u16) -> String {
    let done = format!("{} of {}", version.done, version.of);
    let start = format!("{:<24} {done:>8}", when(app, version));
    let more = format!("{start}  {:<16} {:>8}", version.kind, size(version.size));
    if text::width(&more).saturating_add(2) > width { start } else { more }
}

/// `12 March 2026, 14:32`.
pub(super) fn when(app: &App, version: &Version) -> String {
    words::day_and_time(&version.saved.to_zoned(app.cx.now.time_zone().clone()))
}

fn size(bytes: u64) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}
