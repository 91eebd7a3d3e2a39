//! The columns of the list: the date, the partnership, what is done, what is not agreed, and the state.
//!
//! It knows one line at a time.

use crate::app::Listed;
use crate::ui::{Canvas, text};
use crate::words;
use jiff::civil::Date;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// How wide each column is.
pub(super) struct Columns {
    lead: u16,
    date: u16,
    name: u16,
    done: u16,
    split: u16,
    status: u16,
}

impl Columns {
    /// The columns for a width; where sessions are chosen, their marks need two more.
    pub(super) fn of(width: u16, chosen: bool) -> Self {
        let (date, done, split, status) = match width {
            ..58 => (12, 6, 0, 0),
            58..76 => (12, 6, 0, 13),
            _ => (18, 7, 12, 14),
        };
        let lead = if chosen { 4 } else { 2 };
        Self { lead, date, done, split, status, name: width.saturating_sub(lead + date + done + split + status) }
    }

    pub(super) fn head(&self, canvas: &mut Canvas, line: Rect) {
        let split = if self.split > 0 { "Not agreed" } else { "" };
        let status = if self.status > 0 { "Status" } else { "" };
        let style = canvas.theme().muted;
        self.put(canvas, line, ["", "Date", "Partnership", "Done", split, status], style);
    }

    pub(super) fn entry(&self, canvas: &mut Canvas, line: Rect, entry: &Listed, marked: bool, chosen: bool) {
        let theme = canvas.theme();
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let lead = match (marked, chosen) {
            (true, true) => "► ■",
            (true, false) => "►",
            (false, true) => "  ■",
            (false, false) => "",
        };
        let form: fn(Date) -> String = if self.date < 18 { words::short_date } else { words::date };
        let date = entry.date.map_or("no date".to_owned(), form);
        let status = if self.status > 0 { entry.kind.words() } else { "" };
        if entry.problem.is_some() {
            return self.put(canvas, line, [lead, &date, &entry.name, "", "", status], style);
        }
        let done = format!("{}/{}", entry.done, entry.of);
        let split = if self.split > 0 { entry.not_agreed.to_string() } else { String::new() };
        self.put(canvas, line, [lead, &date, &entry.described(), &done, &split, status], style);
    }

    fn put(&self, canvas: &mut Canvas, line: Rect, words: [&str; 6], style: Style) {
        let mut x = line.x;
        let widths = [self.lead, self.date, self.name, self.done, self.split, self.status];
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
