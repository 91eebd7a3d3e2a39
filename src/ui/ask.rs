//! The question before a session is restored, deleted, finished or reopened; the safe answer first.
//!
//! It answers nothing itself.

use super::versions::when;
use super::{Canvas, chrome};
use crate::app::{App, Ask};
use ratatui::layout::Rect;

/// `Blue, Red`, or how many where they are many.
fn listed(names: &[String]) -> String {
    if names.len() > 3 { format!("{} sessions", names.len()) } else { names.join(", ") }
}

pub(super) fn draw(app: &App, ask: &Ask, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let (title, question, explained, no, yes) = match ask {
        Ask::Restore { title, version, .. } => (
            "Restore this version?",
            format!("{title}, {}: {} of {} discussed.", when(app, version), version.done, version.of),
            "The present version is kept among the earlier ones.",
            "leave it as it is",
            "restore it",
        ),
        Ask::Delete { title, .. } => (
            "Delete this session?",
            format!("{title}: the session and all copies that Plenary made of it."),
            "THIS CANNOT BE UNDONE. Copies made by people, in e-mails or cloud drives stay.",
            "keep it",
            "delete it for good",
        ),
        Ask::Merge { files } => (
            "Merge these sessions?",
            format!("{} sessions: votes add up, notes keep their table's name.", files.len()),
            "A new session is made; the tables' own files stay as they are.",
            "leave them",
            "merge them",
        ),
        Ask::Papers { names, .. } => (
            "Has a paper gone out already?",
            format!("{} do not say that they are tables.", listed(names)),
            "A paper of one beside the merged one could give votes away.",
            "perhaps: tell only what gives nothing away",
            "none has: mark them as tables",
        ),
        Ask::Hear { groups } => (
            "May it be told?",
            app.heard_question(groups),
            "Only that, never your counts. No is an answer like any other.",
            "no: nothing is told of them",
            "yes: it may be told",
        ),
        Ask::Finish { title } => (
            "Finish this session?",
            format!("{title} can then be read, but not changed."),
            "U takes it back, F4 reopens it at any time.",
            "go on",
            "finish it",
        ),
        Ask::Reopen { title } => (
            "Reopen this session?",
            format!("{title}: it was finished, and can then be changed again."),
            "F4 finishes it once more.",
            "leave it finished",
            "reopen it",
        ),
    };
    let width = canvas.area().width.saturating_sub(4).min(64);
    let inside = chrome::dialog(app, canvas, width, 10, title);
    let mut y = inside.y;
    y += canvas.put_wrapped(Rect { height: 2, ..inside }, &question, theme.text);
    y += canvas.put_wrapped(Rect { y, height: 2, ..inside }, explained, theme.muted) + 1;
    let y = y.min(inside.bottom().saturating_sub(2));
    canvas.put(inside.x, y, inside.width, &format!("► Enter  {no}"), theme.text);
    canvas.put(inside.x, y.saturating_add(1), inside.width, &format!("  Y      {yes}"), theme.text);
    canvas.cursor(inside.x, y);
    chrome::keys(app, canvas);
}
