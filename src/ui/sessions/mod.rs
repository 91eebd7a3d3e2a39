//! The saved sessions: one line each, and more about the marked one below.
//!
//! A file that cannot be read stands in the list like any other, with the reason. Only the lines in sight are drawn,
//! however long the list is.

mod columns;
mod preview;

use super::setup::text_field;
use super::sheet::Sheet;
use super::{Canvas, chrome};
use crate::app::{App, List, Order, Target};
use crate::words;
use columns::Columns;
use ratatui::layout::Rect;

pub(super) fn draw(app: &App, canvas: &mut Canvas) {
    let list = &app.cx.list;
    let body = chrome::frame(app, canvas, "SAVED SESSIONS", &count(list));
    let used = narrowed(list, canvas, body);
    let body = Rect { y: body.y.saturating_add(used), height: body.height.saturating_sub(used), ..body };
    let Some(marked) = list.marked() else {
        return nothing(app, canvas, body);
    };
    // The same for every session, so that the list stays still while the mark moves.
    let rows = match body.height {
        ..14 => 4,
        14..15 => 5,
        _ => 8,
    };
    let lines = body.height.saturating_sub(rows + 1);
    let table = Rect { height: lines, ..body };
    let columns = Columns::of(body.width, !list.chosen.is_empty());
    let head = body.height >= 14;
    if head {
        columns.head(canvas, table);
        canvas.rule(table.x, table.y + 1, table.width);
    }
    let top = if head { 2 } else { 0 };
    entries(list, canvas, &columns, Rect { y: table.y + top, height: lines.saturating_sub(top), ..table });
    canvas.rule(body.x, table.bottom(), body.width);
    let below = Rect { y: table.bottom() + 1, height: rows, ..body };
    preview::draw(app, marked, canvas, below);
}

/// `3 of 120`, or how far reading the folder has come.
fn count(list: &List) -> String {
    let shown = list.view.shown();
    match list.progress.of {
        Some(of) if list.progress.goes_on() => format!("reading {} of {}", grouped(list.progress.read), grouped(of)),
        None if list.progress.goes_on() && list.progress.number > 0 => "reading the folder".into(),
        _ if shown == 0 => String::new(),
        _ => format!("{} of {}", grouped(list.focus.min(shown - 1) + 1), grouped(shown)),
    }
}

/// `10,000`: four digits and more are hard to take in from the back row.
fn grouped(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}

/// What narrows or orders the list, and the words being searched for; gives the rows used.
fn narrowed(list: &List, canvas: &mut Canvas, body: Rect) -> u16 {
    let theme = canvas.theme();
    let mut said: Vec<String> = Vec::new();
    said.extend(list.view.partnership().map(|name| {
        let name = if name.is_empty() { crate::words::WITHOUT_A_NAME } else { name };
        format!("only {name}")
    }));
    said.extend(list.view.kind().map(|kind| format!("only {}", kind.words())));
    if list.view.order() != Order::Date {
        said.push(list.view.order().words().into());
    }
    said.extend(list.folder.as_ref().map(|folder| format!("in {}", folder.display())));
    let said = said.join(" · ");
    let line = Rect { height: 1, ..body };
    match &list.search {
        Some(field) => {
            let used = canvas.put(line.x, line.y, line.width, "Search  ", theme.accent);
            let width = (line.width / 2).saturating_sub(used).max(12);
            let typed = Rect { x: line.x + used, width, ..line };
            canvas.fill(typed, theme.strip);
            text_field(canvas, typed, field, list.typing);
            let x = typed.right().saturating_add(2);
            canvas.put(x, line.y, line.right().saturating_sub(x), &said, theme.muted);
            1
        }
        None if said.is_empty() => 0,
        None => canvas.put_wrapped(line, &said, theme.muted),
    }
}

/// What to read where no session is in sight.
fn nothing(app: &App, canvas: &mut Canvas, body: Rect) {
    let (list, theme) = (&app.cx.list, canvas.theme());
    let mut sheet = Sheet::new(body.width);
    if list.view.count() > 0 {
        sheet.text(0, words::NO_SUCH_SESSION, theme.text);
    } else if list.progress.goes_on() {
        sheet.text(0, "Reading the folder:", theme.text);
        sheet.text(0, &folder(app), theme.muted);
    } else {
        let own = list.folder.is_none();
        let words = if own { "There are no saved sessions yet." } else { "There are no sessions in this folder:" };
        sheet.text(0, words, theme.text);
        if own {
            sheet.text(0, "N begins a new one. Every change is saved at once, in this folder:", theme.text);
        }
        sheet.text(0, &folder(app), theme.text);
    }
    let typing = list.typing;
    if typing {
        // The cursor stays where the words are typed.
        return sheet.put(canvas, body, 0);
    }
    sheet.show(canvas, body, 0);
}

fn folder(app: &App) -> String {
    app.cx.list.folder.as_ref().map_or_else(|| app.cx.home.folder.clone(), |folder| folder.display().to_string())
}

/// The lines, scrolled so that the marked one is in sight.
fn entries(list: &List, canvas: &mut Canvas, columns: &Columns, area: Rect) {
    let count = list.view.shown();
    let focus = list.focus.min(count.saturating_sub(1));
    let height = usize::from(area.height);
    let step = if count * 2 <= height + 1 { 2_u16 } else { 1 };
    let first = if step == 2 { 0 } else { focus.saturating_sub(height / 2).min(count.saturating_sub(height)) };
    let lines = (first..count).zip((area.y..area.bottom()).step_by(usize::from(step)));
    for (number, y) in lines {
        let Some(entry) = list.view.at(number) else { return };
        let line = Rect { y, height: 1, ..area };
        columns.entry(canvas, line, entry, number == focus, list.is_chosen(&entry.file));
        canvas.hit(line, Target::Line(number));
        if number == focus && !list.typing {
            canvas.cursor(line.x, y);
        }
    }
}
