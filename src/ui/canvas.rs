//! What every screen paints on: a frame, a theme, and the notes for the mouse and the cursor.
//!
//! Every call clips to the frame, so a screen may reckon as if it had room. All text of every screen comes through
//! here and is made safe for a terminal here, whoever wrote it. It knows no screen.

use super::theme::Theme;
use super::{Hits, text};
use crate::app::{PageStart, Target};
use crate::clean::REPLACEMENT;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use std::borrow::Cow;
use tui_big_text::{BigText, PixelSize};
use unicode_segmentation::UnicodeSegmentation;

/// Columns and rows of a big letter.
pub(super) const BIG: (u16, u16) = (8, 4);

/// A frame to paint on.
pub struct Canvas<'frame> {
    buffer: &'frame mut Buffer,
    theme: &'static Theme,
    hits: Vec<(Rect, Target)>,
    /// Where the cursor stands, and whether something is typed there.
    cursor: Option<(Position, bool)>,
    /// The first row on each page of a slide.
    pub(super) pages: Vec<PageStart>,
}

impl<'frame> Canvas<'frame> {
    /// A blank canvas in the theme's colours.
    pub fn new(buffer: &'frame mut Buffer, theme: &'static Theme) -> Self {
        for cell in &mut buffer.content {
            cell.set_style(theme.canvas);
        }
        Self { buffer, theme, hits: Vec::new(), cursor: None, pages: Vec::new() }
    }

    /// What was painted besides colours: places to click and pages, and where the cursor stands.
    pub fn finish(self) -> (Hits, Option<Position>) {
        let cursor = self.cursor.map(|(place, is_typed)| if is_typed { place } else { self.first_sign(place) });
        (Hits { areas: self.hits, pages: self.pages }, cursor)
    }

    /// The first sign of a row from a place on that is no mark or border; the place itself where nothing else stands.
    /// Of what has an arrow, a hatch or a box before it, the digit or first letter.
    fn first_sign(&self, place: Position) -> Position {
        let is_any =
            |signs: &str, place: &Position| self.buffer[*place].symbol().chars().any(|one| signs.contains(one));
        let row = |from| (from..self.buffer.area.right()).map(move |x| Position { x, ..place });
        let first = row(place.x).find(|place| !is_any(" ►◄■│║┌╔", place)).unwrap_or(place);
        let is_letter = |place: &Position| self.buffer[*place].symbol().chars().all(char::is_alphanumeric);
        let letter = row(first.x).take(5).find(is_letter).filter(|_| is_any("▲▼▒[", &first));
        letter.unwrap_or(first)
    }

    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    pub fn theme(&self) -> &'static Theme {
        self.theme
    }

    /// Puts text at a place, at most `width` columns of it; gives the columns used.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let row = self.row(x, y, width);
        if !text::is_simple(text) {
            let room = row.len();
            return if room == 0 { 0 } else { self.buffer.set_stringn(x, y, text::clean(text), room, style).0 - x };
        }
        let mut used = 0;
        for (cell, sign) in row.iter_mut().zip(text.chars()) {
            cell.set_char(sign).set_style(style);
            used += 1;
        }
        used
    }

    /// The cells of a row from a place on, at most `width` of them and none outside the frame.
    fn row(&mut self, x: u16, y: u16, width: u16) -> &mut [Cell] {
        let area = self.buffer.area;
        if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
            return &mut [];
        }
        let start = self.buffer.index_of(x, y);
        let cells = usize::from(width.min(area.right() - x));
        &mut self.buffer.content[start..start + cells]
    }

    /// Puts the same sign, one column wide, into every cell of a stretch.
    fn repeat(&mut self, x: u16, y: u16, width: u16, sign: &str, style: Style) {
        for cell in self.row(x, y, width) {
            cell.set_symbol(sign).set_style(style);
        }
    }

    /// Puts pieces of text one after the other; gives the columns used.
    pub fn put_all(&mut self, x: u16, y: u16, width: u16, pieces: &[(String, Style)]) -> u16 {
        let mut used = 0;
        for (text, style) in pieces {
            used += self.put(x + used, y, width - used, text, *style);
        }
        used
    }

    /// Puts text so that it ends at a column; gives the column where it begins.
    pub fn put_right(&mut self, end: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let wide = text::width(text).min(width);
        let x = end.saturating_sub(wide);
        self.put(x, y, wide, text, style);
        x
    }

    /// Puts text in the middle of a stretch.
    pub fn put_centred(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) {
        let wide = text::width(text).min(width);
        self.put(x + (width - wide) / 2, y, wide, text, style);
    }

    /// Wraps text into an area and cuts what does not fit, saying so with two dots; gives the rows used.
    pub fn put_wrapped(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let lines = text::wrap(text, area.width);
        let shown = usize::from(area.height).min(lines.len());
        let mut y = area.y;
        for (number, line) in lines.iter().take(shown).enumerate() {
            if number + 1 == shown && lines.len() > shown {
                let cut = text::cut_at_word(line, area.width.saturating_sub(2));
                self.put(area.x, y, area.width, &format!("{cut}.."), style);
            } else {
                self.put(area.x, y, area.width, line, style);
            }
            y = y.saturating_add(1);
        }
        u16::try_from(shown).unwrap_or(area.height)
    }

    /// Gives an area a style and clears what stood there.
    pub fn fill(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            for cell in self.row(area.x, y, area.width) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// Gives an area a style, keeping its text.
    pub fn tint(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// A line across.
    pub fn rule(&mut self, x: u16, y: u16, width: u16) {
        self.repeat(x, y, width, "─", self.theme.rule);
    }

    /// A border, double for what is in focus.
    pub fn border(&mut self, area: Rect, double: bool, style: Style) {
        if area.width < 2 || area.height < 2 {
            return;
        }
        let [top_left, top_right, bottom_left, bottom_right, across, down] = if double {
            ["╔", "╗", "╚", "╝", "═", "║"]
        } else {
            ["┌", "┐", "└", "┘", "─", "│"]
        };
        let (left, right, bottom) = (area.x, area.right() - 1, area.bottom() - 1);
        for (y, one, other) in [(area.y, top_left, top_right), (bottom, bottom_left, bottom_right)] {
            self.repeat(left, y, 1, one, style);
            self.repeat(left + 1, y, area.width - 2, across, style);
            self.repeat(right, y, 1, other, style);
        }
        for y in area.y + 1..bottom {
            self.repeat(left, y, 1, down, style);
            self.repeat(right, y, 1, down, style);
        }
    }

    /// Letters eight columns wide and four rows tall.
    pub fn big(&mut self, x: u16, y: u16, text: &str, style: Style) {
        self.letters(x, y, text, style, PixelSize::HalfHeight, BIG.1);
    }

    /// Letters eight columns wide and eight rows tall.
    pub fn big_tall(&mut self, x: u16, y: u16, text: &str, style: Style) {
        self.letters(x, y, text, style, PixelSize::Full, BIG.1 * 2);
    }

    fn letters(&mut self, x: u16, y: u16, text: &str, style: Style, pixels: PixelSize, height: u16) {
        let letters = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
        let area = Rect { x, y, width: BIG.0.saturating_mul(letters), height };
        // The widget draws into whatever area it is given, so a part that hangs over the edge is left out whole.
        if area.intersection(self.buffer.area) == area {
            let widget = BigText::builder().pixel_size(pixels).lines(vec![text.to_owned().into()]).style(style).build();
            widget.render(area, self.buffer);
        }
    }

    /// Draws a widget of the library in an area, if the area is on the frame.
    pub fn widget(&mut self, area: Rect, widget: impl Widget) {
        let area = area.intersection(self.buffer.area);
        if !area.is_empty() {
            widget.render(area, self.buffer);
            self.clean(area);
        }
    }

    /// Widgets of the library write cells themselves. A cell's width stands already, so of what may not stay as it is
    /// only the first sign is kept.
    fn clean(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            for cell in self.row(area.x, y, area.width) {
                if let Cow::Owned(clean) = text::clean(cell.symbol()) {
                    let first = clean.split(REPLACEMENT).next().and_then(|safe| safe.graphemes(true).next());
                    cell.set_symbol(first.unwrap_or(" "));
                }
            }
        }
    }

    /// Notes what a click in an area meets.
    pub fn hit(&mut self, area: Rect, target: Target) {
        self.hits.push((area.intersection(self.buffer.area), target));
    }

    /// Forgets what was beneath a box.
    pub fn forget_hits(&mut self) {
        self.hits.clear();
    }

    /// Stands the terminal's cursor on what is in focus: screen readers and magnifiers follow it. Where nothing is
    /// typed it stands on the first letter or digit, for a block on a blank looks like a field.
    pub fn cursor(&mut self, x: u16, y: u16) {
        self.stand(x, y, false);
    }

    /// Stands the cursor exactly where the next letter will be typed.
    pub fn caret(&mut self, x: u16, y: u16) {
        self.stand(x, y, true);
    }

    fn stand(&mut self, x: u16, y: u16, is_typed: bool) {
        let position = Position { x, y };
        if self.buffer.area.contains(position) {
            self.cursor = Some((position, is_typed));
        }
    }
}
