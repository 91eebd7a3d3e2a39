//! One partnership over all its sessions: a column for each workshop, a line for each item.

use super::{Canvas, chrome};
use crate::app::Target;
use crate::view::{Frame, TrendPage, TrendRow};
use ratatui::layout::Rect;

/// Columns of an item's name.
const NAME: u16 = 18;

/// Lines in which the marked item is said.
const SAID: u16 = 2;

pub(super) fn draw(frame: &Frame, page: &TrendPage, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let columns = Columns::of(body.width, page.sessions.len());
    let theme = canvas.theme();
    columns.head(page, canvas, body);
    let below = Rect { y: body.y.saturating_add(2), height: body.height.saturating_sub(3 + SAID), ..body };
    // A line for each heading, and one for each row.
    let lines = page.rows.iter().enumerate().flat_map(|(number, row)| {
        let heading = (!row.heading.is_empty()).then_some((number, None));
        heading.into_iter().chain([(number, Some(row))])
    });
    let lines: Vec<(usize, Option<&TrendRow>)> = lines.collect();
    let height = usize::from(below.height);
    let marked = lines.iter().position(|(number, row)| row.is_some() && *number == page.marked).unwrap_or(0);
    let first = marked.saturating_sub(height / 2).min(lines.len().saturating_sub(height));
    for ((number, row), y) in lines.iter().skip(first).zip(below.y..below.bottom()) {
        let place = Rect { y, height: 1, ..below };
        let Some(row) = row else {
            canvas.put(place.x, y, place.width, &page.rows[*number].heading, theme.muted);
            continue;
        };
        columns.row(row, *number == page.marked, canvas, place);
        canvas.hit(place, Target::Line(*number));
    }
    canvas.rule(body.x, below.bottom(), body.width);
    if let Some(row) = page.rows.get(page.marked) {
        let last = Rect { y: below.bottom().saturating_add(1), height: SAID, ..body };
        canvas.put_wrapped(last, &row.marks, theme.text);
    }
}

/// A column for each session, the newest ones where not all fit.
struct Columns {
    width: u16,
    first: usize,
    shown: usize,
}

impl Columns {
    fn of(width: u16, sessions: usize) -> Self {
        let room = width.saturating_sub(NAME);
        let count = u16::try_from(sessions.max(1)).unwrap_or(u16::MAX);
        let wide = (room / count).clamp(7, 12);
        let shown = usize::from(room / wide).min(sessions);
        Self { width: wide, first: sessions - shown, shown }
    }

    /// The days, and how many people were there.
    fn head(&self, page: &TrendPage, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme();
        let hidden = if self.first > 0 { tr!("the last {many}", many = self.shown) } else { String::new() };
        canvas.put(area.x, area.y, NAME - 1, &hidden, theme.muted);
        canvas.put(area.x, area.y + 1, NAME - 1, tr!("People"), theme.muted);
        for (([long, short], people), x) in page.sessions.iter().skip(self.first).zip(self.places(area)) {
            let day = if self.width >= 10 { long } else { short };
            canvas.put(x, area.y, self.width - 1, day, theme.accent);
            canvas.put(x, area.y + 1, self.width - 1, people, theme.muted);
        }
    }

    fn row(&self, row: &TrendRow, marked: bool, canvas: &mut Canvas, place: Rect) {
        let theme = canvas.theme();
        let (arrow, style) = if marked { ("►", theme.accent) } else { (" ", theme.text) };
        canvas.put(place.x, place.y, NAME - 1, &format!("{arrow}{}", row.name), style);
        if marked {
            canvas.cursor(place.x, place.y);
        }
        for (cell, x) in row.cells.iter().skip(self.first).zip(self.places(place)) {
            let style = theme.style(cell.tone);
            canvas.fill(Rect { x, width: self.width - 2, ..place }, style);
            canvas.put_centred(x, place.y, self.width - 2, &cell.text, style);
        }
    }

    fn places(&self, area: Rect) -> impl Iterator<Item = u16> {
        let (start, width) = (area.x.saturating_add(NAME), self.width);
        (0..u16::try_from(self.shown).unwrap_or(0)).map(move |column| start.saturating_add(column * width))
    }
}
