//! The question before a session is restored, deleted, finished or reopened; the safe answer first.
//!
//! It answers nothing itself.

use super::{Canvas, chrome, text};
use crate::app::{App, Ask, Deletion};
use crate::view::saved_at as when;
use crate::words;
use ratatui::layout::Rect;

/// `Blue, Red`, or how many where they are many.
fn listed(names: &[String]) -> String {
    if names.len() > 3 { format!("{} sessions", names.len()) } else { names.join(", ") }
}

pub(super) fn draw(app: &App, ask: &Ask, canvas: &mut Canvas) {
    let (title, question, explained, no, yes) = match ask {
        Ask::Delete { deletion, title } => return delete(app, deletion, title, canvas),
        Ask::Restore { title, version, .. } => (
            "Restore this version?",
            format!("{title}, {}: {} of {} discussed.", when(app, version), version.done, version.of),
            words::PRESENT_VERSION_KEPT,
            "leave it as it is",
            "restore it",
        ),
        Ask::Merge { files } => (
            "Merge these sessions?",
            format!("{} sessions: votes add up, notes keep their table's name.", files.len()),
            "A new session; the tables' own votes and notes stay.",
            "leave them",
            "merge them",
        ),
        Ask::Papers { names, .. } => (
            // As in lines: yes is what frees the counts, so that nobody frees them who says yes to a paper that is out.
            "Is it sure that no paper has gone out?",
            format!("{} do not say that they are tables.", listed(names)),
            "A paper of one beside the merged one could give votes away.",
            "no: tell only what gives nothing away",
            "yes: mark them as tables",
        ),
        Ask::Hear { groups } => (
            "May it be told?",
            app.cx.heard_question(groups),
            words::ONLY_WHERE_THEY_STAND,
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
    let theme = canvas.theme();
    let inside = chrome::dialog(app, canvas, width(canvas), 10, title);
    let mut y = inside.y;
    y += canvas.put_wrapped(Rect { height: 2, ..inside }, &question, theme.text);
    y += canvas.put_wrapped(Rect { y, height: 2, ..inside }, explained, theme.muted) + 1;
    answers(app, canvas, inside, y, no, yes);
}

fn width(canvas: &Canvas) -> u16 {
    canvas.area().width.saturating_sub(4).min(64)
}

/// Names the file, what goes with it and what stays; the box is as high as that takes.
fn delete(app: &App, deletion: &Deletion, title: &str, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let copies = match deletion.rev {
        Some(_) => format!("With it: {}.", deletion.copies()),
        None => words::GOES_ALONE.into(),
    };
    let stays = deletion.staying();
    let stays = if stays.is_empty() { String::new() } else { format!("Stays: {stays}.") };
    let undone = "THIS CANNOT BE UNDONE. Copies made by people, in e-mails or cloud drives stay.";
    let parts = [
        (format!("{title}: {}", deletion.place()), theme.text),
        (copies, theme.text),
        (stays, theme.text),
        (undone.to_owned(), theme.muted),
    ];
    let inner = width(canvas).saturating_sub(4);
    let rows = parts.each_ref().map(|(words, _)| if words.is_empty() { 0 } else { text::rows(words, inner) });
    let inside = chrome::dialog(app, canvas, width(canvas), rows.iter().sum::<u16>() + 5, "Delete this session?");
    let mut room = inside.height.saturating_sub(3);
    let mut y = inside.y;
    for (place, (words, style)) in parts.iter().enumerate().filter(|(place, _)| rows[*place] > 0) {
        // Each part keeps a row at least, also in the smallest window.
        let below = u16::try_from(rows.iter().skip(place + 1).filter(|rows| **rows > 0).count()).unwrap_or(0);
        let height = rows[place].min(room.saturating_sub(below));
        canvas.put_wrapped(Rect { y, height, ..inside }, words, *style);
        (y, room) = (y + height, room.saturating_sub(height));
    }
    answers(app, canvas, inside, y + 1, "keep it", "delete it for good");
}

/// The two answers, the safe one marked.
fn answers(app: &App, canvas: &mut Canvas, inside: Rect, y: u16, no: &str, yes: &str) {
    let theme = canvas.theme();
    let y = y.min(inside.bottom().saturating_sub(2));
    canvas.put(inside.x, y, inside.width, &format!("► Enter  {no}"), theme.text);
    canvas.put(inside.x, y.saturating_add(1), inside.width, &format!("  Y      {yes}"), theme.text);
    canvas.cursor(inside.x, y);
    chrome::keys(app, canvas);
}
