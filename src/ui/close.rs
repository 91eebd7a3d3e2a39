//! The question whether to close, with what closing would mean just now; the safe answer first.
//!
//! It closes nothing.

use super::{Canvas, chrome};
use crate::app::{App, Voting, Workshop};
use ratatui::layout::Rect;

pub(super) fn draw(app: &App, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let unsafe_one = app.workshop.as_ref().filter(|workshop| !workshop.is_safe());
    let (sentence, explained, yes, style) = match unsafe_one {
        Some(open) => {
            ("NOT EVERYTHING IS SAVED YET.".to_owned(), explained(open), "close and keep a copy", theme.alert)
        }
        None => match open_vote(app) {
            Some(vote) => {
                (format!("Lost by closing: open vote, {}", vote.cast_count()), String::new(), "close", theme.alert)
            }
            None => ("Everything is saved.".to_owned(), String::new(), "close", theme.text),
        },
    };
    let (width, height) = if unsafe_one.is_some() { (64, 10) } else { (46, 7) };
    let inside = chrome::dialog(app, canvas, width, height, "Close Plenary?");
    let top = inside.y.saturating_add(u16::from(inside.height > 5));
    canvas.put(inside.x, top, inside.width, &sentence, style);
    let below = Rect { y: top.saturating_add(1), height: inside.height.saturating_sub(4).min(3), ..inside };
    let used = if explained.is_empty() { 0 } else { canvas.put_wrapped(below, &explained, theme.text) };
    let y = top.saturating_add(used).saturating_add(2).min(inside.bottom().saturating_sub(2));
    canvas.put(inside.x, y, inside.width, "► Enter  stay", theme.text);
    canvas.put(inside.x, y.saturating_add(1), inside.width, &format!("  Y      {yes}"), theme.text);
    canvas.cursor(inside.x, y);
    chrome::keys(app, canvas);
}

/// The vote that is open and has votes: it is no part of any file.
fn open_vote(app: &App) -> Option<&Voting> {
    app.workshop.as_ref()?.vote.as_ref().filter(|vote| !vote.is_empty())
}

/// What closing does, and where the work is then.
fn explained(workshop: &Workshop) -> String {
    match workshop.copy() {
        Some(copy) => {
            format!("Closing tries once more. A copy is safe, and found at the next start: {}", copy.display())
        }
        None => "Closing tries once more, then keeps a copy and says where it is.".into(),
    }
}
