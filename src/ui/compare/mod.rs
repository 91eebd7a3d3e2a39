//! What changed between two sessions: the grid with the changes, and the slides after it.
//!
//! Steps of single ratings, counts of kinds and words; nothing is added up.

mod lists;
mod map;

use super::sheet::Sheet;
use super::{Canvas, chrome, text};
use crate::analysis::{Comparison, ThenNow};
use crate::app::{App, Change, Compare};
use crate::session::Session;
use crate::words;
use jiff::civil::Date;
use ratatui::layout::Rect;

/// The keys that scroll a slide: `PgDn` turns to the next one.
const SCROLLS: [&str; 2] = ["Down", "Up"];

pub(super) fn draw(app: &App, shown: &Compare, canvas: &mut Canvas) {
    let right = format!("{} of {}", shown.slide.number(), Change::ALL.len());
    let comparison = match shown.comparison(&app.cx.framework) {
        Ok(comparison) => comparison,
        Err(refusal) => {
            let body = chrome::frame(app, canvas, "WHAT CHANGED?", "");
            canvas.cursor(body.x, body.y);
            canvas.put_wrapped(body, &refusal.to_string(), canvas.theme().text);
            return;
        }
    };
    let title = heading(app, canvas, shown, &comparison, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    if shown.detail {
        let sheet = lists::detail(app, shown, &comparison, body.width, canvas.theme());
        return sheet.show_scrolled_by(SCROLLS, canvas, body, shown.scroll);
    }
    let sheet: Sheet = match shown.slide {
        Change::Map => return map::draw(app, shown, &comparison, canvas, body),
        Change::UpAndDown => lists::up_and_down(&comparison, canvas.theme(), body.width),
        Change::Views => lists::views(&comparison, canvas.theme(), body.width),
        Change::Conditions => lists::conditions(&comparison, canvas.theme(), body.width),
        Change::Room => lists::room(&comparison, canvas.theme(), body.width),
        Change::Actions => lists::actions(&comparison, canvas.theme(), body.width),
    };
    sheet.show_scrolled_by(SCROLLS, canvas, body, shown.scroll);
}

/// The slide's name with as much of partnership and dates as fits.
fn heading(app: &App, canvas: &Canvas, shown: &Compare, comparison: &Comparison, right: &str) -> String {
    let ThenNow { then, now } = comparison.sessions;
    let head = shown.slide.title().to_uppercase();
    // Three columns before what stands on the right, two before "Saved 14:32", and the margins.
    let saved = if app.cx.workshop.is_some() { text::width("Finished, saved") + 2 } else { 0 };
    let room = canvas.area().width.saturating_sub(text::width(right) + 5 + saved);
    let dates = |form| format!("{} to {}", day(then, form), day(now, form));
    let (long, short) = (dates(words::date), dates(words::month));
    let forms = [
        format!("{head}  {}  {long}", now.title()),
        format!("{head}  {}  {short}", now.title()),
        format!("{head}  {long}"),
        format!("{head}  {short}"),
    ];
    forms.into_iter().find(|form| text::width(form) <= room).unwrap_or(head)
}

fn day(session: &Session, form: fn(Date) -> String) -> String {
    session.about.date.map_or_else(|| "no date".to_owned(), form)
}

/// A line that is cut at whole pieces: `UP 7   SAME 20   DOWN 3`.
fn put_pieces(canvas: &mut Canvas, line: Rect, pieces: &[String]) {
    let style = canvas.theme().accent;
    let mut x = line.x;
    for piece in pieces {
        let width = text::width(piece);
        if x + width > line.right() {
            return;
        }
        canvas.put(x, line.y, width, piece, style);
        x += width + 3;
    }
}
