//! The saved sessions: one line each, and more about the marked one below.
//!
//! A file that cannot be read stands in the list like any other, with the reason.

use super::sheet::Sheet;
use super::{Canvas, chrome, text};
use crate::app::{App, List, Listed, Target};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(app: &App, list: &List, canvas: &mut Canvas) {
    let count = match list.entries.len() {
        0 => String::new(),
        many => format!("{} of {many}", list.focus.min(many - 1) + 1),
    };
    let body = chrome::frame(app, canvas, "SAVED SESSIONS", &count);
    let theme = canvas.theme();
    let Some(marked) = list.entries.get(list.focus.min(list.entries.len().saturating_sub(1))) else {
        let mut sheet = Sheet::new(body.width);
        sheet.text(0, "There are no saved sessions yet.", theme.text);
        sheet.text(0, "N begins a new one. Every change is saved at once, in this folder:", theme.text);
        sheet.text(0, &app.home.folder, theme.text);
        return sheet.show(canvas, body, 0);
    };
    // The same for every session, so that the list stays still while the mark moves.
    let rows = if body.height < 20 { 4 } else { 5 };
    let columns = Columns::of(body.width);
    let lines = body.height.saturating_sub(rows + 1);
    let table = Rect { height: lines, ..body };
    let head = body.height >= 14;
    if head {
        columns.head(canvas, table);
        canvas.rule(table.x, table.y + 1, table.width);
    }
    let top = if head { 2 } else { 0 };
    entries(list, canvas, &columns, Rect { y: table.y + top, height: lines.saturating_sub(top), ..table });
    canvas.rule(body.x, table.bottom(), body.width);
    let below = Rect { y: table.bottom() + 1, height: rows, ..body };
    match &marked.problem {
        Some(problem) => {
            canvas.put_wrapped(below, &format!("Cannot be opened: {problem}"), theme.text);
        }
        None => preview(app, marked, body.width, canvas).put(canvas, below, 0),
    }
}

/// The lines, scrolled so that the marked one is in sight.
fn entries(list: &List, canvas: &mut Canvas, columns: &Columns, area: Rect) {
    let count = list.entries.len();
    let focus = list.focus.min(count.saturating_sub(1));
    let height = usize::from(area.height);
    let step = if count * 2 <= height + 1 { 2_u16 } else { 1 };
    let first = if step == 2 { 0 } else { focus.saturating_sub(height / 2).min(count.saturating_sub(height)) };
    let mut y = area.y;
    for (number, entry) in list.entries.iter().enumerate().skip(first) {
        if y >= area.bottom() {
            return;
        }
        let line = Rect { y, height: 1, ..area };
        columns.entry(canvas, line, entry, number == focus);
        canvas.hit(line, Target::Line(number));
        if number == focus {
            canvas.cursor(line.x, y);
        }
        y = y.saturating_add(step);
    }
}

/// Columns of the date, the partnership, what is done, what is not agreed, and the status.
struct Columns {
    date: u16,
    name: u16,
    done: u16,
    split: u16,
    status: u16,
}

impl Columns {
    fn of(width: u16) -> Self {
        let (date, done, split, status) = match width {
            ..58 => (12, 6, 0, 0),
            58..76 => (12, 6, 0, 13),
            _ => (18, 7, 12, 14),
        };
        Self { date, done, split, status, name: width.saturating_sub(date + done + split + status + 2) }
    }

    fn head(&self, canvas: &mut Canvas, line: Rect) {
        let split = if self.split > 0 { "Not agreed" } else { "" };
        let status = if self.status > 0 { "Status" } else { "" };
        let style = canvas.theme().muted;
        self.put(canvas, line, ["", "Date", "Partnership", "Done", split, status], style);
    }

    fn entry(&self, canvas: &mut Canvas, line: Rect, entry: &Listed, marked: bool) {
        let theme = canvas.theme();
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let arrow = if marked { "►" } else { "" };
        let form = if self.date < 18 { "%-d %b %Y" } else { "%-d %B %Y" };
        let date = entry.date.map_or("no date".to_owned(), |date| date.strftime(form).to_string());
        if entry.problem.is_some() {
            let status = if self.status > 0 { "not readable" } else { "" };
            return self.put(canvas, line, [arrow, &date, &entry.name, "", "", status], style);
        }
        let done = format!("{}/{}", entry.done, entry.of);
        let split = if self.split > 0 { entry.not_agreed.to_string() } else { String::new() };
        self.put(canvas, line, [arrow, &date, name(entry), &done, &split, &entry.status], style);
    }

    fn put(&self, canvas: &mut Canvas, line: Rect, words: [&str; 6], style: ratatui::style::Style) {
        let mut x = line.x;
        let widths = [2, self.date, self.name, self.done, self.split, self.status];
        for (words, width) in words.into_iter().zip(widths) {
            // The last column before the next one stays blank.
            let room = width.saturating_sub(1).min(line.right().saturating_sub(x));
            let cut = text::cut(words, room.saturating_sub(2));
            if text::width(words) > room {
                canvas.put(x, line.y, room, &format!("{cut}.."), style);
            } else {
                canvas.put(x, line.y, room, words, style);
            }
            x = x.saturating_add(width);
        }
    }
}

fn name(entry: &Listed) -> &str {
    if entry.partnership.trim().is_empty() { "Unnamed partnership" } else { &entry.partnership }
}

/// More about the marked session.
fn preview(app: &App, entry: &Listed, width: u16, canvas: &Canvas) -> Sheet {
    let theme = canvas.theme();
    let mut sheet = Sheet::new(width);
    let date = entry.date.map_or(String::new(), |date| format!(" · {}", date.strftime("%-d %B %Y")));
    sheet.text(0, &format!("{}{date}", name(entry)), theme.accent);
    let not_agreed = if entry.not_agreed == 0 { String::new() } else { format!(", {} not agreed", entry.not_agreed) };
    let people = match entry.people {
        0 => String::new(),
        1 => "1 person · ".into(),
        many => format!("{many} people · "),
    };
    let status = &entry.status;
    let words = format!("{people}{} of {} discussed{not_agreed} · {status}", entry.done, entry.of);
    sheet.text(0, &words, theme.text);
    sheet.text(0, &format!("File {} in {}", entry.name, app.home.folder), theme.muted);
    sheet
}
