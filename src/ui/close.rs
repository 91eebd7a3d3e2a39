//! The question whether to close, with what closing would mean just now; the safe answer first.
//!
//! It closes nothing.

use super::{Canvas, chrome};
use crate::app::{App, Voting, Workshop};
use crate::words;
use ratatui::layout::Rect;

pub(super) fn draw(app: &App, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let unsafe_one = app.cx.workshop.as_ref().filter(|workshop| !workshop.is_safe());
    let lost = app.cx.workshop.as_ref().and_then(Workshop::unkept_vote).map(Voting::not_kept);
    let (sentence, explained, yes, style) = match (unsafe_one, lost) {
        (Some(open), lost) => {
            let explained = [Some(explained(open)), lost].into_iter().flatten().collect::<Vec<_>>().join(" ");
            ("NOT EVERYTHING IS SAVED YET.", explained, "close and keep a copy", theme.alert)
        }
        (None, Some(lost)) => {
            ("NOT KEPT: THE OPEN VOTE.", format!("{lost} {}", words::ALL_ELSE_SAVED), "close", theme.alert)
        }
        (None, None) => (words::EVERYTHING_SAVED, String::new(), "close", theme.text),
    };
    let (width, height) = if explained.is_empty() { (46, 7) } else { (64, 10) };
    let inside = chrome::dialog(app, canvas, width, height, "Close Plenary?");
    let top = inside.y.saturating_add(u16::from(inside.height > 5));
    canvas.put(inside.x, top, inside.width, sentence, style);
    let below = Rect { y: top.saturating_add(1), height: inside.height.saturating_sub(4).min(3), ..inside };
    let used = if explained.is_empty() { 0 } else { canvas.put_wrapped(below, &explained, theme.text) };
    let y = top.saturating_add(used).saturating_add(2).min(inside.bottom().saturating_sub(2));
    canvas.put(inside.x, y, inside.width, "► Enter  stay", theme.text);
    canvas.put(inside.x, y.saturating_add(1), inside.width, &format!("  Y      {yes}"), theme.text);
    canvas.cursor(inside.x, y);
    chrome::keys(app, canvas);
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
